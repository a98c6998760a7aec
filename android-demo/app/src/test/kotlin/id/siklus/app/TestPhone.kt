package id.siklus.app

import android.content.Context
import id.siklus.AesGcmSeal
import id.siklus.DeviceSeal
import id.siklus.PinCost
import id.siklus.app.phone.Look
import id.siklus.app.phone.Phone
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import java.nio.file.Path
import java.time.Duration
import java.time.OffsetDateTime
import javax.crypto.KeyGenerator
import kotlin.io.path.createTempDirectory

/** A phone whose clock goes only when the test says so. */
class TestPhone(context: Context) : Phone {
    private var at: OffsetDateTime = OffsetDateTime.parse("2026-03-02T09:41:00+07:00")
    private var running = Duration.ofHours(1)

    override val folder: Path = createTempDirectory("siklus-app-")
    override var background: CoroutineDispatcher = Dispatchers.IO
    override val look = Look(context)
    override val seal: DeviceSeal = AesGcmSeal(KeyGenerator.getInstance("AES").apply { init(256) }.generateKey())

    /** Whether it has hardware for keys. */
    var hasKeyHardware = true

    /** The least that the library takes. */
    override val pinCost = PinCost(memoryKib = 32 * 1024, passes = 2)

    override fun sealsInHardware() = hasKeyHardware

    override fun now(): OffsetDateTime = at

    override fun sinceStart(): Long = running.toMillis()

    /** Somebody sets the clock; time does not go by. */
    fun setClock(by: Duration) {
        at += by
    }

    /** Time goes by. */
    fun wait(time: Duration) {
        at += time
        running += time
    }
}
