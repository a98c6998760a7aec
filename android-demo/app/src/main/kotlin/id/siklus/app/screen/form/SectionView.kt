package id.siklus.app.screen.form

import android.widget.Button
import android.widget.LinearLayout
import android.widget.TextView
import id.siklus.FormQuestion
import id.siklus.Withdrawn
import id.siklus.app.R
import id.siklus.app.kit.Rows
import id.siklus.app.kit.showText
import id.siklus.app.kit.shown
import id.siklus.app.kit.speaks
import id.siklus.app.kit.text
import id.siklus.app.kit.timeOfDay
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell
import id.siklus.AskNext as Ask

/** Draws a section: its heading, its questions, and what an answer changed. */
class SectionView(shell: Shell, private val presenter: SectionPresenter) : ScreenView<SectionState>(shell, R.layout.section) {
    private val title: TextView = content.text(R.id.section_title)
    private val allNo: Button = content.findViewById(R.id.all_no)
    private val folded: Button = content.findViewById(R.id.folded)
    private val questions = QuestionView(shell, presenter).let { question ->
        Rows<FormQuestion>(content.findViewById(R.id.questions), { it.fact }, { R.layout.question }, question::bind)
    }
    private val withdrawn = Rows<Withdrawn>(content.findViewById(R.id.withdrawn_list), { it.fact }, { R.layout.line }) { view, it ->
        (view as TextView).text = it.text
    }
    private val askNext = Rows<Ask>(content.findViewById(R.id.ask_next_list), { it.fact }, { R.layout.ask_row }, ::ask)
    private var alarmOpen = false

    override fun draw(state: SectionState) {
        val step = shell.text(R.string.section_step, state.number, state.of)
        shell.header(state.screen.title, canGoBack = true, step = step)
        shell.saved(state.saved?.let { shell.text(R.string.saved_at, shell.timeOfDay(it)) })
        shell.progress(state.screen.progress.answered, state.screen.progress.of)
        if (state.section.private) shell.headerAction(R.drawable.ic_close, shell.text(R.string.hide_screen), presenter::hide)
        content.findViewById<LinearLayout>(R.id.pause).shown = state.pauses
        content.findViewById<LinearLayout>(R.id.asked).shown = !state.pauses
        if (state.pauses) shell.primary(shell.text(R.string.we_are_alone), presenter::alone) else asked(state)
        alarm(state)
    }

    private fun asked(state: SectionState) {
        val section = state.section
        title.text = section.title
        content.text(R.id.section_intro).showText(section.intro)
        content.speaks(R.id.section_speak, shell) { listOfNotNull(section.title, section.intro).joinToString(". ") }
        questions.show(section.questions)
        allNo.showText(section.answerNo)
        allNo.setOnClickListener { presenter.allNo() }
        withdrawn.show(state.screen.withdrawn)
        content.findViewById<LinearLayout>(R.id.withdrawn).shown = state.screen.withdrawn.isNotEmpty()
        end(state)
    }

    /** At the end of the form: what is still urgent, and the sections of the other setting. */
    private fun end(state: SectionState) {
        val next = state.next
        val asks = if (next == null) state.screen.askNext else emptyList()
        askNext.show(asks)
        content.text(R.id.ask_next_title).showText(state.screen.askNextTitle.takeIf { asks.isNotEmpty() })
        folded.showText(state.folded?.let { state.screen.foldedTitle })
        folded.setOnClickListener { state.folded?.let { presenter.open(it.id) } }
        if (next == null) shell.primary(shell.text(R.string.finish_person), presenter::finish) else shell.primary(shell.text(R.string.next_section)) { presenter.open(next.id) }
    }

    private fun ask(view: android.view.View, ask: Ask) {
        view.text(R.id.label).text = ask.label
        view.setOnClickListener { presenter.open(ask.section) }
    }

    /** The bar opens to its advice on a tap. */
    private fun alarm(state: SectionState) {
        val alarm = state.alarm ?: return shell.danger(null)
        val short = "${alarm.actionText}: ${alarm.title}"
        shell.danger(if (alarmOpen) "$short\n${alarm.advice}" else short) {
            alarmOpen = !alarmOpen
            alarm(state)
        }
    }
}
