package id.siklus.app.screen.access

import id.siklus.KeyRing
import id.siklus.SiklusException
import id.siklus.app.R
import id.siklus.app.kit.Said
import id.siklus.app.model.Model
import id.siklus.app.phone.clocks

/** Goes through the steps to a new PIN. What is refused leads back to its step, with the reason. */
class FlowPresenter(model: Model, private val flow: Flow) : PinPresenter(model) {
    private var at = 0
    private val step get() = flow.steps[at]
    private var oldPin = CharArray(0)
    private var newPin = CharArray(0)
    override val waiting get() = flow.waiting

    override suspend fun load(): PinState {
        at = 0
        return super.load()
    }

    override fun now(error: Said?) =
        PinState(flow.title, Said(step.help), error, field = step.field, keyed = digits.count.takeIf { step.field == null })

    /** At the end of a field. */
    override fun next() = if (text(step).isEmpty()) redraw(Said(R.string.field_empty)) else go(at + 1)

    override fun entered() {
        when (step) {
            Step.OLD_PIN -> checked(digits.take())
            Step.NEW_PIN -> chosen(digits.take())
            else -> repeated(digits.take())
        }
    }

    override fun back(): Boolean {
        if (at > 0) go(at - 1) else return false
        return true
    }

    private fun go(step: Int, error: Said? = null) {
        digits.clear()
        at = step
        redraw(error)
    }

    private fun goTo(step: Step, error: Said) = go(flow.steps.indexOf(step), error)

    private fun text(step: Step) = typed[step.field?.name].orEmpty().trim()

    /** The old PIN is looked at before a new one is thought of. */
    private fun checked(pin: CharArray) = tried {
        oldPin = pin.copyOf()
        model.keys.ring().unlock(session.cadre, pin, model.phone.clocks()).close()
        go(at + 1)
    }

    /** A PIN that is easy to guess is refused before it is keyed in a second time. */
    private fun chosen(pin: CharArray) = tried {
        newPin = pin
        KeyRing.checkNewPin(pin.copyOf(), model.phone.background)
        go(at + 1)
    }

    private fun repeated(pin: CharArray) {
        val isSame = pin.contentEquals(newPin)
        pin.fill('\u0000')
        if (!isSame) return goTo(Step.NEW_PIN, Said(R.string.pins_differ))
        tried {
            flow.done(Entered(text(Step.NAME), text(Step.CODE), oldPin.copyOf(), newPin))
            oldPin.fill('\u0000')
        }
    }

    private fun tried(what: suspend () -> Unit) = work {
        try {
            what()
        } catch (weak: SiklusException.WeakPin) {
            goTo(Step.NEW_PIN, weak.reason.words())
        } catch (wrong: SiklusException.WrongPin) {
            goTo(Step.OLD_PIN, wrong.words())
        } catch (early: SiklusException.MustWait) {
            goTo(Step.OLD_PIN, waitWords(early.wait.toMillis()))
        } catch (wrong: SiklusException.WrongRecoveryCode) {
            goTo(Step.CODE, wrong.words())
        } catch (_: SiklusException.InvalidInput) {
            goTo(Step.NAME, Said(R.string.name_refused))
        }
    }
}
