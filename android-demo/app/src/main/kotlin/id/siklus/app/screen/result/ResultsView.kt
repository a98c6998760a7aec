package id.siklus.app.screen.result

import android.view.View
import id.siklus.PartRecord
import id.siklus.PersonResult
import id.siklus.app.R
import id.siklus.app.kit.ActionLook
import id.siklus.app.kit.Rows
import id.siklus.app.kit.shortDate
import id.siklus.app.kit.showStanding
import id.siklus.app.kit.showText
import id.siklus.app.kit.shown
import id.siklus.app.kit.text
import id.siklus.app.screen.visit.label
import id.siklus.app.kit.words
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws a card for each member: how she or he stands, or why nobody asked. */
class ResultsView(shell: Shell, private val presenter: ResultsPresenter) : ScreenView<ResultsState>(shell, R.layout.results) {
    private val results = Rows<PersonResult>(content.findViewById(R.id.results), { it.person }, { R.layout.standing_row }, ::result)
    private val notAsked = Rows<PartRecord>(content.findViewById(R.id.not_asked), { it.person }, { R.layout.not_asked_row }, ::notAsked)
    private var name: (String) -> String? = { null }

    override fun draw(state: ResultsState) {
        name = state::name
        val step = "${shell.text(R.string.results_of)} · ${shell.shortDate(state.on)}"
        shell.header(state.household.name ?: shell.text(R.string.no_name), canGoBack = true, step = step)
        shell.primary(shell.text(R.string.result_done), presenter::finish)
        results.show(state.results)
        notAsked.show(state.notAsked)
        content.findViewById<View>(R.id.not_asked_title).shown = state.notAsked.isNotEmpty()
    }

    private fun result(view: View, result: PersonResult) {
        view.text(R.id.name).text = result.name ?: shell.text(R.string.no_name)
        view.text(R.id.detail).text = result.described.words
        view.showStanding(result.standing)
        view.text(R.id.last).showText(result.sentences.firstOrNull())
        view.background = ActionLook.of(result.standing).card(shell.context)
        view.setOnClickListener { presenter.open(result.person) }
    }

    private fun notAsked(view: View, part: PartRecord) {
        view.text(R.id.name).text = name(part.person) ?: shell.text(R.string.no_name)
        view.text(R.id.detail).text = listOfNotNull(shell.text(part.state.label), part.reason).joinToString(": ")
    }
}
