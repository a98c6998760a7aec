package id.siklus.app.screen.form

import id.siklus.Entry
import id.siklus.FieldMessage
import id.siklus.QuestionKind
import id.siklus.app.kit.Keyed
import id.siklus.app.model.Around
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell

/** Keys in a number or a date. Nothing is saved before the cadre says so. */
class KeypadPresenter(model: Model, private val place: Place.Keypad) : Presenter<KeypadState>(model) {
    private val form = place.whose.form()
    private val language get() = model.phone.look.language

    override fun view(shell: Shell) = KeypadView(shell, this)

    override suspend fun load(): KeypadState {
        val around = around()
        val screen = around.visit.screen(form, language)
        val question = checkNotNull(screen.question(place.fact)) { place.fact }
        val keys = model.typed[KEYS] ?: question.answer?.typed?.let { keys(question.kind, it) }.orEmpty()
        return KeypadState(question, KeypadState.keys(question.kind, keys), around.overview().alarms, error = null)
    }

    fun key(key: Char) = change { plus(key) }

    fun less() = change { less() }

    /** Saves it; what is not accepted stays on the keypad with the reason. */
    fun save(text: String) = enter(Entry.Typed(text))

    /** Takes the suggestion. */
    fun meant(typed: String) {
        val question = state?.question ?: return
        model.typed[KEYS] = keys(question.kind, typed)
        save(typed)
    }

    /** Leaves the question open again. */
    fun clear() = enter(Entry.Cleared)

    fun alarms() = model.open(Place.Alarms(place.visit))

    /** Whose keypad it is; none of the family sheet. */
    val person: String? get() = place.whose.person

    private fun enter(entry: Entry) = work {
        val around = around()
        val screen = around.visit.answer(form, place.fact, entry, language)
        val error = screen.question(place.fact)?.error
        if (error != null) return@work refused(error)
        around.answered(Around.Answered(form, place.fact, screen.withdrawn, model.phone.now()), screen)
        model.back()
    }

    private suspend fun around() = model.atWork().around(place.visit, language)

    private fun refused(error: FieldMessage) {
        state?.let { show(KeypadState(it.question, it.keyed, it.alarms, error)) }
    }

    private fun change(how: Keyed.() -> Keyed) {
        val now = state ?: return
        val keyed = now.keyed.how()
        model.typed[KEYS] = keyed.keys
        show(KeypadState(now.question, keyed, now.alarms, error = null))
    }

    private fun keys(kind: QuestionKind, typed: String) =
        if (kind is QuestionKind.Date) Keyed.keysOfDate(typed) else typed.replace('.', Keyed.COMMA)

    private companion object {
        const val KEYS = "keys"
    }
}
