package id.siklus.app

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes

@RunWith(RobolectricTestRunner::class)
class SettingsTest {
    private val hand = Hand()
    private lateinit var code: String

    @Before
    fun begin() {
        code = hand.firstStart()
    }

    @Test
    fun `the language changes at once`() {
        hand.settings()
        hand.withBars().picture("settings")
        hand.tap("English")
        hand.sees("Settings")
        hand.tap("Indonesia")
        hand.sees("Pengaturan")
    }

    @Test
    fun `the text grows at once`() {
        hand.settings()
        val before = hand.words("Bahasa").textSize
        hand.tap("150%")
        // Android enlarges large text less than small text.
        assertTrue(hand.words("Bahasa").textSize > before * 1.3f)
        hand.picture("settings-large")
    }

    @Test
    fun `the store is looked through`() {
        hand.settings("Periksa data")
        hand.picture("settings-checked")
        hand.sees("Data utuh.")
        hand.tap("Selesai")
        hand.sees("Pengaturan")
    }

    @Test
    fun `the pin changes`() {
        hand.settings("Ganti PIN")
        hand.pin(WRONG_PIN)
        hand.sees("PIN salah. Masih bisa dicoba 4 kali lagi.", "Masukkan PIN yang sekarang")
        hand.pin(PIN)
        repeat(2) { hand.pin("111111") }
        hand.sees("PIN dengan satu angka yang sama mudah ditebak.")
        repeat(2) { hand.pin(OTHER_PIN) }
        hand.picture("settings-pin-changed")
        hand.sees("PIN sudah diganti.")
        hand.tap("Selesai")
        hand.lock()
        hand.pin(PIN)
        hand.sees("PIN salah.")
        hand.pin(OTHER_PIN)
        hand.sees("Pengaturan")
    }

    @Test
    fun `another cadre is added, unlocks, and is taken out again`() {
        hand.addCadre()
        hand.picture("settings-cadres")
        hand.sees("Bu Rina", "Bu Tini")
        hand.lock()
        hand.tap("Bu Tini")
        hand.pin(OTHER_PIN)
        hand.sees("Belum ada keluarga", "Bu Tini")
        hand.settings("Kader di ponsel ini", "Bu Rina")
        hand.picture("settings-remove")
        hand.tap("Hapus Bu Rina")
        hand.sees("Kader di ponsel ini", "Bu Tini")
        assertFalse("Bu Rina" in hand.words())
        hand.lock()
        hand.sees("PIN Bu Tini")
        assertFalse("Bu Rina" in hand.words())
    }

    @Test
    fun `a cadre who takes herself out is locked out`() {
        hand.addCadre()
        hand.tap("Bu Rina")
        hand.tap("Hapus Bu Rina")
        hand.sees("PIN Bu Tini")
    }

    @Test
    fun `the last cadre stays`() {
        hand.settings("Kader di ponsel ini", "Bu Rina", "Hapus Bu Rina")
        hand.sees("Ini satu-satunya kader di ponsel ini.")
        hand.tap("Kembali")
        hand.sees("Kader di ponsel ini", "Bu Rina")
    }

    @Test
    fun `a new recovery code takes the place of the old one`() {
        hand.settings("Kode pemulihan baru")
        hand.picture("settings-new-code")
        hand.tap("Buat kode baru")
        val new = hand.writeCode()
        assertNotEquals(code, new)
        hand.sees("Pengaturan")
        hand.lock()
        forgotten(code)
        hand.sees("Kode ini bukan untuk ponsel ini, atau sudah diganti.")
        hand.write(new)
        hand.tap("Lanjutkan")
        repeat(2) { hand.pin(OTHER_PIN) }
        hand.sees("Pengaturan")
    }

    @Test
    fun `damage of the store is said, and nothing is lost by it`() {
        hand.die {
            val store = hand.phone.folder.resolve("siklus.db")
            store.writeBytes(store.readBytes().also { it[it.size / 2] = (it[it.size / 2] + 1).toByte() })
        }
        hand.pin(PIN)
        hand.settings("Periksa data")
        hand.picture("settings-damaged")
        hand.sees("Ada data yang rusak. Semuanya dibiarkan apa adanya")
    }

    @Test
    fun `what others wrote is named with its licence`() {
        hand.settings("Tentang aplikasi")
        hand.picture("settings-about")
        hand.sees("Aturan versi", "Sumber aturan", "Buku KIA")
        hand.tap("Lisensi perangkat lunak")
        hand.picture("settings-licences")
        hand.sees("SQLCipher", "Kotlin", "MPL-2.0")
    }

    private fun forgotten(code: String) {
        hand.tap("Lupa PIN")
        hand.write(code)
        hand.tap("Lanjutkan")
        repeat(2) { hand.pin(OTHER_PIN) }
    }

    private fun Hand.words(words: String) = find(words) as android.widget.TextView
}
