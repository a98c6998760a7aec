package id.siklus.app.screen.result

import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell

/** How a visit came out for each member. */
class ResultsPresenter(model: Model, private val place: Place.Results) : Presenter<ResultsState>(model) {
    override fun view(shell: Shell) = ResultsView(shell, this)

    override suspend fun load(): ResultsState {
        val siklus = model.atWork().siklus
        val visit = siklus.visit(place.visit)
        return ResultsState(siklus.household(visit.household), visit, siklus.results(place.visit, model.phone.look.language))
    }

    fun open(person: String) = model.open(Place.Result(place.visit, person))

    fun finish() = model.backTo(Place.Today) { it is Place.Today }
}
