package id.siklus.app.screen.result

import id.siklus.Report
import id.siklus.ReportWay
import id.siklus.app.R
import id.siklus.app.kit.Field
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell

/** To whom a result was told, and how. */
class ReportedState(
    /** How; none before it was tapped. */
    val way: ReportWay?,
    /** Whether nobody is named. */
    val isNobodyNamed: Boolean = false,
) {
    companion object {
        val TOLD_TO = Field("told_to", R.string.report_to)
    }
}

/** Records that a result was told to the health worker. */
class ReportedPresenter(model: Model, private val place: Place.Reported) : Presenter<ReportedState>(model) {
    override fun view(shell: Shell) = ReportedView(shell, this)

    override suspend fun load(): ReportedState {
        session.healthWorker?.let { typed.putIfAbsent(ReportedState.TOLD_TO.name, it) }
        return ReportedState(typed[WAY]?.let(ReportWay::valueOf))
    }

    fun choose(way: ReportWay) {
        typed[WAY] = way.name
        show(ReportedState(way))
    }

    fun save(way: ReportWay) =
        saving({ ReportedState(way, isNobodyNamed = true) }) {
            val (author, toldTo) = session.author() to typed[ReportedState.TOLD_TO.name].orEmpty()
            session.siklus.report(author, place.visit, place.person, Report(author.at.toInstant(), toldTo, way))
            session.healthWorker = toldTo
            model.back()
        }

    private companion object {
        const val WAY = "way"
    }
}
