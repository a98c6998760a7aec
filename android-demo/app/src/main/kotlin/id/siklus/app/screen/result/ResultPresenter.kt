package id.siklus.app.screen.result

import id.siklus.Question
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell

/** The result of a person: what was found, what is open, and what the cadre does now. */
class ResultPresenter(model: Model, private val place: Place.Result) : Presenter<ResultState>(model) {
    override fun view(shell: Shell) = ResultView(shell, this)

    override suspend fun load(): ResultState {
        val typed = model.typed
        val result = model.atWork().siklus.result(place.visit, place.person, model.phone.look.language)
        return ResultState(result, ALONE in typed, unfolded(), ALL in typed, model.phone.now().offset)
    }

    fun alone() = mark(ALONE)

    fun all() = mark(ALL)

    fun hide() = model.open(Place.Neutral)

    /** Folds the reasons of a rule, or unfolds them. */
    fun fold(rule: String) {
        val (now, key) = model.typed to WHY + rule
        if (now.remove(key) == null) now[key] = YES
        again()
    }

    /** The visit is over: what was not asked at it is added as a correction. What no form asks is a datum of the person. */
    fun ask(question: Question) = model.open(if (question.section == null) Place.Person(place.person) else Place.Answers(place.visit, place.person))

    fun letter() = model.open(Place.Letter(place.visit, place.person))

    fun reported() = model.open(Place.Reported(place.visit, place.person))

    fun finish() {
        model.back()
    }

    private fun mark(key: String) {
        model.typed[key] = YES
        again()
    }

    private fun again() = state?.let { show(ResultState(it.result, ALONE in model.typed, unfolded(), ALL in model.typed, it.offset)) }

    private fun unfolded() = model.typed.keys.filter { it.startsWith(WHY) }.map { it.removePrefix(WHY) }.toSet()

    private companion object {
        const val ALONE = "alone"
        const val ALL = "all"
        const val WHY = "why:"
        const val YES = "yes"
    }
}
