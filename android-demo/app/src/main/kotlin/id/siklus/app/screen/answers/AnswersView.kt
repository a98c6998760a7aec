package id.siklus.app.screen.answers

import android.text.SpannableStringBuilder
import android.text.Spanned
import android.text.style.StrikethroughSpan
import android.view.View
import android.widget.TextView
import id.siklus.FormQuestion
import id.siklus.WithdrawnAnswer
import id.siklus.Written
import id.siklus.WrittenAnswer
import id.siklus.app.R
import id.siklus.app.kit.Rows
import id.siklus.app.kit.named
import id.siklus.app.kit.shortDate
import id.siklus.app.kit.show
import id.siklus.app.kit.showText
import id.siklus.app.kit.text
import id.siklus.app.kit.timeOfDay
import id.siklus.app.kit.who
import id.siklus.app.screen.answers.AnswersState.Line
import id.siklus.app.screen.showHide
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws answers by section; what stood there before is struck through. Private ones wait behind the pause. */
class AnswersView(shell: Shell, private val presenter: AnswersPresenter) : ScreenView<AnswersState>(shell, R.layout.answers) {
    private val answered = Rows(content.findViewById(R.id.answered), Line::key, ::layout, ::line)
    private val withdrawn = Rows(content.findViewById(R.id.withdrawn_list), Line::key, ::layout, ::line)
    private lateinit var state: AnswersState

    init {
        content.text(R.id.pause_help).setText(R.string.look_alone_help)
    }

    override fun draw(state: AnswersState) {
        this.state = state
        val sheet = state.sheet
        val pauses = state.pauses
        val step = listOfNotNull(shell.text(R.string.visit_on, shell.shortDate(sheet.on)), sheet.described?.let(shell::who)).joinToString("\n")
        shell.header(shell.named(sheet.name), canGoBack = true, step = step)
        shell.showHide(state.discretion, presenter)
        content.show(R.id.pause, pauses)
        content.show(R.id.sheet, !pauses)
        answered.show(state.answered)
        withdrawn.show(state.withdrawn)
        content.show(R.id.withdrawn, state.withdrawn.isNotEmpty())
        if (pauses) shell.primary(shell.text(R.string.we_are_alone), presenter::alone) else shell.primary(shell.text(R.string.see_result), presenter::result)
    }

    private fun layout(line: Line): Int =
        when (line) {
            is Line.Heading -> R.layout.heading
            is Line.Locked -> R.layout.locked_row
            is Line.Fold -> R.layout.quiet_button
            is Line.Given, is Line.Open, is Line.Withdrawn -> R.layout.answer_row
        }

    private fun line(view: View, line: Line) =
        when (line) {
            is Line.Heading -> view.text(R.id.title_line).text = line.title
            is Line.Locked -> locked(view, line)
            is Line.Fold -> fold(view, line)
            is Line.Given -> given(view, line.answer, line.canChange)
            is Line.Open -> row(view, line.question.label, shell.text(R.string.not_answered), null, line.question.takeIf { line.canChange })
            is Line.Withdrawn -> withdrawn(view, line.answer)
        }

    private fun locked(view: View, line: Line.Locked) {
        view.text(R.id.name).text = line.title ?: shell.text(R.string.private_answers)
        view.setOnClickListener { presenter.pause() }
    }

    private fun fold(view: View, line: Line.Fold) {
        val words = if (line.section == AnswersState.EMPTY) R.string.show_empty_sections else R.string.show_open
        (view as TextView).text = shell.text(words, line.count)
        view.setOnClickListener { presenter.unfold(line.section) }
    }

    private fun given(view: View, answer: WrittenAnswer, canChange: Boolean) {
        row(view, answer.question.label, sentence(answer.text), history(answer), answer.question.takeIf { canChange })
    }

    private fun withdrawn(view: View, withdrawn: WithdrawnAnswer) {
        val by = withdrawn.written?.let { shell.text(R.string.withdrawn_by, name(it), moment(it)) }
        row(view, withdrawn.label, struck(withdrawn.text ?: shell.text(R.string.not_answered)), by, change = null)
    }

    private fun row(view: View, label: String, value: CharSequence, history: CharSequence?, change: FormQuestion?) {
        view.text(R.id.label).text = label
        view.text(R.id.value).text = value
        view.text(R.id.history).showText(history)
        view.show(R.id.change, change != null)
        view.setOnClickListener { change?.let(presenter::correct) }
        view.isClickable = change != null
    }

    /** Who corrected it, and what stood there before, the latest first. */
    private fun history(answer: WrittenAnswer): CharSequence? {
        if (answer.earlier.isEmpty()) return null
        val text = SpannableStringBuilder()
        answer.written?.let { text.append(shell.text(R.string.corrected_by, name(it), moment(it))) }
        for (before in answer.earlier) {
            text.append("\n").append(struck(before.text ?: shell.text(R.string.not_answered)))
            before.written?.let { text.append("  ").append(shell.text(R.string.written_by, name(it), moment(it))) }
        }
        return text
    }

    private fun struck(text: String) = SpannableStringBuilder().append(sentence(text), StrikethroughSpan(), Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)

    private fun sentence(text: String) = text.replaceFirstChar(Char::titlecase)

    private fun name(written: Written) = state.name(written) ?: shell.text(R.string.other_cadre)

    private fun moment(written: Written) = "${shell.shortDate(written.at.toLocalDate())}, ${shell.timeOfDay(written.at)}"
}
