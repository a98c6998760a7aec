package id.siklus.app.screen.answers

import id.siklus.FormQuestion
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.screen.answers.AnswersState.Access
import id.siklus.app.screen.form.isKeyed
import id.siklus.app.shell.Shell

/** What was answered at a visit, and the way to correct it. */
class AnswersPresenter(model: Model, private val place: Place.Answers) : Presenter<AnswersState>(model) {
    private val unfolded = HashSet<Int>()

    override fun view(shell: Shell) = AnswersView(shell, this)

    override suspend fun load(): AnswersState {
        val session = model.atWork()
        val sheet = session.siklus.answerSheet(place.visit, place.person, model.phone.look.language)
        return AnswersState(sheet, if (ALONE in model.typed) Access.OPEN else Access.CLOSED, unfolded, session)
    }

    /** Asks that nobody looks on, before private answers are shown. */
    fun pause() = access(Access.PAUSE)

    /** Nobody looks on. */
    fun alone() {
        model.typed[ALONE] = "yes"
        access(Access.OPEN)
    }

    /** Somebody looks on. */
    fun hide() {
        model.typed.remove(ALONE)
        access(Access.CLOSED)
        model.open(Place.Neutral)
    }

    fun unfold(section: Int) {
        unfolded.add(section)
        state?.let { access(it.access) }
    }

    fun correct(question: FormQuestion) = model.open(Place.Correction(place.visit, place.person, question.fact, question.kind.isKeyed))

    fun result() = model.open(Place.Result(place.visit, place.person))

    override fun back(): Boolean = (state?.access == Access.PAUSE).also { if (it) access(Access.CLOSED) }

    private fun access(access: Access) {
        state?.let { show(AnswersState(it.sheet, access, unfolded, model.atWork())) }
    }

    private companion object {
        const val ALONE = "alone"
    }
}
