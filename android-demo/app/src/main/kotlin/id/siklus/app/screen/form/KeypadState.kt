package id.siklus.app.screen.form

import id.siklus.Alarm
import id.siklus.FieldMessage
import id.siklus.FormQuestion
import id.siklus.QuestionKind
import id.siklus.app.kit.Keyed

/** A number or a date that is being keyed in. */
class KeypadState(
    /** The question. */
    val question: FormQuestion,
    /** What was keyed in so far. */
    val keyed: Keyed,
    /** The danger signs of the visit. */
    val alarms: List<Alarm>,
    /** Why it was not accepted. */
    val error: FieldMessage?,
) {
    /** The unit behind a number. */
    val unit: String? get() = (question.kind as? QuestionKind.Number)?.unit

    companion object {
        /** The keys for a question. */
        fun keys(kind: QuestionKind, digits: String): Keyed =
            if (kind is QuestionKind.Date) Keyed.date(digits) else Keyed.number(digits, decimals = (kind as? QuestionKind.Number)?.decimals ?: 0)
    }
}

/** Whether its answers are keyed in on the keypad. */
val QuestionKind.isKeyed: Boolean get() = this is QuestionKind.Number || this is QuestionKind.Date
