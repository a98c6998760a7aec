package id.siklus.app.screen.person

import android.view.View
import id.siklus.PregnancyField
import id.siklus.app.R
import id.siklus.app.kit.ChosenField
import id.siklus.app.kit.FairRow
import id.siklus.app.kit.choices
import id.siklus.app.kit.named
import id.siklus.app.kit.onTap
import id.siklus.app.kit.show
import id.siklus.app.kit.showText
import id.siklus.app.kit.shown
import id.siklus.app.kit.text
import id.siklus.app.screen.person.PregnancyState.Companion.FIELDS
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws the pregnancy with what can be recorded of it. */
class PregnancyView(shell: Shell, private val presenter: PregnancyPresenter) : ScreenView<PregnancyState>(shell, R.layout.pregnancy) {
    private val now: View = content.findViewById(R.id.now)
    private val choices: FairRow = content.findViewById(R.id.choices)
    private val field = ChosenField(content.findViewById(R.id.column), presenter.typed, FIELDS::getValue, ::showChoices)
    private lateinit var state: PregnancyState

    init {
        choices.stacked = true
        content.onTap(R.id.take_back) { presenter.takeBackEnd() }
    }

    override fun draw(state: PregnancyState) {
        this.state = state
        shell.header(shell.named(state.page.person.name), canGoBack = true, step = shell.text(R.string.pregnancy))
        val line = state.running ?: state.ended
        now.shown = line != null
        now.text(R.id.name).text = line?.let(shell::words)
        now.text(R.id.detail).showText(line?.let(shell::dates))
        content.show(R.id.take_back, state.ended != null)
        content.text(R.id.question).shown = state.choices.isNotEmpty()
        content.text(R.id.question).setText(if (state.running == null) R.string.how_begun else R.string.what_of_pregnancy)
        field.show(state.chosen) { if (state.noDate) shell.text(R.string.not_a_date) else state.errors[it.name] }
        field.firstWrong()?.let(shell::scrollTo)
        shell.primary(shell.text(R.string.save).takeIf { state.chosen != null }, presenter::save)
    }

    private fun showChoices(chosen: PregnancyField?) = choices.show(shell.choices(state.choices, chosen, ::name, presenter::choose))

    private fun name(field: PregnancyField): Int =
        when (field) {
            PregnancyField.LMP -> if (state.running == null) R.string.by_lmp else R.string.correct_lmp
            PregnancyField.EDD -> if (state.running == null) R.string.by_edd else R.string.correct_edd
            PregnancyField.DELIVERED_ON -> R.string.has_delivered
            PregnancyField.LOST_ON -> R.string.has_lost
        }
}
