package id.siklus.app.phone

import android.content.Context
import android.os.SystemClock
import id.siklus.PinCost
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import java.nio.file.Path
import java.time.OffsetDateTime

/** The phone that the app runs on. */
class RealPhone(context: Context) : Phone {
    init {
        // The library of a phone links against it, and is loaded at the first call.
        System.loadLibrary("sqlcipher")
    }

    override val folder: Path = context.noBackupFilesDir.toPath()
    override val background: CoroutineDispatcher = Dispatchers.IO
    override val look = Look(context)
    override val seal = KeystoreSeal()
    override val pinCost: PinCost? = null

    override fun sealsInHardware(): Boolean = seal.isInHardware()

    override fun now(): OffsetDateTime = OffsetDateTime.now()

    override fun sinceStart(): Long = SystemClock.elapsedRealtime()
}
