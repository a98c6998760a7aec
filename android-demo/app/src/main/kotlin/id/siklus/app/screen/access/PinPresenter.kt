package id.siklus.app.screen.access

import id.siklus.Cadre
import id.siklus.app.kit.PinDigits
import id.siklus.app.kit.Said
import id.siklus.app.model.Model
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell

/** Takes a PIN, digit by digit. The sixth one ends it. */
abstract class PinPresenter(model: Model) : Presenter<PinState>(model) {
    protected val digits = PinDigits()

    override fun view(shell: Shell) = PinView(shell, this)

    override suspend fun load(): PinState {
        digits.clear()
        return now()
    }

    /** What is shown now. */
    protected abstract fun now(error: Said? = null): PinState

    /** All digits are there. */
    protected abstract fun entered()

    /** What was typed into the field is all of it. */
    open fun next() = Unit

    open fun choose(cadre: Cadre) = Unit

    open fun forgot() = Unit

    fun key(key: Char) {
        if (model.isBusy) return
        val isFull = digits.plus(key)
        redraw()
        if (isFull) entered()
    }

    fun less() {
        if (model.isBusy) return
        digits.less()
        redraw()
    }

    /** Draws what is true now. */
    fun redraw(error: Said? = null) = show(now(error))
}
