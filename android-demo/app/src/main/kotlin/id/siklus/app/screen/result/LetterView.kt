package id.siklus.app.screen.result

import id.siklus.app.R
import id.siklus.app.kit.showText
import id.siklus.app.kit.text
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws the note as it will be read. */
class LetterView(shell: Shell) : ScreenView<LetterState>(shell, R.layout.letter) {
    override fun draw(state: LetterState) {
        shell.header(shell.text(R.string.letter_title), canGoBack = true)
        content.text(R.id.help).setText(if (state.text == null) R.string.letter_none else R.string.letter_help)
        content.text(R.id.letter).showText(state.text)
        shell.primary(shell.text(R.string.share).takeIf { state.text != null }) { state.text?.let(shell::share) }
    }
}
