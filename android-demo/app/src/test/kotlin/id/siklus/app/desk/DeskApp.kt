package id.siklus.app.desk

import android.content.Context
import id.siklus.AesGcmSeal
import id.siklus.DeviceSeal
import id.siklus.PinCost
import id.siklus.app.SiklusApp
import id.siklus.app.family.Family
import id.siklus.app.model.Model
import id.siklus.app.phone.Look
import id.siklus.app.phone.Phone
import java.nio.file.Path
import java.time.OffsetDateTime
import javax.crypto.KeyGenerator
import kotlin.io.path.createTempDirectory
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking

/** The app on a desktop: its store lies in a temporary folder, and goes with the window. */
class DeskApp : SiklusApp() {
    override val phone: Phone by lazy { DeskPhone(this) }

    /** Lets a cadre begin, with the invented families. */
    fun begin() {
        phone.look.language = System.getProperty("siklus.language")?.takeIf(String::isNotEmpty) ?: phone.look.language
        runBlocking {
            model.keys.open()
            val session = model.keys.create("Bu Rina", PIN.toCharArray())
            model.keys.codeIsWritten()
            model.begin(session)
            invent(model)
        }
    }

    fun end() {
        runBlocking { model.session?.close() }
        phone.folder.toFile().deleteRecursively()
    }

    companion object {
        /** Opens the app again after it locked itself. */
        const val PIN = "248613"
    }

    private suspend fun invent(model: Model) {
        val family = Family(model.atWork().siklus, model.atWork().cadre, phone.now())
        family.contoh()
        family.growing()
        val ani = family.register("Bu Ani", rt = "3")
        family.visited(ani, daysAgo = 2, mapOf(family.member(ani, "Bu Ani", "female", ageDays = 30 * 365) to emptyMap()))
    }
}

private class DeskPhone(context: Context) : Phone {
    private val start = System.nanoTime()
    override val folder: Path = createTempDirectory("siklus-desk-")
    override val background: CoroutineDispatcher = Dispatchers.IO
    override val look = Look(context)
    override val seal: DeviceSeal = AesGcmSeal(KeyGenerator.getInstance("AES").apply { init(256) }.generateKey())
    override val pinCost: PinCost? = null

    override fun sealsInHardware() = true

    override fun now(): OffsetDateTime = OffsetDateTime.now()

    override fun sinceStart(): Long = (System.nanoTime() - start) / NANOS_PER_MS

    private companion object {
        const val NANOS_PER_MS = 1_000_000
    }
}
