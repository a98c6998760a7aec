package id.siklus.app.screen.answers

import id.siklus.FormQuestion
import id.siklus.app.model.DiscreetPresenter
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.screen.form.isKeyed
import id.siklus.app.shell.Shell

/** What was answered at a visit, and the way to correct it. */
class AnswersPresenter(model: Model, private val place: Place.Answers) : DiscreetPresenter<AnswersState>(model) {
    private val unfolded = HashSet<Int>()

    override fun view(shell: Shell) = AnswersView(shell, this)

    override suspend fun load(): AnswersState {
        val sheet = session.siklus.answerSheet(place.visit, place.person, language)
        return AnswersState(sheet, isAlone, pauses = false, unfolded, names())
    }

    /** Asks that nobody looks on, before private answers are shown. */
    fun pause() = again(pauses = true)

    fun unfold(section: Int) {
        unfolded.add(section)
        again(pauses = false)
    }

    fun correct(question: FormQuestion) = model.open(Place.Correction(place.visit, place.person, question.fact, question.kind.isKeyed))

    fun result() = model.open(Place.Result(place.visit, place.person))

    override fun back(): Boolean = (state?.pauses == true).also { if (it) again(pauses = false) }

    private fun again(pauses: Boolean) {
        state?.let { show(AnswersState(it.sheet, isAlone, pauses, unfolded, it.names)) }
    }

    /** The cadres of this phone by their ids. */
    private suspend fun names(): Map<String, String> {
        val others = if (session.key == null) emptyList() else model.keys.ring().cadres()
        return others.associate { it.id to it.name } + (session.cadre to session.name)
    }
}
