package id.siklus.app.screen.access

import android.view.View
import android.view.ViewGroup
import android.widget.Button
import id.siklus.Cadre
import id.siklus.app.R
import id.siklus.app.kit.Fields
import id.siklus.app.kit.Keypad
import id.siklus.app.kit.PinDigits
import id.siklus.app.kit.showText
import id.siklus.app.kit.shown
import id.siklus.app.kit.text
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws a field, or six dots over a keypad; over them between whom is chosen. */
class PinView(shell: Shell, private val presenter: PinPresenter) : ScreenView<PinState>(shell, R.layout.pin) {
    private val fields = Fields(content.findViewById(R.id.column), presenter.typed)
    private val dots: ViewGroup = content.findViewById(R.id.dots)
    private val keypad: Keypad = content.findViewById(R.id.keypad)
    private val forgot: Button = content.findViewById(R.id.forgot)
    private val tick = Runnable { presenter.redraw() }

    init {
        keypad.hasComma = false
        keypad.onKey = presenter::key
        keypad.onLess = presenter::less
        forgot.setOnClickListener { presenter.forgot() }
        repeat(PinDigits.LENGTH) { dots.addView(shell.inflate(R.layout.pin_dot, dots)) }
    }

    override fun draw(state: PinState) {
        shell.header(shell.text(state.title), state.canGoBack)
        shell.primary(shell.text(R.string.go_on).takeIf { state.field != null }, presenter::next)
        chips(state)
        content.text(R.id.help).text = shell.text(state.help)
        val error = state.error?.let(shell::text)
        fields.show(listOfNotNull(state.field), listOfNotNull(state.field?.let { field -> error?.let { field.name to it } }).toMap())
        content.text(R.id.pin_error).showText(error.takeIf { state.field == null })
        pad(state.keyed)
        forgot.shown = state.chosen != null
        if (state.field == null) shell.hideKeyboard()
        content.removeCallbacks(tick)
        if (state.countsDown) content.postDelayed(tick, SECOND_MS)
    }

    private fun pad(keyed: Int?) {
        dots.shown = keyed != null
        keypad.shown = keyed != null
        dots.contentDescription = shell.text(R.string.pin_keyed, keyed ?: 0)
        for (place in 0 until dots.childCount) dots.getChildAt(place).isSelected = place < (keyed ?: 0)
    }

    private fun chips(state: PinState) {
        shell.chips.removeAllViews()
        (shell.chips.parent as View).shown = state.cadres.isNotEmpty()
        for (cadre in state.cadres) shell.chips.addView(chip(cadre, state.chosen))
    }

    private fun chip(cadre: Cadre, chosen: Cadre?): View {
        val chip = shell.inflate(R.layout.cadre_chip, shell.chips) as Button
        chip.text = cadre.name
        chip.isSelected = cadre == chosen
        chip.setOnClickListener { presenter.choose(cadre) }
        return chip
    }

    private companion object {
        const val SECOND_MS = 1_000L
    }
}
