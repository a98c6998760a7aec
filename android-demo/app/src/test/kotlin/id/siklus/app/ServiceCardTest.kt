package id.siklus.app

import android.view.View
import android.widget.EditText
import id.siklus.Answer
import id.siklus.Form
import id.siklus.ServiceStatus
import id.siklus.app.model.Place
import id.siklus.app.model.Whose
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

@RunWith(RobolectricTestRunner::class)
class ServiceCardTest {
    private val hand = Hand()
    private val home = Neighbourhood(hand)
    private val household = home.household()
    private val baby = home.born(household, "Adik", "2025-10-01", "female")

    @Test
    fun `what is due stands on the person's page, and three doses are entered, saved and seen`() {
        openBaby()
        hand.sees("Sudah waktunya (2 Mar 2026)", "Bisa diberikan bersamaan:", "• BCG: terlambat", "Lainnya:", "• Penimbangan", "Nakes yang memutuskan")
        hand.picture("services-person")
        hand.tap("Layanan dan imunisasi")
        hand.sees("Sudah waktunya hari ini", "Imunisasi", "12 bulan ke depan", "Ini perkiraan hari paling awal.", "Kelengkapan")
        hand.picture("services-empty")
        date("hb0", "01102025")
        date("bcg", "05102025")
        choose("opv.1", UNKNOWN)
        assertTrue("nothing is written before", recorded().isEmpty())
        hand.sees("Ada isian yang belum disimpan")
        hand.tap("Simpan")
        hand.sees("Tersimpan 09.41", "1 Oktober 2025", "5 Oktober 2025", "Sudah, tanggalnya tidak diketahui")
        assertEquals(setOf("hb0" to "2025-10-01", "bcg" to "2025-10-05", "opv.1" to "null"), recorded().toSet())
        assertEquals(ServiceStatus.DONE, card().service("bcg")!!.status)
        assertFalse("• BCG" in hand.words())
        hand.tap("Selesai")
        hand.sees("Sudah waktunya (2 Mar 2026)")
        assertFalse("• BCG" in hand.words())
    }

    @Test
    fun `what is not accepted stands at its row, and nothing is lost`() {
        openCard()
        date("hb0", "01102025")
        date("bcg", "30092025")
        date("opv.1", "0510")
        hand.tap("Simpan")
        assertTrue("Isi tanggal lengkap, misalnya 05-03-2026." in words("opv.1"))
        date("opv.1", "05102025", chosen = true)
        hand.tap("Simpan")
        assertTrue("Tanggalnya sebelum lahir. Isi hari lahir atau sesudahnya." in words("bcg"))
        assertFalse("Tanggalnya sebelum lahir" in words("hb0"))
        hand.picture("services-error")
        unfold("bcg")
        assertTrue("folded too", "Tanggalnya sebelum lahir. Isi hari lahir atau sesudahnya." in words("bcg"))
        assertTrue(recorded().isEmpty())
        hand.tap("Kembali")
        hand.sees("Ada isian yang belum disimpan")
        hand.tap("Layanan dan imunisasi")
        unfold("bcg")
        assertEquals("30-09-2025", input("bcg").text.toString())
        date("bcg", "02102025", chosen = true)
        hand.tap("Simpan")
        assertEquals(setOf("hb0" to "2025-10-01", "bcg" to "2025-10-02", "opv.1" to "2025-10-05"), recorded().toSet())
        hand.tap("Selesai")
        assertFalse("Ada isian yang belum disimpan" in hand.words())
    }

    @Test
    fun `a service is corrected and taken back by taps`() {
        openCard()
        date("bcg", "05102025")
        hand.tap("Simpan")
        choose("bcg", "Belum diberikan")
        hand.tap("Simpan")
        assertTrue(recorded().isEmpty())
        choose("bcg", UNKNOWN)
        unfold("bcg")
        choose("bcg", "Belum diberikan")
        assertFalse("as it is recorded", "Belum disimpan" in hand.words())
    }

    @Test
    fun `what is given again and again has several dates`() {
        val child = home.born(household, "Kakak", "2023-10-01")
        hand.open()
        hand.at(Place.ServiceCard(child))
        val code = card(child).services().first { it.again }.code
        unfold(code)
        for (typed in listOf("05022025", "04082025")) {
            hand.tap(hand.within(code, "Tambah tanggal"))
            hand.keys(inputs(code).last(), typed)
        }
        hand.tap(hand.within(code, "Tambah, tanggal tidak diketahui"))
        hand.picture("services-several")
        hand.tap(row(code).let(hand::children).first { it.contentDescription == "Hapus yang ini" })
        assertEquals(listOf("04-08-2025"), inputs(code).map { it.text.toString() })
        hand.tap("Simpan")
        assertEquals(listOf(code to "2025-08-04", code to "null"), recorded(child))
    }

    @Test
    fun `what does not apply is entered from the book all the same`() {
        openCard()
        assertFalse(card().services().any { it.code == "hexavalent.1" })
        val immunisation = card().groups.indexOfFirst { group -> group.others.any { it.code == "hexavalent.1" } }
        hand.tap(hand.within(immunisation, "Lainnya yang mungkin ada di buku"))
        date("hexavalent.1", "01122025")
        hand.tap("Simpan")
        assertEquals(listOf("hexavalent.1" to "2025-12-01"), recorded())
    }

    @Test
    fun `the form leads to the card, and shows at once what it changed`() {
        val visit = home.visit(household)
        val whose = Whose.Member(baby)
        val screen = visit.say(baby, "service_record_checked", Answer.YesNo(true))
        fun overdue() = home.ask { visit.screen(Form.Member(baby)) }.findings.any { it.rule == "immunization.overdue" }
        assertTrue(overdue())
        hand.open()
        hand.at(Place.Visit(visit.id))
        hand.sees("RUJUK")
        hand.at(Place.Section(visit.id, whose, screen.sections.first { it.services }.id))
        hand.picture("services-section")
        hand.tap("Catat layanan dari buku")
        for ((typed, services) in BY_THE_BOOK) for (code in services) date(code, typed)
        hand.tap("Kembali")
        hand.sees("Catat layanan dari buku", "Ada isian yang belum disimpan")
        assertTrue("nothing is written before", overdue())
        hand.tap("Catat layanan dari buku")
        hand.tap("Simpan")
        hand.tap("Selesai")
        assertFalse(overdue())
        assertFalse("Ada isian yang belum disimpan" in hand.words())
        hand.tap("Kembali")
        assertFalse("RUJUK" in hand.words())
    }

    @Test
    fun `the result tells what was due at the visit, and leads to the card`() {
        val visit = home.visit(household, baby, mapOf("service_record_checked" to Answer.YesNo(true)))
        hand.open().withBars()
        hand.at(Place.Result(visit, baby))
        hand.sees("Sudah waktunya (2 Mar 2026)", "Bisa diberikan bersamaan:", "• BCG: terlambat", "Lainnya:", "• Penimbangan", "Nakes yang memutuskan")
        hand.picture("services-result")
        hand.tap("Layanan dan imunisasi")
        assertEquals(Place.ServiceCard(baby), hand.stack().last().place)
        date("bcg", "01032026")
        hand.tap("Simpan")
        hand.tap("Selesai")
        hand.sees("• BCG: terlambat")
    }

    private fun openBaby() {
        hand.open().withBars()
        hand.tap("Pak Joko")
        hand.tap("Adik")
    }

    private fun openCard() {
        openBaby()
        hand.tap("Layanan dan imunisasi")
    }

    private fun row(code: String): View = hand.views().first { it.tag == code }

    private fun words(code: String) = hand.children(row(code)).filterIsInstance<android.widget.TextView>().joinToString("\n") { it.text }

    private fun inputs(code: String) = hand.children(row(code)).filterIsInstance<EditText>()

    private fun input(code: String) = inputs(code).single()

    private fun unfold(code: String) = hand.tap(hand.children(row(code)).first { it.id == R.id.head })

    private fun choose(code: String, words: String) {
        if (words !in words(code)) unfold(code)
        hand.tap(hand.within(code, words))
    }

    private fun date(code: String, typed: String, chosen: Boolean = false) {
        if (!chosen) choose(code, "Sudah, ada tanggalnya")
        hand.keys(input(code), typed)
    }

    private fun card(person: String = baby) = home.ask { serviceCard(person, home.author.on) }

    private fun recorded(person: String = baby) = card(person).services().flatMap { service -> service.doses.map { service.code to "${it.on}" } }

    private companion object {
        /** What a child of five months has by the book, by the date as it is typed. */
        val BY_THE_BOOK =
            mapOf(
                "01102025" to listOf("hb0"),
                "05102025" to listOf("bcg", "opv.1"),
                "01122025" to listOf("opv.2", "dpt_hb_hib.1", "pcv.1", "rv.1"),
                "01012026" to listOf("opv.3", "dpt_hb_hib.2", "pcv.2", "rv.2"),
                "01022026" to listOf("opv.4", "dpt_hb_hib.3", "ipv.1", "rv.3"),
            )
        const val UNKNOWN = "Sudah, tanggal tidak diketahui"
    }
}
