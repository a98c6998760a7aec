package id.siklus.app.model

import id.siklus.Author
import id.siklus.Siklus
import id.siklus.UnlockedKey
import id.siklus.Visit
import id.siklus.app.phone.Phone
import kotlinx.coroutines.withContext

/** A cadre at work: the store is open in her name. */
class Session(
    /** Her id, which stands with everything that she writes. */
    val cadre: String,
    /** Her name. */
    val name: String,
    /** The open store. */
    val siklus: Siklus,
    private val phone: Phone,
    /** What the ring of keys gave her; a session without it never locks. */
    val key: UnlockedKey? = null,
) {
    private var resumed: Visit? = null
    private var around: Around? = null

    /** To whom she last told a result. */
    var healthWorker: String? = null

    /** She, now. */
    fun author(): Author = Author(cadre, phone.now())

    /** A visit that has not ended; it is looked up once. */
    suspend fun visit(id: String): Visit = resumed?.takeIf { it.id == id } ?: siklus.resumeVisit(id).also { resumed = it }

    /** What stands around the forms of a visit, in a language. */
    suspend fun around(id: String, language: String): Around =
        around?.takeIf { it.visit.id == id && it.language == language } ?: Around(visit(id), language).also { around = it }

    /** Something was saved that the form of a visit goes by. */
    fun changed() {
        around?.forget()
    }

    /** Remembers a visit that was just opened. */
    fun opened(visit: Visit): String {
        resumed = visit
        return visit.id
    }

    /** The key, for what only who has unlocked the ring may do. */
    fun ringKey(): UnlockedKey = checkNotNull(key) { "no key of the ring" }

    /** Closes the store after the calls that have begun, and wipes the key. */
    suspend fun close() =
        withContext(phone.background) {
            key.use { siklus.close() }
        }
}
