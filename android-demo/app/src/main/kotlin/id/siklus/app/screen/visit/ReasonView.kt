package id.siklus.app.screen.visit

import id.siklus.PartState
import id.siklus.app.R
import id.siklus.app.kit.FairRow
import id.siklus.app.kit.Fields
import id.siklus.app.kit.choices
import id.siklus.app.kit.show
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws what may become of a member, and the reason. */
class ReasonView(shell: Shell, private val presenter: ReasonPresenter) : ScreenView<ReasonState>(shell, R.layout.reason) {
    private val parts: FairRow = content.findViewById(R.id.parts)
    private val fields = Fields(content.findViewById(R.id.column), presenter.typed)

    override fun draw(state: ReasonState) {
        shell.header(state.title.ifEmpty { shell.text(R.string.cancel_visit) }, canGoBack = true)
        content.show(R.id.ask, state.parts.isNotEmpty())
        parts.stacked = true
        parts.show(shell.choices(state.parts, state.part, PartState::label, presenter::choose))
        fields.show(if (state.needsReason) listOf(ReasonState.REASON) else emptyList(), state.errors)
        shell.primary(shell.text(R.string.save).takeIf { state.parts.isEmpty() || state.part != null }, presenter::save)
        shell.alarms(state.alarms, tap = presenter::alarms)
    }
}

/** What became of a member, in words. */
val PartState.label: Int
    get() =
        when (this) {
            PartState.ASSESSED -> R.string.part_assessed
            PartState.ABSENT -> R.string.part_absent
            PartState.REFUSED -> R.string.part_refused
            PartState.NOT_VISITED -> R.string.part_not_visited
        }
