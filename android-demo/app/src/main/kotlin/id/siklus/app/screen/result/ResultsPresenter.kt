package id.siklus.app.screen.result

import id.siklus.VisitResults
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell

/** How a visit came out for each member. */
class ResultsPresenter(model: Model, private val place: Place.Results) : Presenter<VisitResults>(model) {
    override fun view(shell: Shell) = ResultsView(shell, this)

    override suspend fun load() = session.siklus.results(place.visit, language)

    fun open(person: String) = model.open(Place.Result(place.visit, person))

    override fun finish() = model.backTo(Place.Today)
}
