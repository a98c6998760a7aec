package id.siklus

import id.siklus.RulePack.Companion.DEFAULT_LANGUAGE
import id.siklus.internal.Caller
import id.siklus.internal.OpenStore
import id.siklus.internal.count
import id.siklus.internal.languageCode
import id.siklus.internal.toNative
import id.siklus.internal.toPublic
import id.siklus.internal.wellFormed
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asSharedFlow
import java.nio.file.Path
import java.time.LocalDate
import java.time.OffsetDateTime
import id.siklus.ffi.Siklus as NativeSiklus

/**
 * An encrypted store with the households, persons and visits in it. It may be used from any thread; one process has it open at a time.
 *
 * Each call is one action of the cadre: it is written whole or not at all, and it is on the disk when the call returns. A call that has begun
 * goes on when its coroutine is cancelled: what was to be saved is saved. Every call but [close] throws [SiklusException.Closed] once it is
 * closed, and may throw [SiklusException.Damaged], [SiklusException.NoSpace] and [SiklusException.NotFound].
 */
public class Siklus private constructor(
    store: OpenStore,
) : StoreVisits(store),
    AutoCloseable {
    private val native get() = store.native
    private val caller get() = store.caller

    /** What calls of this store change, from when it is collected. Nothing is left out, however slowly it is read. */
    public val changes: Flow<Change> = store.caller.changes.asSharedFlow()

    /** The notice on personal data, to be read out before a household is registered. */
    public suspend fun consentNotice(language: String = DEFAULT_LANGUAGE): ConsentNotice =
        caller.call("consentNotice") { native.consentNotice(languageCode(language)).toPublic() }

    /** What the pack by which new visits are judged says of itself, and the version of this library. */
    public suspend fun about(language: String = DEFAULT_LANGUAGE): About =
        caller.call("about") { native.about(languageCode(language)).toPublic() }

    /** The form of the settings of the area, on a day. */
    public suspend fun settings(on: LocalDate, language: String = DEFAULT_LANGUAGE): Screen =
        caller.call("settings") { native.settingsScreen(on.toString(), languageCode(language)).toPublic() }

    /** Changes a setting of the area. Visits that were opened before keep the settings with which they were opened. */
    public suspend fun changeSetting(author: Author, fact: String, entry: Entry, language: String = DEFAULT_LANGUAGE): Screen =
        caller.write("changeSetting", { listOf(Change.Settings) }) {
            native.changeSetting(author.toNative(), fact.wellFormed(), entry.toNative(), languageCode(language)).toPublic()
        }

    /** Looks through the whole file. Takes seconds for a large one. */
    public suspend fun verify(): Verification = caller.call("verify") { native.verify().toPublic() }

    /** Whether damage was found since it was opened, so that it can only be read. */
    public suspend fun isDamaged(): Boolean = caller.call("isDamaged") { native.isDamaged() }

    /** Closes the file, after the calls that have begun. Calling it again does nothing. */
    @Synchronized
    override fun close() {
        if (caller.closed) return
        try {
            caller.run("close") { native.shut() }
        } finally {
            caller.closed = true
            native.close()
        }
    }

    override fun toString(): String = "Siklus"

    /** Makes and opens stores. */
    public companion object {
        /**
         * Makes a new store at a place where nothing lies, and opens it.
         *
         * @param key 32 bytes from a secure random source; they are overwritten with zeros before this returns
         * @param at when it is made
         * @param maxPages the most pages of 4 KiB that the file may have; as many as there is room for when absent
         * @param log hears of each call
         * @param dispatcher where the calls run
         * @throws SiklusException.AlreadyThere when a file lies there; it is left as it is
         * @throws SiklusException.InvalidInput when the key has another length
         */
        public suspend fun create(
            path: Path,
            key: ByteArray,
            at: OffsetDateTime,
            maxPages: Int? = null,
            log: SiklusLog? = null,
            dispatcher: CoroutineDispatcher = Dispatchers.IO,
        ): Siklus =
            wiping(key) {
                opened("create", Caller(dispatcher, log)) { NativeSiklus.create(path.toString(), key, maxPages?.count(), at.toNative()) }
            }

        /**
         * Opens a store. With a wrong key, damage or a later schema the file stays as it is, byte by byte.
         *
         * The parameters are those of [create].
         *
         * @throws SiklusException.NotFound when there is none
         * @throws SiklusException.WrongKey when it is another key's
         * @throws SiklusException.Damaged when it cannot be read as it was written
         * @throws SiklusException.NewerSchema when a later version of the library wrote it
         * @throws SiklusException.ReadOnly when it cannot be written
         * @throws SiklusException.Locked when it is open elsewhere
         */
        public suspend fun open(
            path: Path,
            key: ByteArray,
            maxPages: Int? = null,
            log: SiklusLog? = null,
            dispatcher: CoroutineDispatcher = Dispatchers.IO,
        ): Siklus = wiping(key) { opened("open", Caller(dispatcher, log)) { NativeSiklus.open(path.toString(), key, maxPages?.count()) } }

        /**
         * As [create] with bytes, with a key of the ring, which stays as it is.
         *
         * @throws SiklusException.AlreadyThere when a file lies there; it is left as it is
         */
        public suspend fun create(
            path: Path,
            key: UnlockedKey,
            at: OffsetDateTime,
            maxPages: Int? = null,
            log: SiklusLog? = null,
            dispatcher: CoroutineDispatcher = Dispatchers.IO,
        ): Siklus = opened("create", Caller(dispatcher, log)) { NativeSiklus.createWith(path.toString(), key.handle.native, maxPages?.count(), at.toNative()) }

        /** As [open] with bytes, with a key of the ring, which stays as it is. It throws the same. */
        public suspend fun open(
            path: Path,
            key: UnlockedKey,
            maxPages: Int? = null,
            log: SiklusLog? = null,
            dispatcher: CoroutineDispatcher = Dispatchers.IO,
        ): Siklus = opened("open", Caller(dispatcher, log)) { NativeSiklus.openWith(path.toString(), key.handle.native, maxPages?.count()) }

        private suspend fun opened(event: String, caller: Caller, open: () -> NativeSiklus): Siklus =
            caller.open(event) { Siklus(OpenStore(open(), caller)) }

        private suspend fun wiping(key: ByteArray, open: suspend () -> Siklus): Siklus =
            try {
                open()
            } finally {
                key.fill(0)
            }
    }
}
