package id.siklus.app.screen.result

import id.siklus.NoteSender
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell

/** The note to a health worker. */
class LetterState(
    /** Its text; none where no health worker must know anything. */
    val text: String?,
)

/** Shows what would leave the phone, before the cadre shares it. */
class LetterPresenter(model: Model, private val place: Place.Letter) : Presenter<LetterState>(model) {
    override fun view(shell: Shell) = LetterView(shell)

    override suspend fun load(): LetterState {
        return LetterState(session.siklus.referralNote(place.visit, place.person, language, NoteSender(session.name)))
    }
}
