package id.siklus.app.phone

import id.siklus.Clocks
import id.siklus.DeviceSeal
import id.siklus.PinCost
import kotlinx.coroutines.CoroutineDispatcher
import java.nio.file.Path
import java.time.Duration
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

    /** The seal that only this phone can open. */
    val seal: DeviceSeal

    /** What a check of a PIN costs in a ring that is made here; measured when absent. */
    val pinCost: PinCost?
}

/** What both clocks say, for the ring of keys. */
fun Phone.clocks() = Clocks(now().toInstant(), Duration.ofMillis(sinceStart()))
