package id.siklus.app

import id.siklus.Answer
import id.siklus.Form
import id.siklus.PartState
import id.siklus.Visit
import id.siklus.app.model.Place
import id.siklus.app.model.Whose
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

@RunWith(RobolectricTestRunner::class)
class GrowthTest {
    private val hand = Hand()
    private val home = Neighbourhood(hand)
    private val household = home.household("Keluarga Contoh")

    @Test
    fun `the classes of growth stand below the measures as soon as they are in`() {
        val child = home.born(household, "Adik", "2024-12-20", "female")
        val visit = home.visit(household)
        hand.open().withBars()
        hand.at(section(visit, child))
        assertFalse(TITLE in hand.words())
        keys(visit, child, "weight_kg", "7,2")
        hand.sees(TITLE, "Berat badan menurut umur", "Berat badan kurang", "Baru pertama ditimbang")
        assertFalse("a z-score says nothing to a cadre", "SD" in hand.words())
        keys(visit, child, "height_cm", "71")
        hand.sees("Pendek", "Gizi baik")
        drawn("growth-section", R.id.growth)
    }

    @Test
    fun `what cannot be is asked about at its field, and nothing is refused`() {
        val child = home.born(household, "Adik", "2024-12-20", "female")
        val visit = home.visit(household)
        hand.open().withBars()
        keys(visit, child, "weight_kg", "22")
        drawn("growth-again", R.id.measure_again)
        hand.sees("22,0 kg", "Berat badan ini tidak wajar untuk umurnya. Tolong timbang sekali lagi, ya.", "Angka tidak wajar, ukur ulang")
        keys(visit, child, "weight_kg", "9,0")
        assertFalse("sekali lagi" in hand.words())
    }

    @Test
    fun `without a day of birth the form and the result say why nothing is told`() {
        val child = home.born(household, "Adik", "2024-12", "female")
        val visit = home.visit(household)
        hand.open().withBars()
        hand.at(section(visit, child))
        hand.sees(TITLE, WHY)
        drawn("growth-birth-day", R.id.growth)
        complete(visit, child)
        hand.at(Place.Result(visit.id, child))
        hand.picture("growth-birth-day-result")
        hand.sees(WHY)
    }

    @Test
    fun `the result of a child tells its growth`() {
        val child = home.born(household, "Adik", "2024-12-20", "female")
        val visit = home.visit(household)
        visit.say(child, "weight_kg", Answer.Number("7.2"))
        complete(visit, child)
        hand.open().withBars()
        hand.at(Place.Result(visit.id, child))
        hand.sees(TITLE, "Berat badan menurut umur", "Berat badan kurang")
        drawn("growth-result", R.id.growth)
    }

    @Test
    fun `an adult has no such card`() {
        val adult = home.born(household, "Pak Joko", "1980-11-03")
        val visit = home.visit(household)
        visit.say(adult, "weight_kg", Answer.Number("70"))
        complete(visit, adult)
        hand.open()
        hand.at(Place.Result(visit.id, adult))
        assertFalse(TITLE in hand.words().lines())
    }

    private fun drawn(name: String, part: Int) {
        hand.reveal(part)
        hand.picture(name)
    }

    private fun keys(visit: Visit, person: String, fact: String, typed: String) {
        hand.at(section(visit, person))
        hand.at(Place.Keypad(visit.id, Whose.Member(person), fact))
        repeat(6) { hand.tap(hand.views().first { it.contentDescription == "Hapus satu angka" }) }
        for (key in typed) hand.tap(key.toString())
        hand.tap("Simpan")
        assertTrue(hand.stack().last().place is Place.Section)
    }

    private fun section(visit: Visit, person: String): Place {
        val sections = runBlocking { visit.screen(Form.Member(person)) }.sections
        return Place.Section(visit.id, Whose.Member(person), sections.first { section -> section.questions.any { it.fact == "weight_kg" } }.id)
    }

    private fun complete(visit: Visit, person: String) = runBlocking {
        for (part in visit.overview().parts) visit.setPart(part.person, if (part.person == person) PartState.ASSESSED else PartState.ABSENT)
        visit.complete(home.author, leaveOpen = true)
    }

    private companion object {
        const val TITLE = "Pertumbuhan"
        const val WHY = "Tanggal lahir belum lengkap, jadi pertumbuhan belum bisa dinilai."
    }
}
