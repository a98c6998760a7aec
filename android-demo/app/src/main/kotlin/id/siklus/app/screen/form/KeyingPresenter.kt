package id.siklus.app.screen.form

import id.siklus.Alarm
import id.siklus.Entry
import id.siklus.FieldMessage
import id.siklus.FormQuestion
import id.siklus.QuestionKind
import id.siklus.app.kit.Keyed
import id.siklus.app.model.DiscreetPresenter
import id.siklus.app.model.Discretion
import id.siklus.app.model.Model
import id.siklus.app.shell.Shell

/** Keys in a number or a date. Nothing is saved before the cadre says so. */
abstract class KeyingPresenter(model: Model) : DiscreetPresenter<KeypadState>(model) {
    /** What may be given in place of a value; without a [label] the answer is taken away. */
    class Without(val label: String?, val entry: Entry)

    override fun view(shell: Shell) = KeypadView(shell, this)

    override suspend fun load(): KeypadState {
        val question = question()
        val keys = typed[KEYS] ?: question.answer?.typed?.let { keys(question.kind, it) }.orEmpty()
        return KeypadState(question, KeypadState.keys(question.kind, keys), alarms(), error = null)
    }

    /** Reads the question with its answer. */
    protected abstract suspend fun question(): FormQuestion

    /** The danger signs of a visit that goes on. */
    protected open suspend fun alarms(): List<Alarm> = emptyList()

    /** Gives the answer; what is wrong with it, if it is not accepted. */
    protected abstract suspend fun give(entry: Entry): FieldMessage?

    /** What becomes of the screen when an answer was given. */
    protected abstract fun leave()

    /** What may be given in place of a value; none where that makes no sense. */
    abstract fun without(question: FormQuestion): Without?

    /** Whose keypad it is in a visit; none of the family sheet. */
    open val person: String? get() = null

    /** What of it is seen now. */
    val discretion: Discretion get() = Discretion(isPrivate, isAlone)

    /** Whether the question is to be asked alone. */
    protected open val isPrivate: Boolean = false

    /** Opens the danger signs. */
    open fun openAlarms() = Unit

    /** The first key begins anew, also after a refusal: what stands there is to be replaced. */
    fun key(key: Char) {
        val now = state ?: return
        val isFirst = typed[KEYS] == null || now.error != null
        change { (if (isFirst) KeypadState.keys(now.question.kind, "") else this).plus(key) }
    }

    fun less() = change { less() }

    /** Saves it; what is not accepted stays on the keypad with the reason. */
    fun save(entry: Entry) = once {
        val error = give(entry)
        val now = state
        if (error == null) leave() else if (now != null) show(KeypadState(now.question, now.keyed, now.alarms, error))
    }

    /** Takes the suggestion. */
    fun meant(value: String) {
        val question = state?.question ?: return
        typed[KEYS] = keys(question.kind, value)
        save(Entry.Typed(value))
    }

    private fun change(how: Keyed.() -> Keyed) {
        val now = state ?: return
        val keyed = now.keyed.how()
        typed[KEYS] = keyed.keys
        show(KeypadState(now.question, keyed, now.alarms, error = null))
    }

    private fun keys(kind: QuestionKind, typed: String) =
        if (kind is QuestionKind.Date) Keyed.keysOfDate(typed) else typed.replace('.', Keyed.COMMA)

    private companion object {
        const val KEYS = "keys"
    }
}
