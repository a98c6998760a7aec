package id.siklus.app.screen.consent

import android.view.View
import id.siklus.app.R
import id.siklus.app.kit.Fields
import id.siklus.app.kit.Rows
import id.siklus.app.kit.onTap
import id.siklus.app.kit.show
import id.siklus.app.kit.speaks
import id.siklus.app.kit.text
import id.siklus.app.screen.consent.ConsentPage.Companion.GIVEN_BY
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws the notice with its ways out, what withdrawing means, or thanks after a refusal. */
class ConsentView(shell: Shell, private val presenter: ConsentPresenter) : ScreenView<ConsentPage>(shell, R.layout.consent) {
    private val paragraphs = Rows<String>(content.findViewById(R.id.paragraphs), { it }, { R.layout.spoken_line }, ::paragraph)
    private val fields = Fields(content.findViewById(R.id.column), presenter.typed)

    init {
        content.onTap(R.id.refuse) { presenter.refuse() }
        content.onTap(R.id.later) { presenter.later() }
    }

    override fun draw(state: ConsentPage) {
        content.show(R.id.thanks, state.refused)
        content.show(R.id.read, !state.refused)
        if (state.refused) thanks() else read(state)
    }

    private fun thanks() {
        shell.header(shell.text(R.string.thank_you), canGoBack = false)
        shell.primary(shell.text(R.string.back_to_today), presenter::done)
    }

    private fun read(state: ConsentPage) {
        val said = if (state.withdraws) shell.text(R.string.withdrawing_means).split("\n") else state.notice.paragraphs
        val question = if (state.withdraws) shell.text(R.string.withdraw_question) else state.notice.question
        val title = if (state.withdraws) shell.text(R.string.withdraw_consent) else state.notice.title
        shell.header(shell.text(R.string.consent), canGoBack = true, step = state.household?.name)
        content.text(R.id.title_line).text = title
        content.speaks(R.id.speak_all, shell) { (listOf(title) + said + question).joinToString("\n") }
        paragraphs.show(said)
        content.text(R.id.question).text = question
        fields.show(listOf(GIVEN_BY), if (state.noName) mapOf(GIVEN_BY.name to shell.text(R.string.no_given_by)) else emptyMap())
        fields.firstWrong()?.let(shell::scrollTo)
        content.show(R.id.refuse, state.household == null)
        content.text(R.id.later).setText(if (state.household == null) R.string.ask_later else R.string.never_mind)
        if (state.withdraws) shell.primary(shell.text(R.string.withdraw_yes), presenter::withdraw) else shell.primary(shell.text(R.string.agrees), presenter::agree)
    }

    private fun paragraph(view: View, paragraph: String) {
        view.text(R.id.label).text = paragraph
        view.speaks(R.id.speak, shell) { paragraph }
    }
}
