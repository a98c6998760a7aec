package id.siklus.app.screen.visit

import android.view.View
import android.widget.TextView
import id.siklus.OpenQuestions
import id.siklus.PartOverview
import id.siklus.PartState
import id.siklus.Standing
import id.siklus.app.R
import id.siklus.app.kit.Rows
import id.siklus.app.kit.named
import id.siklus.app.kit.onTap
import id.siklus.app.kit.show
import id.siklus.app.kit.showText
import id.siklus.app.kit.text
import id.siklus.app.kit.who
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell
import id.siklus.AskNext as Ask

/** Draws the members with what became of them, or the urgent questions that are still open. */
class VisitView(shell: Shell, private val presenter: VisitPresenter) : ScreenView<VisitState>(shell, R.layout.visit) {
    private val parts = Rows<PartOverview>(content.findViewById(R.id.parts), { it.person }, { R.layout.part_row }, ::part)
    private val asked = Rows<Asked>(content.findViewById(R.id.open), Asked::key, Asked::layout, ::open)

    /** A member's name, or one of the member's open questions. */
    private class Asked(val person: String, val name: String?, val ask: Ask?) {
        val key: Any get() = person to ask?.fact
        val layout: Int get() = if (ask == null) R.layout.heading else R.layout.ask_row
    }

    init {
        content.onTap(R.id.sheet) { presenter.sheet() }
        content.onTap(R.id.cancel) { presenter.cancel() }
        content.onTap(R.id.anyway) { presenter.complete(leaveOpen = true) }
    }

    override fun draw(state: VisitState) {
        val asking = state.open.isNotEmpty()
        shell.header(shell.named(state.overview.householdName), canGoBack = true, step = shell.text(R.string.visit))
        content.show(R.id.who, !asking)
        content.show(R.id.asking, asking)
        shell.alarms(state.overview.alarms, tap = presenter::alarms)
        if (asking) asking(state) else members(state)
    }

    private fun members(state: VisitState) {
        parts.show(state.overview.parts)
        content.show(R.id.sheet, state.overview.familySheet)
        content.text(R.id.not_yet).showText(shell.text(R.string.parts_open_help).takeUnless { state.allDealtWith })
        shell.primary(shell.text(R.string.complete_visit).takeIf { state.allDealtWith }) { presenter.complete(leaveOpen = false) }
    }

    /** The big button leads to the questions, so that a tap too many leaves none open. */
    private fun asking(state: VisitState) {
        asked.show(state.open.flatMap { lines(it, state.part(it.person)?.name) })
        val (person, ask) = state.open.first().let { it.person to it.askNext.first() }
        shell.primary(shell.text(R.string.ask_now)) { presenter.ask(person, ask) }
    }

    private fun lines(open: OpenQuestions, name: String?) =
        listOf(Asked(open.person, name, ask = null)) + open.askNext.map { Asked(open.person, name, it) }

    private fun open(view: View, asked: Asked) {
        val ask = asked.ask
        if (ask == null) return (view as TextView).setText(asked.name)
        view.text(R.id.label).text = if (ask.private) shell.text(R.string.private_question) else ask.label
        view.setOnClickListener { presenter.ask(asked.person, ask) }
    }

    private fun part(view: View, part: PartOverview) {
        PartLook.of(part, atOnce = Standing.SERVICE_DUE).putLine(view)
        view.text(R.id.name).text = shell.named(part.name)
        view.text(R.id.described).showText(part.described?.let(shell::who))
        val progress = part.progress?.takeIf { part.state == PartState.ASSESSED }
        view.text(R.id.detail).showText(part.reason ?: progress?.let { shell.text(R.string.answered_of, it.answered, it.of) })
        view.text(R.id.ask).setText(if (part.state != PartState.ASSESSED) R.string.ask_member else if (part.open) R.string.ask_on else R.string.look_again)
        view.onTap(R.id.ask) { presenter.ask(part.person) }
        view.onTap(R.id.not_asked) { presenter.notAsked(part.person) }
        // Of whom a danger sign was found, nobody can say any more that she was not asked.
        view.show(R.id.not_asked, part.standing != Standing.EMERGENCY)
    }
}
