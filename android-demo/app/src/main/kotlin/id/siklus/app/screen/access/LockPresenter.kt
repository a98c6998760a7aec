package id.siklus.app.screen.access

import id.siklus.Cadre
import id.siklus.SiklusException
import id.siklus.app.R
import id.siklus.app.kit.Said
import id.siklus.app.model.AccessPlace
import id.siklus.app.model.Model
import id.siklus.app.phone.clocks
import java.time.Duration

/** Asks who is there, and for her PIN. How often it may be wrong, and how long is waited then, the ring of keys says. */
class LockPresenter(model: Model) : PinPresenter(model) {
    private var cadres = emptyList<Cadre>()
    private var chosen: Cadre? = null

    /** When the wait is over, by the clock that nobody can set. */
    private var openAt = 0L
    private val waitMs get() = openAt - model.phone.sinceStart()

    override suspend fun load(): PinState {
        cadres = model.keys.ring().cadres()
        (cadres.find { it.id == model.lastCadre } ?: cadres.singleOrNull())?.let { begin(it) }
        return super.load()
    }

    override fun now(error: Said?): PinState {
        val (name, isWaiting) = chosen?.name to (waitMs > 0)
        val help = if (isWaiting) waitWords(waitMs) else if (name == null) Said(R.string.who_are_you) else Said(R.string.pin_of, name)
        val keyed = digits.count.takeIf { name != null && !isWaiting }
        return PinState(R.string.app_name, help, error, keyed = keyed, cadres = cadres, chosen = chosen, canGoBack = false, countsDown = isWaiting)
    }

    override fun choose(cadre: Cadre) = work {
        begin(cadre)
        redraw()
    }

    override fun forgot() {
        chosen?.let { model.open(AccessPlace.ForgottenPin(it.id)) }
    }

    override fun entered() = once {
        val cadre = chosen?.id ?: return@once
        try {
            model.begin(model.keys.unlock(cadre, digits.take()))
        } catch (wrong: SiklusException.WrongPin) {
            waits(wrong.wait)
            redraw(wrong.words())
        } catch (early: SiklusException.MustWait) {
            waits(early.wait)
            redraw()
        }
    }

    private suspend fun begin(cadre: Cadre) {
        chosen = cadre
        waits(model.keys.ring().waitOf(cadre.id, model.phone.clocks()))
    }

    private fun waits(time: Duration) {
        digits.clear()
        openAt = model.phone.sinceStart() + time.toMillis()
    }
}
