package id.siklus

import id.siklus.internal.KeyHandle
import java.time.Duration
import java.time.Instant

/** A cadre of the ring of keys. */
public data class Cadre(
    /** Her id, for [Author.cadre]. */
    public val id: String,
    /** How she is called. */
    public val name: String,
) {
    override fun toString(): String = "Cadre"
}

/** What the clocks of the phone say. The library reads none of them. */
public data class Clocks(
    /** The wall clock. */
    public val at: Instant,
    /**
     * The time since the phone was started, sleep included, as `SystemClock.elapsedRealtime()`. Nobody can set it: where it is told, setting the
     * wall clock forward shortens no wait.
     */
    public val sinceBoot: Duration? = null,
)

/** What a check of a PIN costs whoever makes it: Argon2id with one lane. */
public data class PinCost(
    /** Memory in units of 1,024 bytes, 32,768 to 131,072. */
    public val memoryKib: Int,
    /** How often all of it is gone through, 2 to 256. */
    public val passes: Int,
)

/**
 * The key of the store in the hand of a cadre, as a [KeyRing] gives it. Its bytes stay in the native library, and are wiped by [close]; close it
 * when she locks the app. A store that was opened with it stays open until it is closed itself.
 */
public class UnlockedKey internal constructor(
    internal val handle: KeyHandle,
) : AutoCloseable {
    /** The id of the cadre who unlocked it, for [Author.cadre]. */
    public val cadre: String = handle.native.cadre()

    /** Wipes the key. Calling it again does nothing; using the key later throws [SiklusException.Closed]. */
    override fun close() {
        // Freed memory is not enough: a call that is just being given the key would read it. The native library wipes it in its own turn.
        handle.native.wipe()
    }

    override fun toString(): String = "UnlockedKey"
}

/** A ring of keys that was made. */
public class NewRing internal constructor(
    /** The ring. */
    public val ring: KeyRing,
    /** The key of the store, in the hand of its first cadre. */
    public val key: UnlockedKey,
    /**
     * The recovery code: seven groups of four letters and digits. Show it now, to be written down and kept away from the phone; it is kept
     * nowhere.
     */
    public val recoveryCode: String,
) : AutoCloseable {
    /** Closes the key and the ring. */
    override fun close() {
        key.close()
        ring.close()
    }

    override fun toString(): String = "NewRing"
}

/** Why a PIN cannot be taken. */
public enum class PinFault {
    /** Anything but six digits. */
    NOT_SIX_DIGITS,

    /** One digit six times. */
    SAME_DIGIT,

    /** A row, as 123456 or 654321. */
    ROW,

    /** A part that comes again, as 121212. */
    REPEATED,

    /** One of the few that everybody tries first. */
    MUCH_USED,
}
