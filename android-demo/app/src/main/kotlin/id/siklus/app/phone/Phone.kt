package id.siklus.app.phone

import kotlinx.coroutines.CoroutineDispatcher
import java.nio.file.Path
import java.time.OffsetDateTime

/** What the app takes from the phone, in one place, so that a test can give it instead. */
interface Phone {
    /** The folder that only this app can read. */
    val folder: Path

    /** Where calls of the library run. */
    val background: CoroutineDispatcher

    /** The wall clock. */
    fun now(): OffsetDateTime

    /** Milliseconds since the phone was started, sleep included; no one can set it back. */
    fun sinceStart(): Long

    /** What the cadre chose of language and size of text. */
    val look: Look
}
