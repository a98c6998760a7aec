package id.siklus.app.screen.result

import id.siklus.ReportWay
import id.siklus.app.R
import id.siklus.app.kit.FairRow
import id.siklus.app.kit.Fields
import id.siklus.app.kit.choices
import id.siklus.app.kit.show
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws to whom a result was told, and how. */
class ReportedView(shell: Shell, private val presenter: ReportedPresenter) : ScreenView<ReportedState>(shell, R.layout.reported) {
    private val fields = Fields(content.findViewById(R.id.column), presenter.typed)
    private val ways: FairRow = content.findViewById(R.id.ways)

    override fun draw(state: ReportedState) {
        shell.header(shell.text(R.string.report_title), canGoBack = true)
        val nobody = ReportedState.TOLD_TO.name to shell.text(R.string.report_to_needed)
        fields.show(listOf(ReportedState.TOLD_TO), if (state.isNobodyNamed) mapOf(nobody) else emptyMap())
        ways.stacked = true
        ways.show(shell.choices(ReportWay.entries, state.way, ReportWay::label, presenter::choose))
        shell.primary(shell.text(R.string.save).takeIf { state.way != null }) { state.way?.let(presenter::save) }
    }
}

/** How a result was told, in words. */
val ReportWay.label: Int
    get() =
        when (this) {
            ReportWay.IN_PERSON -> R.string.way_in_person
            ReportWay.PHONE -> R.string.way_phone
            ReportWay.MESSAGE -> R.string.way_message
        }
