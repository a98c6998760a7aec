package id.siklus.app.screen.result

import android.view.View
import id.siklus.NotAssessed
import id.siklus.PersonResult
import id.siklus.VisitResults
import id.siklus.app.R
import id.siklus.app.kit.ActionLook
import id.siklus.app.kit.Rows
import id.siklus.app.kit.named
import id.siklus.app.kit.shortDate
import id.siklus.app.kit.show
import id.siklus.app.kit.showStanding
import id.siklus.app.kit.showText
import id.siklus.app.kit.text
import id.siklus.app.kit.who
import id.siklus.app.screen.visit.label
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws a card for each member: how she or he stands, or why nobody asked. */
class ResultsView(shell: Shell, private val presenter: ResultsPresenter) : ScreenView<VisitResults>(shell, R.layout.results) {
    private val results = Rows<PersonResult>(content.findViewById(R.id.results), { it.person }, { R.layout.standing_row }, ::result)
    private val notAsked = Rows<NotAssessed>(content.findViewById(R.id.not_asked), { it.person }, { R.layout.not_asked_row }, ::notAsked)

    override fun draw(state: VisitResults) {
        val step = "${shell.text(R.string.results_of)} · ${shell.shortDate(state.on)}"
        shell.header(shell.named(state.householdName), canGoBack = true, step = step)
        shell.primary(shell.text(R.string.result_done), presenter::finish)
        content.text(R.id.cancelled).showText(state.reason?.let { shell.text(R.string.was_cancelled, it) })
        results.show(state.results)
        notAsked.show(state.notAssessed)
        content.show(R.id.not_asked_title, state.notAssessed.isNotEmpty())
    }

    private fun result(view: View, result: PersonResult) {
        view.text(R.id.name).text = shell.named(result.name)
        view.text(R.id.detail).text = shell.who(result.described)
        view.showStanding(result.standing)
        view.text(R.id.last).showText(result.sentences.firstOrNull())
        view.background = ActionLook.of(result.standing).card(shell.context)
        view.setOnClickListener { presenter.open(result.person) }
    }

    private fun notAsked(view: View, part: NotAssessed) {
        view.text(R.id.name).text = shell.named(part.name)
        view.text(R.id.detail).text = listOfNotNull(shell.text(part.state.label), part.reason).joinToString(": ")
    }
}
