package id.siklus

import java.time.Duration

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

    /** The store or the ring of keys is another key's: the app asks its keystore again, or another owner's file was put here. */
    public class WrongKey internal constructor() : SiklusException("wrong_key", "the key is not that of this file")

    /** The store cannot be read as it was written. What can be read of it is left as it is; nothing is written any more. */
    public class Damaged internal constructor() : SiklusException("damaged", "the store is damaged")

    /** A later version of the library wrote the store or the ring of keys: the app must be updated. */
    public class NewerSchema internal constructor(
        /** The version of the file. */
        public val found: Int,
        /** The latest version that this library knows. */
        public val known: Int,
    ) : SiklusException("newer_schema", "the file is of version $found; this library knows up to $known")

    /** The file or its folder cannot be written. */
    public class ReadOnly internal constructor() : SiklusException("read_only", "the store can be read, but not written")

    /** The disk is full. What was saved stands; once there is room, writing goes on. */
    public class NoSpace internal constructor() : SiklusException("no_space", "there is no space left to write to")

    /** The store is open already, in another process or a second time in this one. */
    public class Locked internal constructor() : SiklusException("locked", "the store is open elsewhere")

    /** There is no such thing in the store or the ring of keys, or no store or ring. */
    public class NotFound internal constructor(
        /** What was looked for, as `household`, `cadre` or `key_ring`. */
        public val what: String,
    ) : SiklusException("not_found", "there is no such $what")

    /** A store or a ring of keys is to be made where a file lies already; it is left as it is. */
    public class AlreadyThere internal constructor() : SiklusException("already_there", "there is a file here already")

    /** The household has not agreed that its data are kept. */
    public class NoConsent internal constructor() : SiklusException("no_consent", "the household has not agreed that its data are kept")

    /** The store or the ring of keys was closed. */
    public class Closed internal constructor() : SiklusException("closed", "it is closed")

    /** The PIN is not this cadre's. */
    public class WrongPin internal constructor(
        /** How many wrong PINs are left before each one means a wait: 4 to 0. */
        public val triesLeft: Int,
        /** How long the next try must wait; nothing while tries are left. */
        public val wait: Duration,
    ) : SiklusException("wrong_pin", "the PIN is wrong")

    /** After wrong PINs a wait is not over. The PIN was not looked at, and the try does not count. */
    public class MustWait internal constructor(
        /** For how long, in whole seconds. */
        public val wait: Duration,
    ) : SiklusException("must_wait", "the next try must wait for ${wait.seconds} s")

    /** The PIN does not have six digits, or is too easy to guess to be chosen. */
    public class WeakPin internal constructor(
        /** Why it cannot be taken. */
        public val reason: PinFault,
    ) : SiklusException("weak_pin", "this cannot be a PIN: $reason")

    /** The recovery code is not that of this ring. */
    public class WrongRecoveryCode internal constructor(
        /** Whether it has a typing mistake; otherwise it is another ring's, or was replaced. */
        public val mistyped: Boolean,
    ) : SiklusException("wrong_recovery_code", "the recovery code is ${if (mistyped) "mistyped" else "that of another ring"}")

    /** The ring of keys is not as it was written, or the keystore has lost its key: [KeyRing.restore] makes it again with the recovery code. */
    public class RingDamaged internal constructor() : SiklusException("ring_damaged", "the ring of keys cannot be read on this phone")

    /** The keystore of the phone does not answer; it may later, or after the phone is started again. */
    public class SealFailed internal constructor() : SiklusException("seal_failed", "the keystore of the phone does not answer")

    /** Something else must be done first, or the screen is out of date. */
    public class State internal constructor(
        /** What stands against it. */
        public val rule: StateRule,
    ) : SiklusException("state", "not possible now: $rule")

    /** A fault of the library or of the operating system. The message is for the developer and holds nothing of a person. */
    public class Unexpected internal constructor(
        reason: String = "a fault inside Siklus",
    ) : SiklusException("unexpected", reason)
}

/** What stands against a call. */
public enum class StateRule {
    /** The household has a visit that has not ended: go on with it, or cancel it. */
    VISIT_IN_PROGRESS,

    /** Of some member nobody said what became of them at the visit. */
    PARTS_OPEN,

    /** Sex or birth date of the person is not known, so that no form can be made. */
    PERSON_INCOMPLETE,

    /** The member was not assessed at this visit. */
    NOT_ASSESSED,

    /** The form does not ask for the fact. */
    NOT_ASKED,

    /** The question is not on the screen: its gates are not met. */
    HIDDEN,

    /** There is no earlier answer to be confirmed. */
    NOTHING_TO_CONFIRM,

    /** The last cadre of a ring of keys cannot be taken out. */
    LAST_CADRE,
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
