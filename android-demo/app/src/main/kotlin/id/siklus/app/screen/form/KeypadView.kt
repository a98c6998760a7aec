package id.siklus.app.screen.form

import android.widget.Button
import id.siklus.Entry
import id.siklus.QuestionKind
import id.siklus.app.R
import id.siklus.app.kit.Keypad
import id.siklus.app.kit.show
import id.siklus.app.kit.showText
import id.siklus.app.kit.speaks
import id.siklus.app.kit.text
import id.siklus.app.screen.showHide
import id.siklus.app.screen.visit.alarms
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws the keypad under its question. */
class KeypadView(shell: Shell, private val presenter: KeyingPresenter) : ScreenView<KeypadState>(shell, R.layout.keypad_screen) {
    private val keypad: Keypad = content.findViewById(R.id.keypad)

    init {
        keypad.onKey = presenter::key
        keypad.onLess = presenter::less
    }

    override fun draw(state: KeypadState) {
        val discretion = presenter.discretion
        shell.showHide(discretion, presenter)
        content.show(R.id.pause, discretion.waits)
        content.show(R.id.asked, !discretion.waits)
        shell.alarms(state.alarms, presenter.person, presenter::openAlarms)
        if (discretion.waits) pause() else keypad(state)
    }

    private fun pause() {
        shell.header(shell.text(R.string.private_question), canGoBack = true)
        shell.primary(shell.text(R.string.we_are_alone), presenter::alone)
    }

    private fun keypad(state: KeypadState) {
        shell.header(state.question.label, canGoBack = true)
        shell.primary(shell.text(R.string.save)) { presenter.save(Entry.Typed(state.keyed.typed)) }
        content.text(R.id.help).showText(state.question.help)
        content.text(R.id.last).showText(state.question.last?.text)
        content.text(R.id.value).let {
            it.text = state.keyed.shown.ifEmpty { empty(state.question.kind) }
            it.setTextColor(shell.context.getColor(if (state.keyed.shown.isEmpty()) R.color.text_quiet else R.color.text))
        }
        content.text(R.id.unit).showText(state.unit)
        content.speaks(R.id.speak, shell) { listOfNotNull(state.question.label, state.keyed.shown, state.unit).joinToString(" ") }
        without(presenter.without(state.question))
        keypad.hasComma = state.keyed.hasComma
        error(state)
    }

    private fun without(without: KeyingPresenter.Without?) =
        content.text(R.id.clear).let {
            it.showText(without?.let { other -> other.label ?: shell.text(R.string.clear_answer) })
            it.setOnClickListener { without?.let { other -> presenter.save(other.entry) } }
        }

    private fun empty(kind: QuestionKind) = shell.text(if (kind is QuestionKind.Date) R.string.date_shape else R.string.number_shape)

    private fun error(state: KeypadState) {
        content.text(R.id.error).showText(state.error?.text)
        val suggestion = state.error?.suggestion
        content.findViewById<Button>(R.id.suggestion).let {
            it.showText(suggestion?.text)
            it.setOnClickListener { suggestion?.let { meant -> presenter.meant(meant.typed) } }
        }
    }
}
