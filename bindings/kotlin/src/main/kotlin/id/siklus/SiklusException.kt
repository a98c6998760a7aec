package id.siklus

/**
 * Why a call failed. No message holds what was entered.
 *
 * A closed pack throws [IllegalStateException] instead: that is a mistake in the app.
 */
public sealed class SiklusException(
    /** The stable name of the error, for logs and reports. */
    public val code: String,
    message: String,
) : Exception(message) {
    /** Something that was given is not accepted. */
    public class InvalidInput internal constructor(
        /** Every field that is not accepted, at least one. */
        public val fields: List<InvalidField>,
    ) : SiklusException("invalid_input", "not accepted: " + fields.joinToString { "${it.field} (${it.accepted})" })

    /** A rule pack does not load. The one that is built in always does. */
    public class PackFaulty internal constructor(
        /** One line for each fault, with its place. */
        public val faults: List<String>,
    ) : SiklusException("pack_faulty", "the rule pack has ${faults.size} faults")

    /** A fault of the library itself. What it says of itself is kept back: it could hold an answer. */
    public class Unexpected internal constructor() : SiklusException("unexpected", "a fault inside Siklus")
}

/** A field that is not accepted. */
public data class InvalidField(
    /** The field, as `facts.systolic_mmhg`, `history[1].on` or `pregnancy.lmp`; the number is the place in the list, from 0. */
    public val field: String,
    /** Which rule is broken. */
    public val rule: InvalidRule,
    /** What would be accepted: of a fact in the language asked for, otherwise in English. */
    public val accepted: String,
)

/** The rule that a field breaks. */
public enum class InvalidRule {
    /** Nothing was entered. */
    EMPTY,

    /** Something of another type was given. */
    WRONG_TYPE,

    /** A whole number was asked for. */
    NOT_WHOLE,

    /** The number is finer than it can be measured. */
    OFF_STEP,

    /** The number or date lies outside its limits. */
    OUT_OF_RANGE,

    /** The code is not in the list of the fact. */
    NOT_A_CHOICE,

    /** The text does not have the form that it must have. */
    PATTERN,

    /** A setting of the area cannot be unknown. */
    UNKNOWN_FOR_SETTING,

    /** The pack has no such fact. */
    NO_SUCH_FACT,

    /** The pack has no such service. */
    NO_SUCH_SERVICE,

    /** Not a calendar date. */
    NOT_A_DATE,

    /** A date lies after the visit, before birth, or in the wrong order with another one. */
    DATE_ORDER,

    /** Only a woman can have a pregnancy or a delivery. */
    OF_A_MAN,

    /** The same visit, service or fact stands twice. */
    TWICE,

    /** The systolic number is not above the diastolic one. */
    PRESSURE_ORDER,

    /** Another rule, which the text names. */
    OTHER,
}
