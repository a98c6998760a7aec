package id.siklus.app.screen.growth

import id.siklus.ChartIndex
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell

/** Shows how a child grows: one chart, and the way to the others. */
class GrowthPresenter(model: Model, private val place: Place.Growth) : Presenter<GrowthState>(model) {
    override fun view(shell: Shell) = GrowthView(shell, this)

    override suspend fun load(): GrowthState {
        val (siklus, index) = session.siklus to typed[INDEX]?.let(ChartIndex::valueOf)
        val chart = siklus.growthChart(place.person, session.author().on, index, language)
        return GrowthState(siklus.person(place.person), chart, typed[ZOOM]?.toInt() ?: 0)
    }

    /** Another index, the whole of it. */
    fun choose(index: ChartIndex) {
        typed[INDEX] = index.name
        typed.remove(ZOOM)
        refresh()
    }

    /** Another part of the chart. */
    fun zoom(place: Int) {
        typed[ZOOM] = place.toString()
        state?.let { show(GrowthState(it.person, it.chart, place)) }
    }

    /** To what the person lacks. */
    fun complete() = state?.person?.household?.let { model.open(Place.PersonForm(it, place.person)) }

    /** To where a visit begins. */
    fun household() = state?.person?.household?.let { model.backTo(Place.Household(it)) }

    private companion object {
        const val INDEX = "index"
        const val ZOOM = "zoom"
    }
}
