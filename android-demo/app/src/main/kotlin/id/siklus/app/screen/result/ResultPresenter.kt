package id.siklus.app.screen.result

import id.siklus.PersonResult
import id.siklus.Question
import id.siklus.app.model.DiscreetPresenter
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.shell.Shell

/** The result of a person: what was found, what is open, and what the cadre does now. */
class ResultPresenter(model: Model, private val place: Place.Result) : DiscreetPresenter<ResultState>(model) {
    override fun view(shell: Shell) = ResultView(shell, this)

    override suspend fun load() = state(session.siklus.result(place.visit, place.person, language))

    /** All open questions are shown. */
    fun all() {
        typed[ALL] = YES
        again()
    }

    /** Folds the reasons of a rule, or unfolds them. */
    fun fold(rule: String) {
        val (now, key) = typed to WHY + rule
        if (now.remove(key) == null) now[key] = YES
        again()
    }

    /** The visit is over: what was not asked at it is added as a correction. What no form asks is a datum of the person. */
    fun ask(question: Question) = model.open(if (question.section == null) Place.Person(place.person) else Place.Answers(place.visit, place.person))

    fun services() = model.open(Place.ServiceCard(place.person))

    fun letter() = model.open(Place.Letter(place.visit, place.person))

    fun reported() = model.open(Place.Reported(place.visit, place.person))

    private fun again() = state?.let { show(state(it.result)) }

    private fun state(result: PersonResult): ResultState {
        val unfolded = typed.keys.filter { it.startsWith(WHY) }.map { it.removePrefix(WHY) }.toSet()
        return ResultState(result, isAlone, unfolded, ALL in typed, model.phone.now().offset)
    }

    private companion object {
        const val ALL = "all"
        const val WHY = "why:"
        const val YES = "yes"
    }
}
