package id.siklus.app

import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
class AccessLookTest {
    private val hand = Hand()
    private val faults = LinkedHashMap<String, List<String>>()

    @Test
    fun `nothing is cut or hard to hit`() = walk("look")

    @Test
    @Config(fontScale = 2f)
    fun `nothing is cut or hard to hit in the largest print`() = walk("look-large")

    @Test
    @Config(qualifiers = "+night")
    fun `nothing is hard to see at night`() = walk("look-night")

    private fun walk(name: String) {
        hand.open().withBars()
        look("$name-welcome")
        hand.tap("Mulai")
        look("$name-name")
        hand.write("Bu Rina")
        hand.tap("Lanjutkan")
        hand.pin("482")
        look("$name-pin")
        hand.pin("913")
        hand.pin("482914")
        look("$name-differ")
        repeat(2) { hand.pin(PIN) }
        look("$name-code")
        hand.tap("Sudah saya tulis")
        look("$name-asked")
        hand.tap("Kembali")
        hand.writeCode()
        settings(name)
        hand.lock()
        look("$name-lock")
        repeat(5) { hand.pin(WRONG_PIN) }
        look("$name-waiting")
        hand.tap("Lupa PIN")
        look("$name-forgot")
        assertEquals(emptyMap<String, List<String>>(), faults.filterValues(List<String>::isNotEmpty))
    }

    private fun settings(name: String) {
        hand.addCadre()
        look("$name-cadres")
        hand.tap("Bu Tini")
        look("$name-remove")
        hand.tap("Kembali")
        hand.tap("Kembali")
        look("$name-settings")
        for (row in listOf("Kode pemulihan baru", "Periksa data", "Tentang aplikasi")) {
            hand.tap(row)
            look("$name-$row")
            hand.tap("Kembali")
        }
    }

    private fun look(name: String) {
        hand.picture(name)
        faults[name] = hand.faults()
    }
}
