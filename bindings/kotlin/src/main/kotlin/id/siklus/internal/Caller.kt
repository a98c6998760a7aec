package id.siklus.internal

import id.siklus.Change
import id.siklus.SiklusException
import id.siklus.SiklusLog
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.flow.MutableSharedFlow
import kotlinx.coroutines.withContext
import java.time.Duration

/** Makes the calls of one open store or ring of keys: where they run, who hears of them, and that none is made once it is closed. */
internal class Caller(
    private val dispatcher: CoroutineDispatcher,
    private val log: SiklusLog?,
) {
    /** Its buffer takes whatever a slow collector has not seen yet, so that no change is lost and no call waits. */
    val changes = MutableSharedFlow<Change>(extraBufferCapacity = Int.MAX_VALUE)

    @Volatile
    var closed = false

    /** A call of whose change nobody is told: one that reads, and each one of a ring of keys, which tells no changes. */
    suspend fun <T> call(event: String, call: () -> T): T = withContext(dispatcher) { run(event, call) }

    /** A call that writes into a store. What it changed is told even when nobody waits for its result any more: it is saved. */
    suspend fun <T> write(event: String, changed: (T) -> List<Change>, call: () -> T): T =
        withContext(dispatcher) {
            run(event, call).also { result -> changed(result).forEach(changes::tryEmit) }
        }

    /** A call that opens something. When nobody waits for it any more, it is closed again: it would keep a file locked, or a key in memory. */
    suspend fun <T : AutoCloseable> open(event: String, make: () -> T): T {
        var opened: T? = null
        var handedOver = false
        try {
            val result = call(event) { make().also { opened = it } }
            handedOver = true
            return result
        } finally {
            if (!handedOver) opened?.close()
        }
    }

    /** A call on this thread. */
    fun <T> run(event: String, call: () -> T): T {
        val start = System.nanoTime()
        var error: String? = null
        try {
            return calling { unlessClosed(call) }
        } catch (refused: SiklusException) {
            error = refused.code
            throw refused
        } finally {
            tell(event, Duration.ofNanos(System.nanoTime() - start), error)
        }
    }

    /** The generated code throws an [IllegalStateException] when it is closed between the look and the call. */
    private fun <T> unlessClosed(call: () -> T): T {
        if (closed) throw SiklusException.Closed()
        return try {
            call()
        } catch (error: IllegalStateException) {
            throw if (closed) SiklusException.Closed() else error
        }
    }

    private fun tell(event: String, took: Duration, error: String?) {
        try {
            log?.called(event, took, error)
        } catch (_: Exception) {
            // What was saved is saved: a log that fails must not make it look otherwise.
        }
    }
}
