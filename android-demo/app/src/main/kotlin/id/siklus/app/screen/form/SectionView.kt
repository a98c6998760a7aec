package id.siklus.app.screen.form

import android.view.View
import android.widget.Button
import android.widget.TextView
import id.siklus.FormQuestion
import id.siklus.app.R
import id.siklus.app.kit.Rows
import id.siklus.app.kit.age
import id.siklus.app.kit.show
import id.siklus.app.kit.showText
import id.siklus.app.kit.speaks
import id.siklus.app.kit.text
import id.siklus.app.kit.timeOfDay
import id.siklus.app.model.Whose
import id.siklus.app.screen.showHide
import id.siklus.app.screen.visit.Chips
import id.siklus.app.screen.visit.alarms
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell
import id.siklus.AskNext as Ask

/** Draws a section: its heading, its questions, and what an answer changed. */
class SectionView(shell: Shell, private val presenter: SectionPresenter) : ScreenView<SectionState>(shell, R.layout.section) {
    private val title: TextView = content.text(R.id.section_title)
    private val allNo: Button = content.findViewById(R.id.all_no)
    private val folded: Button = content.findViewById(R.id.folded)
    private val services: Button = content.findViewById(R.id.services)
    private val question = QuestionView(shell, presenter)
    private val questions = Rows<FormQuestion>(content.findViewById(R.id.questions), { it.fact }, { R.layout.question }, ::question)
    private val askNext = Rows<Ask>(content.findViewById(R.id.ask_next_list), { it.fact }, { R.layout.ask_row }, ::ask)
    private val growth = GrowthCard(shell, content.findViewById(R.id.growth))
    private val chips = Chips(shell) { presenter.open(Whose.Member(it)) }
    private lateinit var state: SectionState

    init {
        services.setOnClickListener { presenter.services() }
    }

    override fun draw(state: SectionState) {
        this.state = state
        header(state)
        shell.progress(state.screen.progress.answered, state.screen.progress.of)
        shell.showHide(state.discretion, presenter)
        content.show(R.id.pause, state.discretion.waits)
        content.show(R.id.asked, !state.discretion.waits)
        if (state.discretion.waits) shell.primary(shell.text(R.string.we_are_alone), presenter::alone) else asked(state)
        shell.alarms(state.visit.alarms, state.person, presenter::alarms)
        chips.show(state.visit, state.person)
    }

    private fun header(state: SectionState) {
        val step = shell.text(R.string.section_step, state.number, state.of)
        val part = state.visit.parts.find { it.person == state.person }
        val who = part?.let { listOfNotNull(it.name ?: shell.text(R.string.no_name), it.described?.let(shell::age)).joinToString(", ") }
        shell.header(who ?: state.screen.title, canGoBack = true, step = if (who == null) step else "${state.screen.title} · $step")
        shell.saved(state.last?.let { shell.text(R.string.saved_at, shell.timeOfDay(it.at)) })
    }

    private fun asked(state: SectionState) {
        val section = state.section
        title.text = section.title
        content.text(R.id.section_intro).showText(section.intro)
        content.speaks(R.id.section_speak, shell) { listOfNotNull(section.title, section.intro).joinToString(". ") }
        services.showText(section.servicesButton)
        content.show(R.id.services_unsaved, section.servicesButton != null && presenter.hasUnsaved)
        questions.show(section.questions)
        growth.show(state.growth, state.needsBirthDay)
        allNo.showText(section.answerNo)
        allNo.setOnClickListener { presenter.allNo() }
        changed(content.text(R.id.section_withdrawn), section.id)
        end(state)
    }

    private fun question(view: View, asked: FormQuestion) {
        question.bind(view, asked)
        changed(view.text(R.id.withdrawn), asked.fact)
    }

    /** What an answer changed stands beneath its question, and comes into sight. */
    private fun changed(note: TextView, what: String) {
        val lines = state.withdrawn(what).map { if (state.discretion.hides(it.private)) shell.text(R.string.withdrawn_private) else it.text }
        val text = lines.distinct().joinToString("\n")
        val isNew = text.isNotEmpty() && text != note.text.toString()
        note.showText(text)
        if (isNew) shell.scrollTo(note)
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

    private fun ask(view: View, ask: Ask) {
        view.text(R.id.label).text = if (state.discretion.hides(ask.private)) shell.text(R.string.private_question) else ask.label
        view.setOnClickListener { presenter.open(ask.section) }
    }
}
