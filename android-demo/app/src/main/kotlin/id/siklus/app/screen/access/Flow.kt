package id.siklus.app.screen.access

import id.siklus.app.R
import id.siklus.app.kit.Field
import id.siklus.app.model.AccessPlace
import id.siklus.app.model.Model
import id.siklus.app.phone.clocks

/** What is asked for, one a screen. */
enum class Step(
    val help: Int,
    /** What is typed; a PIN is keyed in where there is none. */
    val field: Field? = null,
) {
    NAME(R.string.name_help, Field("name", R.string.cadre_name)),
    CODE(R.string.code_help, Field("code", R.string.recovery_code, Field.Shape.CODE)),
    OLD_PIN(R.string.old_pin_help),
    NEW_PIN(R.string.new_pin_help),
    AGAIN(R.string.pin_again_help),
}

/** What was entered. Whoever is given a PIN wipes it. */
class Entered(
    val name: String,
    val code: String,
    val oldPin: CharArray,
    val newPin: CharArray,
)

/** Steps that end in a new PIN. */
class Flow(
    /** The heading. */
    val title: Int,
    /** What is asked for before the new PIN. */
    vararg before: Step,
    /** What is said while it takes its time. */
    val waiting: Int = R.string.making_key,
    /** What it is all for. */
    val done: suspend (Entered) -> Unit,
) {
    /** All that is asked for. */
    val steps: List<Step> = before.toList() + Step.NEW_PIN + Step.AGAIN
}

/** The first cadre of this phone. */
fun firstStart(model: Model) = Flow(R.string.first_start, Step.NAME) { model.begin(model.keys.create(it.name, it.newPin)) }

/** The ring is made again. */
fun restore(model: Model) = Flow(R.string.recovery_code, Step.CODE, Step.NAME) { model.begin(model.keys.restore(it.code, it.name, it.newPin)) }

/** A cadre forgot her PIN. */
fun forgottenPin(model: Model, place: AccessPlace.ForgottenPin) =
    Flow(R.string.forgot_pin, Step.CODE, waiting = R.string.waiting) { model.begin(model.keys.recover(it.code, place.cadre, it.newPin)) }

/** Another PIN for who is at work. */
fun changePin(model: Model) =
    Flow(R.string.change_pin, Step.OLD_PIN, waiting = R.string.waiting) {
        model.keys.ring().changePin(model.atWork().cadre, it.oldPin, it.newPin, model.phone.clocks())
        model.replace(AccessPlace.PinChanged)
    }

/** Another cadre, who chooses her PIN herself. */
fun addCadre(model: Model) =
    Flow(R.string.add_cadre, Step.NAME) {
        model.keys.ring().addCadre(model.atWork().ringKey(), it.name, it.newPin, model.phone.clocks())
        model.leave()
    }
