package id.siklus

import java.math.BigDecimal
import java.time.LocalDate

/** The answer to one fact. A fact that was not asked has none. Nothing that was answered shows in `toString`. */
public sealed class Answer {
    /** Asked, and the family does not know. That is not "no". */
    public object Unknown : Answer()

    /** Yes or no. */
    public data class YesNo(
        /** Whether it is yes. */
        public val yes: Boolean,
    ) : Answer() {
        override fun toString(): String = NAME
    }

    /** A number as it was entered, in the unit of the fact: 22.8 is not 22.80000001. */
    public data class Number(
        /** The number. */
        public val value: BigDecimal,
    ) : Answer() {
        /** A whole number. */
        public constructor(value: Int) : this(BigDecimal(value))

        /**
         * A number in digits with a point, as `"22.8"`.
         *
         * @throws NumberFormatException when it is none
         */
        public constructor(digits: String) : this(BigDecimal(digits))

        override fun toString(): String = NAME
    }

    /** One code of the list of the fact. */
    public data class Code(
        /** The code. */
        public val code: String,
    ) : Answer() {
        override fun toString(): String = NAME
    }

    /** Several codes of the list of the fact; none is an answer too. */
    public data class Codes(
        /** The codes. */
        public val codes: Set<String>,
    ) : Answer() {
        override fun toString(): String = NAME
    }

    /** A calendar date. */
    public data class Date(
        /** The date. */
        public val date: LocalDate,
    ) : Answer() {
        override fun toString(): String = NAME
    }

    /** A text. */
    public data class Text(
        /** The text. */
        public val text: String,
    ) : Answer() {
        override fun toString(): String = NAME
    }

    override fun toString(): String = NAME

    private companion object {
        const val NAME = "Answer"
    }
}
