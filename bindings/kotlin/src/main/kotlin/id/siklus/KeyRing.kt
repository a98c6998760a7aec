package id.siklus

import id.siklus.ffi.calibratePinCost
import id.siklus.ffi.checkNewPin
import id.siklus.ffi.createKeyRing
import id.siklus.ffi.restoreKeyRing
import id.siklus.internal.Caller
import id.siklus.internal.NativeSeal
import id.siklus.internal.asPin
import id.siklus.internal.calling
import id.siklus.internal.toNative
import id.siklus.internal.toPublic
import id.siklus.internal.wellFormed
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import java.nio.file.Path
import java.time.Duration
import id.siklus.ffi.KeyRing as NativeRing
import id.siklus.ffi.NewRingView as NativeNewRing
import id.siklus.ffi.PinCost as NativeCost

/**
 * The ring of keys beside the store: one random key of the store, sealed for each cadre by her PIN and once by the recovery code. It may be
 * used from any thread; one process uses it at a time.
 *
 * What a PIN of six digits protects is little: the [DeviceSeal] around the ring is what protects a stolen phone. Wrong PINs only wait: after
 * five of them 30 seconds, 1 minute, 5, 15, then 60 minutes each, over every restart. No key is ever dropped.
 *
 * PINs are overwritten with zeros before a call returns. Every call but [close] throws [SiklusException.Closed] once it is closed, and may throw
 * [SiklusException.RingDamaged], [SiklusException.SealFailed], [SiklusException.NewerSchema], [SiklusException.ReadOnly] and
 * [SiklusException.NoSpace]; what the ring held before stands then.
 */
public class KeyRing private constructor(
    private val native: NativeRing,
    private val caller: Caller,
) : AutoCloseable {
    /** The cadres, in the order in which they were added: the lock screen shows them before any PIN is typed. */
    public suspend fun cadres(): List<Cadre> = caller.call("cadres") { native.cadres().map { Cadre(it.id, it.name) } }

    /**
     * How long the next PIN of a cadre must wait: nothing to an hour, in whole seconds. Ask once and count down; when the clock is set back
     * meanwhile, the whole wait begins again.
     *
     * @throws SiklusException.NotFound when there is no such cadre
     */
    public suspend fun waitOf(cadre: String, now: Clocks): Duration =
        caller.call("waitOf") { Duration.ofSeconds(native.waitS(cadre.wellFormed(), now.toNative()).toLong()) }

    /**
     * Unlocks the key of the store with a cadre's PIN. Takes half a second to a second. The try is on the disk before the PIN is looked at, so
     * that killing the app gives no free ones.
     *
     * @throws SiklusException.WrongPin with what is left
     * @throws SiklusException.MustWait when a wait is not over; the PIN was not looked at
     * @throws SiklusException.WeakPin when it does not have six digits; it does not count as a try
     * @throws SiklusException.NotFound when there is no such cadre
     */
    public suspend fun unlock(cadre: String, pin: CharArray, now: Clocks): UnlockedKey =
        pin.asPin { bytes ->
            caller.open("unlock") { native.unlock(cadre.wellFormed(), bytes, now.toNative()).toPublic() }
        }

    /**
     * Gives a cadre another PIN. The [old] one is tried as in [unlock], and throws the same.
     *
     * @throws SiklusException.WeakPin when the [new] one is easy to guess; the old one then stays and was not tried
     */
    public suspend fun changePin(cadre: String, old: CharArray, new: CharArray, now: Clocks): Unit =
        old.asPin { oldBytes ->
            new.asPin { newBytes ->
                caller.call("changePin") { native.changePin(cadre.wellFormed(), oldBytes, newBytes, now.toNative()) }
            }
        }

    /**
     * Adds a cadre; whoever has unlocked the ring may do it.
     *
     * @return her id, for [Author.cadre]
     * @throws SiklusException.WeakPin when the PIN cannot be taken
     * @throws SiklusException.InvalidInput when the name is empty or longer than 80 letters
     * @throws SiklusException.WrongKey when the key is another ring's
     */
    public suspend fun addCadre(key: UnlockedKey, name: String, pin: CharArray, now: Clocks): String =
        pin.asPin { bytes -> caller.call("addCadre") { native.add(key.handle.native, name.wellFormed(), bytes, now.toNative()) } }

    /**
     * Takes a cadre out. The key of the store stays the same: what is locked out is her PIN, not a key that somebody copied.
     *
     * @throws SiklusException.State when she is the last one
     * @throws SiklusException.NotFound when there is no such cadre
     * @throws SiklusException.WrongKey when the key is another ring's
     */
    public suspend fun removeCadre(key: UnlockedKey, cadre: String): Unit =
        caller.call("removeCadre") { native.remove(key.handle.native, cadre.wellFormed()) }

    /**
     * Gives a cadre who forgot her PIN a new one, with the recovery code, and unlocks the key. Her wait, if there is one, is over; the code stays.
     *
     * @param code as it was typed: spaces, hyphens and small letters are as good
     * @throws SiklusException.WrongRecoveryCode when it is mistyped or another ring's
     * @throws SiklusException.WeakPin when the PIN cannot be taken
     * @throws SiklusException.NotFound when there is no such cadre
     */
    public suspend fun recover(code: String, cadre: String, newPin: CharArray): UnlockedKey =
        newPin.asPin { bytes ->
            caller.open("recover") { native.recover(code.wellFormed(), cadre.wellFormed(), bytes).toPublic() }
        }

    /**
     * Makes a new recovery code, to be shown now. The one before opens nothing any more.
     *
     * @throws SiklusException.WrongKey when the key is another ring's
     */
    public suspend fun renewRecoveryCode(key: UnlockedKey): String = caller.call("renewRecoveryCode") { native.renewCode(key.handle.native) }

    /** Releases the native memory. Calling it again does nothing. */
    override fun close() {
        caller.closed = true
        native.close()
    }

    override fun toString(): String = "KeyRing"

    /** Makes and opens rings. */
    public companion object {
        /**
         * What a check of a PIN may cost on this phone, so that it takes half a second to a second. Takes a second or two itself.
         *
         * @param dispatcher where it runs
         */
        public suspend fun calibrate(dispatcher: CoroutineDispatcher = Dispatchers.IO): PinCost =
            withContext(dispatcher) { calling { calibratePinCost().toPublic() } }

        /**
         * Looks whether a PIN may be chosen, as every call that sets one does: ask when it was typed the first time, so that nobody types it
         * twice in vain. The PIN is overwritten with zeros.
         *
         * @param dispatcher where it runs
         * @throws SiklusException.WeakPin when it cannot be taken
         */
        public suspend fun checkNewPin(pin: CharArray, dispatcher: CoroutineDispatcher = Dispatchers.IO): Unit =
            withContext(dispatcher) { pin.asPin { bytes -> calling { checkNewPin(bytes) } } }

        /**
         * Makes a ring with a new random key for a store, and its first cadre. Show the recovery code, then make the store with the key.
         *
         * @param path where nothing lies yet; keep it out of backups
         * @param seal the keystore of the phone
         * @param pin the PIN that she chose: six digits
         * @param cost what a check of a PIN in this ring costs; measured first when absent
         * @param log hears of each call
         * @param dispatcher where the calls run
         * @throws SiklusException.AlreadyThere when a file lies there; it is left as it is
         * @throws SiklusException.WeakPin when the PIN cannot be taken
         * @throws SiklusException.InvalidInput when the name or the cost cannot be
         */
        public suspend fun create(
            path: Path,
            seal: DeviceSeal,
            name: String,
            pin: CharArray,
            now: Clocks,
            cost: PinCost? = null,
            log: SiklusLog? = null,
            dispatcher: CoroutineDispatcher = Dispatchers.IO,
        ): NewRing =
            made("createKeyRing", pin, cost, Caller(dispatcher, log)) { bytes, costs ->
                createKeyRing(path.toString(), NativeSeal(seal), name.wellFormed(), bytes, costs, now.toNative())
            }

        /**
         * Opens a ring, which unlocks nothing.
         *
         * @throws SiklusException.NotFound when there is none
         * @throws SiklusException.RingDamaged when it is not as it was written, or the keystore has lost its key: [restore] makes it again
         * @throws SiklusException.SealFailed when the keystore does not answer
         * @throws SiklusException.NewerSchema when a later version of the library wrote it
         */
        public suspend fun open(
            path: Path,
            seal: DeviceSeal,
            log: SiklusLog? = null,
            dispatcher: CoroutineDispatcher = Dispatchers.IO,
        ): KeyRing {
            val caller = Caller(dispatcher, log)
            return caller.open("openKeyRing") { KeyRing(NativeRing.open(path.toString(), NativeSeal(seal)), caller) }
        }

        /**
         * Makes a ring again that the keystore of this phone does not open, with the recovery code: after the keystore lost its key, or on
         * another phone. It has the same key of the store, the same code, and one cadre with a new id; the others are added again. The old file
         * is kept beside it.
         *
         * The other parameters are those of [create].
         *
         * @param code as it was typed
         * @throws SiklusException.WrongRecoveryCode when it is mistyped or another ring's
         * @throws SiklusException.AlreadyThere when the ring opens: [recover] does it then
         * @throws SiklusException.RingDamaged when the part for the code is damaged too
         */
        public suspend fun restore(
            path: Path,
            seal: DeviceSeal,
            code: String,
            name: String,
            pin: CharArray,
            now: Clocks,
            cost: PinCost? = null,
            log: SiklusLog? = null,
            dispatcher: CoroutineDispatcher = Dispatchers.IO,
        ): NewRing =
            made("restoreKeyRing", pin, cost, Caller(dispatcher, log)) { bytes, costs ->
                val (typed, called) = code.wellFormed() to name.wellFormed()
                restoreKeyRing(path.toString(), NativeSeal(seal), typed, called, bytes, costs, now.toNative())
            }

        private suspend fun made(
            event: String,
            pin: CharArray,
            cost: PinCost?,
            caller: Caller,
            make: (ByteArray, NativeCost) -> NativeNewRing,
        ): NewRing =
            pin.asPin { bytes ->
                caller.open(event) {
                    val made = make(bytes, cost?.toNative() ?: calibratePinCost())
                    NewRing(KeyRing(made.ring, caller), made.key.toPublic(), made.code)
                }
            }
    }
}
