package id.siklus

import java.math.BigDecimal
import java.time.LocalDate

/** A question with its answer. */
public data class FormQuestion(
    /** The id of the fact in the pack. */
    public val fact: String,
    /** The question. */
    public val label: String,
    /** How to ask or measure. */
    public val help: String?,
    /** What its answers are. */
    public val kind: QuestionKind,
    /** The answer "not known"; none where that is no answer. */
    public val unknownLabel: String?,
    /** The answer, if its value is known. */
    public val answer: ShownAnswer?,
    /** Whether the answer is that the family does not know. */
    public val unknown: Boolean,
    /** Whether it has no answer yet. */
    public val open: Boolean,
    /** What was recorded at an earlier visit. */
    public val last: LastAnswer?,
    /** What was answered at this visit and withdrawn. */
    public val old: OldAnswer?,
    /** Whether the button of its section answers it with "no". */
    public val noWithOthers: Boolean,
    /** Why to measure once more, with a polite question. The answer counts all the same. */
    public val measureAgain: String?,
    /** What is wrong with what was just entered. */
    public val error: FieldMessage?,
) {
    override fun toString(): String = "FormQuestion"
}

/** What the answers of a question are. */
public sealed class QuestionKind {
    /** Yes or no. */
    public data class YesNo(
        /** The answer yes. */
        public val yes: String,
        /** The answer no. */
        public val no: String,
    ) : QuestionKind()

    /** A number. */
    public data class Number(
        /** Whether it is typed without a decimal mark. */
        public val integer: Boolean,
        /** The unit behind the number, in words. */
        public val unit: String?,
        /** What every value is a multiple of. */
        public val step: BigDecimal,
        /** The lowest accepted value. */
        public val min: BigDecimal?,
        /** The highest accepted value. */
        public val max: BigDecimal?,
        /** Digits behind the decimal mark. */
        public val decimals: Int,
    ) : QuestionKind()

    /** One of these. */
    public data class OneOf(
        /** The answers. */
        public val choices: List<Choice>,
    ) : QuestionKind()

    /** Any of these, none included. */
    public data class AnyOf(
        /** The answers. */
        public val choices: List<Choice>,
    ) : QuestionKind()

    /** A date. */
    public data class Date(
        /** The last day that is accepted. */
        public val latest: LocalDate?,
    ) : QuestionKind()

    /** A text. */
    public object Text : QuestionKind() {
        override fun toString(): String = "Text"
    }
}

/** One of several answers. */
public data class Choice(
    /** Its code. */
    public val code: String,
    /** How it is called. */
    public val label: String,
)

/** An answer. */
public data class ShownAnswer(
    /** What could be typed for it. */
    public val typed: String,
    /** The value in words, with its unit. */
    public val text: String,
) {
    override fun toString(): String = "ShownAnswer"
}

/** An answer of an earlier visit. */
public data class LastAnswer(
    /** The day of that visit. */
    public val on: LocalDate,
    /** The answer. */
    public val answer: ShownAnswer,
    /** Both in one sentence; a question where it is to be confirmed. */
    public val text: String,
    /** The button that confirms it for this visit; none when it is only shown. */
    public val confirm: String?,
) {
    override fun toString(): String = "LastAnswer"
}

/** An answer of this visit that was withdrawn. */
public data class OldAnswer(
    /** The answer; none when it was "not known". */
    public val answer: ShownAnswer?,
    /** The answer in a sentence. */
    public val text: String,
) {
    override fun toString(): String = "OldAnswer"
}

/** What is wrong with what was entered, at its field. */
public data class FieldMessage(
    /** What would be right. */
    public val text: String,
    /** What was probably meant. */
    public val suggestion: Suggestion?,
) {
    override fun toString(): String = "FieldMessage"
}

/** What was probably meant. It comes from what was entered, so it is for the screen alone. */
public data class Suggestion(
    /** The question whether it was meant, in words. */
    public val text: String,
    /** What is typed to say yes to it. */
    public val typed: String,
) {
    override fun toString(): String = "Suggestion"
}
