package id.siklus.app.screen.form

import id.siklus.Alarm
import id.siklus.Entry
import id.siklus.FieldMessage
import id.siklus.FormQuestion
import id.siklus.QuestionKind
import id.siklus.app.kit.Keyed
import id.siklus.app.model.Model
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell

/** Keys in a number or a date. Nothing is saved before the cadre says so. */
abstract class KeyingPresenter(model: Model) : Presenter<KeypadState>(model) {
    /** What may be given in place of a value; without a [label] the answer is taken away. */
    class Without(val label: String?, val entry: Entry)

    /** Whose keypad it is; none of the family sheet. */
    abstract val person: String?

    override fun view(shell: Shell) = KeypadView(shell, this)

    /** Saves it and leaves the screen; what is wrong with it, if it is not accepted. */
    protected abstract suspend fun give(entry: Entry): FieldMessage?

    /** What may be given in place of a value; none where that makes no sense. */
    abstract fun without(question: FormQuestion): Without?

    /** Shows what to do about the danger signs. */
    abstract fun alarms()

    /** A question before any key. */
    protected fun begun(question: FormQuestion, alarms: List<Alarm>): KeypadState {
        val keys = model.typed[KEYS] ?: question.answer?.typed?.let { keys(question.kind, it) }.orEmpty()
        return KeypadState(question, KeypadState.keys(question.kind, keys), alarms, error = null)
    }

    fun key(key: Char) = change { plus(key) }

    fun less() = change { less() }

    /** Saves it; what is not accepted stays on the keypad with the reason. */
    fun save(entry: Entry) = work {
        val error = give(entry) ?: return@work
        state?.let { show(KeypadState(it.question, it.keyed, it.alarms, error)) }
    }

    /** Takes the suggestion. */
    fun meant(typed: String) {
        val question = state?.question ?: return
        model.typed[KEYS] = keys(question.kind, typed)
        save(Entry.Typed(typed))
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
