package id.siklus.app.model

import id.siklus.KeyRing
import id.siklus.NewRing
import id.siklus.Siklus
import id.siklus.UnlockedKey
import id.siklus.app.phone.Phone
import id.siklus.app.phone.clocks
import kotlinx.coroutines.withContext
import java.io.IOException
import java.nio.file.Path
import kotlin.io.path.createFile
import kotlin.io.path.deleteIfExists
import kotlin.io.path.exists

/** What lies on the phone. */
enum class Found { NOTHING, ALL, RING_DAMAGED, STORE_ALONE, RING_ALONE }

/**
 * The ring of keys and the store on this phone. No file of theirs is ever overwritten or removed.
 *
 * Dying at any moment of the first start locks nobody out. Two empty files are made before the ring: `first-start` lies there until the store is
 * made, and lets the next unlocking make it; `recovery-code.open` lies there until the code was typed from the paper, and lets each unlocking make
 * a new code and show it. So the PIN opens the app from the moment it was chosen, and what is on the paper in the end is the code that counts.
 */
class Keys(private val phone: Phone) {
    private val ringFile = phone.folder.resolve("siklus.ring")
    private val store = phone.folder.resolve("siklus.db")
    private val firstStart = phone.folder.resolve("first-start")
    private val codeOpen = phone.folder.resolve("recovery-code.open")
    private var ring: KeyRing? = null

    /** Whether nobody has the recovery code on paper yet. */
    var isCodeOpen = false
        private set

    /** Looks at what lies on the phone, and opens the ring anew. */
    suspend fun open(): Found {
        val found = onDisk { isCodeOpen = codeOpen.exists(); found() }
        ring?.close()
        ring = null
        if (found == Found.ALL) ring = KeyRing.open(ringFile, phone.seal, dispatcher = phone.background)
        return found
    }

    private fun found() =
        when {
            !ringFile.exists() -> if (store.exists()) Found.STORE_ALONE else Found.NOTHING
            store.exists() || firstStart.exists() -> Found.ALL
            else -> Found.RING_ALONE
        }

    /** The open ring. */
    fun ring(): KeyRing = checkNotNull(ring) { "no ring" }

    /** Makes the ring with its first cadre, and the store. */
    suspend fun create(name: String, pin: CharArray): Session {
        openCode()
        mark(firstStart) { createFile() }
        return session(KeyRing.create(ringFile, phone.seal, name, pin, phone.clocks(), phone.pinCost, dispatcher = phone.background))
    }

    /** Makes a ring again that this phone does not open. */
    suspend fun restore(code: String, name: String, pin: CharArray): Session =
        session(KeyRing.restore(ringFile, phone.seal, code, name, pin, phone.clocks(), phone.pinCost, dispatcher = phone.background))

    /** Opens the store with a cadre's PIN. */
    suspend fun unlock(cadre: String, pin: CharArray): Session = session(ring().unlock(cadre, pin, phone.clocks()))

    /** Gives a cadre a new PIN with the recovery code, and opens the store. */
    suspend fun recover(code: String, cadre: String, newPin: CharArray): Session = session(ring().recover(code, cadre, newPin))

    /** Makes another recovery code, which is to be written down. */
    suspend fun newCode(key: UnlockedKey): String {
        openCode()
        return ring().renewRecoveryCode(key)
    }

    /** The code stands on paper. */
    suspend fun codeIsWritten() {
        isCodeOpen = false
        mark(codeOpen) { deleteIfExists() }
    }

    private suspend fun openCode() {
        isCodeOpen = true
        mark(codeOpen) { createFile() }
    }

    private suspend fun session(made: NewRing): Session {
        ring = made.ring
        return session(made.key)
    }

    private suspend fun session(key: UnlockedKey): Session {
        var session: Session? = null
        try {
            val name = ring().cadres().first { it.id == key.cadre }.name
            return Session(key.cadre, name, store(key), phone, key).also { session = it }
        } finally {
            if (session == null) key.close()
        }
    }

    private suspend fun store(key: UnlockedKey): Siklus {
        val isNew = onDisk { firstStart.exists() && !store.exists() }
        val opened = if (isNew) Siklus.create(store, key, phone.now(), dispatcher = phone.background) else Siklus.open(store, key, dispatcher = phone.background)
        mark(firstStart) { deleteIfExists() }
        return opened
    }

    /** What is wrong with the disk, the ring and the store say better: they are written next to it. */
    private suspend fun mark(file: Path, how: Path.() -> Unit) =
        onDisk {
            try {
                file.how()
            } catch (_: IOException) {
                // It lies there already, or the disk takes nothing.
            }
        }

    private suspend fun <T> onDisk(what: () -> T): T = withContext(phone.background) { what() }
}
