package id.siklus.app

import id.siklus.Siklus
import id.siklus.SiklusException
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.nio.file.Path
import java.time.Duration
import kotlin.io.path.deleteExisting
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes

@RunWith(RobolectricTestRunner::class)
class AccessTest {
    private val hand = Hand()
    private val ring get() = hand.phone.folder.resolve("siklus.ring")
    private val store get() = hand.phone.folder.resolve("siklus.db")

    @Test
    fun `the first start leads to the first screen`() {
        hand.open().withBars()
        hand.picture("access-welcome")
        hand.tap("Mulai")
        hand.tap("Lanjutkan")
        hand.sees("Isi dulu, ya.")
        hand.write("Bu Rina")
        hand.picture("access-name")
        hand.tap("Lanjutkan")
        hand.pin("482")
        hand.picture("access-pin")
        hand.pin("913")
        hand.pin(PIN)
        hand.picture("access-code")
        hand.writeCode()
        hand.sees("Belum ada keluarga", "Bu Rina")
    }

    @Test
    fun `a pin that is easy to guess, and two that differ, are refused in words`() {
        hand.open()
        hand.tap("Mulai")
        hand.write("Bu Rina")
        hand.tap("Lanjutkan")
        hand.pin("123456")
        hand.picture("access-weak")
        hand.sees("PIN dengan angka berurutan mudah ditebak.", "Pilih PIN baru")
        hand.pin(PIN)
        hand.pin(OTHER_PIN)
        hand.sees("Kedua PIN tadi tidak sama.", "Pilih PIN baru")
        repeat(2) { hand.pin(PIN) }
        assertEquals(7, hand.code().size)
    }

    @Test
    fun `the recovery code must stand on paper`() {
        hand.firstCadre()
        hand.tap("Sudah saya tulis")
        hand.write("2222 2222")
        hand.tap("Selesai")
        hand.picture("access-code-asked")
        hand.sees("Belum sama.")
        hand.tap("Kembali")
        assertEquals(7, hand.code().size)
        hand.writeCode()
        hand.sees("Belum ada keluarga")
    }

    @Test
    fun `a phone without hardware for keys is told of`() {
        hand.phone.hasKeyHardware = false
        hand.firstCadre()
        hand.picture("access-weak-phone")
        hand.sees("Ponsel ini tidak punya alat khusus untuk menyimpan kunci.")
        hand.die { hand.phone.hasKeyHardware = true }
        hand.pin(PIN)
        assertFalse("alat khusus" in hand.words())
    }

    @Test
    fun `dying before the code is written down locks nobody out`() {
        hand.firstCadre()
        val first = hand.code()
        hand.die()
        hand.sees("PIN Bu Rina")
        hand.pin(PIN)
        assertNotEquals(first, hand.code())
        val code = hand.writeCode()
        hand.die()
        forgotten(code)
        hand.sees("Belum ada keluarga")
    }

    @Test
    fun `dying before the store is made locks nobody out`() {
        hand.firstCadre()
        hand.die {
            store.toFile().delete()
            hand.phone.folder.resolve("first-start").writeBytes(ByteArray(0))
        }
        hand.pin(PIN)
        hand.writeCode()
        hand.sees("Belum ada keluarga")
    }

    @Test
    fun `five wrong pins mean a wait`() {
        hand.firstStart()
        hand.lock()
        hand.withBars().picture("access-lock")
        for (left in 4 downTo 1) {
            hand.pin(WRONG_PIN)
            hand.sees("PIN salah. Masih bisa dicoba $left kali lagi.")
        }
        hand.picture("access-wrong")
        hand.pin(WRONG_PIN)
        hand.picture("access-waiting")
        hand.sees("Coba lagi 30 detik lagi")
        hand.wait(Duration.ofSeconds(11))
        hand.sees("Coba lagi 19 detik lagi")
        hand.die()
        hand.sees("Coba lagi 19 detik lagi")
        hand.wait(Duration.ofSeconds(19))
        hand.pin(PIN)
        hand.sees("Pengaturan")
    }

    @Test
    fun `a forgotten pin is replaced with the recovery code`() {
        val code = hand.firstStart()
        hand.lock()
        hand.tap("Lupa PIN")
        hand.write("AAAA")
        hand.tap("Lanjutkan")
        repeat(2) { hand.pin(OTHER_PIN) }
        hand.sees("Ada huruf atau angka yang salah ketik.")
        hand.picture("access-forgotten")
        hand.write(code.lowercase().replace('-', ' '))
        hand.tap("Lanjutkan")
        repeat(2) { hand.pin(OTHER_PIN) }
        hand.sees("Pengaturan")
        hand.lock()
        hand.pin(OTHER_PIN)
        hand.sees("Pengaturan")
    }

    @Test
    fun `a damaged ring is said, left as it is, and made again with the recovery code`() {
        val code = hand.firstStart()
        hand.die { ring.change { it.replace(Regex("(sealed_by_device\":\"..)(.)"), { found -> found.groupValues[1] + if (found.groupValues[2] == "0") "1" else "0" }) } }
        val before = files()
        hand.picture("access-ring-damaged")
        hand.sees("Kunci data di ponsel ini tidak bisa dibaca.")
        assertEquals(before, files())
        hand.tap("Pakai kode pemulihan")
        hand.write(code)
        hand.tap("Lanjutkan")
        hand.write("Bu Rina")
        hand.tap("Lanjutkan")
        repeat(2) { hand.pin(OTHER_PIN) }
        hand.sees("Belum ada keluarga")
        assertEquals(before["siklus.ring"], files()["siklus.ring.replaced"])
    }

    @Test
    fun `a newer ring, a ring alone and a store alone are said and left as they are`() {
        hand.firstStart()
        val whole = ring.readBytes()
        stays("Aplikasi perlu diperbarui") { ring.change { it.replace("\"version\":1", "\"version\":9") } }
        stays("Di ponsel ini ada data, tetapi kuncinya tidak ada.") { ring.toFile().delete() }
        hand.picture("access-store-alone")
        stays("Di ponsel ini ada kunci, tetapi datanya tidak ada.") {
            ring.writeBytes(whole)
            store.toFile().delete()
        }
    }

    @Test
    fun `a store that is damaged or another key's is said and left as it is`() {
        hand.firstStart()
        val whole = store.readBytes()
        stays("Data rusak", PIN) { store.writeBytes(whole.also { it[FIRST_PAGE] = (it[FIRST_PAGE] + 1).toByte() }) }
        hand.picture("access-store-damaged")
        stays("Data tidak bisa dibuka", PIN) {
            hand.phone.folder.listDirectoryEntries("siklus.db*").forEach { it.deleteExisting() }
            runBlocking { Siklus.create(store, ByteArray(32) { 7 }, hand.phone.now()).close() }
        }
        assertNull(hand.model.session)
    }

    @Test
    fun `what is unlocked is gone when it is locked`() {
        hand.firstStart()
        val session = hand.model.atWork()
        hand.lock()
        assertNull(hand.model.session)
        assertFalse("Belum ada keluarga" in hand.words())
        assertThrows(SiklusException.Closed::class.java) { runBlocking { session.siklus.today(1) } }
        assertThrows(SiklusException.Closed::class.java) { runBlocking { hand.model.keys.ring().renewRecoveryCode(session.ringKey()) } }
    }

    private fun forgotten(code: String) {
        hand.tap("Lupa PIN")
        hand.write(code)
        hand.tap("Lanjutkan")
        repeat(2) { hand.pin(OTHER_PIN) }
    }

    private fun stays(words: String, pin: String = "", change: () -> Unit) {
        hand.die(change)
        val before = files()
        hand.pin(pin)
        hand.sees(words)
        assertEquals(before - "siklus.ring", files() - "siklus.ring")
        if (pin.isEmpty()) assertEquals(before, files())
    }

    private fun Path.change(how: (String) -> String) {
        val (before, after) = toFile().readText().let { it to how(it) }
        assertNotEquals(before, after)
        toFile().writeText(after)
    }

    private fun files() = hand.phone.folder.listDirectoryEntries().associate { it.name to it.readBytes().toList() }

    private companion object {
        /** A byte of the first page of the store. */
        const val FIRST_PAGE = 1_000
    }
}
