package id.siklus.app

import android.widget.EditText
import id.siklus.Answer
import id.siklus.Form
import id.siklus.PartState
import id.siklus.app.model.Place
import id.siklus.app.model.Whose
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

/** A finger that taps twice, a phone that is turned or dies in the middle of a word. */
@RunWith(RobolectricTestRunner::class)
class DoubleTapTest {
    private val hand = Hand()
    private val home = Neighbourhood(hand)
    private val household = home.household("Keluarga Contoh")
    private val joko = home.born(household, "Pak Joko", "1980-11-03")
    private val top get() = hand.stack().last().place

    @Test
    fun `two taps on complete leave no urgent question open`() {
        val visit = home.visit(household)
        visit.say(joko, FITS, Answer.YesNo(false))
        show(Place.Visit(visit.id))
        twice("Selesaikan kunjungan")
        hand.primary()
        assertTrue("$top", top is Place.Section || top is Place.Visit)
        assertEquals(PartState.ASSESSED, home.ask { resumeVisit(visit.id).overview() }.parts.single().state)
    }

    @Test
    fun `two taps on save write one correction and go one screen back`() {
        val visit = home.visit(household, joko, mapOf(FITS to Answer.YesNo(false)))
        show(Place.Result(visit, joko))
        hand.at(Place.Correction(visit, joko, FITS, keyed = false))
        hand.tap("Ya")
        twice("Simpan perbaikan")
        assertEquals(Place.Result(visit, joko), top)
        val answers = home.ask { answerSheet(visit, joko) }.sections.flatMap { it.answers }.single { it.question.fact == FITS }
        assertEquals(1, answers.earlier.size)
    }

    @Test
    fun `two taps on save leave one screen`() {
        val visit = home.visit(household)
        val whose = Whose.Member(joko)
        show(Place.Section(visit.id, whose))
        hand.at(Place.Keypad(visit.id, whose, "temperature_c"))
        for (key in listOf("3", "6", ",", "5")) hand.tap(key)
        twice("Simpan")
        assertEquals(Place.Section(visit.id, whose), top)
    }

    @Test
    fun `the first key replaces what stands there, also what was refused`() {
        val visit = home.visit(household)
        show(Place.Keypad(visit.id, Whose.Member(joko), "temperature_c"))
        for (key in listOf("9", "9")) hand.tap(key)
        hand.tap("Simpan")
        hand.tap("3")
        hand.tap("7")
        hand.tap("Simpan")
        assertEquals("37,0", home.ask { visit.screen(Form.Member(joko)) }.question("temperature_c")!!.answer!!.typed)
        show(Place.Keypad(visit.id, Whose.Member(joko), "temperature_c"))
        hand.tap("3")
        hand.sees("3")
        assertFalse("373" in hand.words())
    }

    @Test
    fun `who has a danger sign can no longer be called absent`() {
        val visit = home.visit(household)
        show(Place.Visit(visit.id))
        hand.sees("Tidak bisa")
        visit.say(joko, FITS, Answer.YesNo(true))
        hand.at(Place.Section(visit.id, Whose.Member(joko)))
        hand.model.backTo(Place.Visit(visit.id))
        hand.settle()
        assertFalse("Tidak bisa" in hand.words())
    }

    @Test
    fun `what is typed stays at its question when the phone is turned, and can be taken back`() {
        val visit = home.ask { openVisit(home.author, household, familySheet = true) }
        val sheet = Whose.Family(household)
        show(Place.Section(visit.id, sheet, "family_address"))
        hand.keys(fields()[0], "Jalan Contoh")
        hand.keys(fields()[1], "0812")
        hand.turn()
        assertEquals(listOf("Jalan Contoh", "0812"), fields().map { "${it.text}" })
        fun given(fact: String) = home.ask { visit.screen(sheet.form()) }.question(fact)!!
        assertEquals(listOf("Jalan Contoh", "0812"), listOf("address", "head_phone").map { given(it).answer?.typed })
        hand.keys(fields()[0], "")
        hand.tap(fields()[1])
        assertTrue(given("address").open)
        assertEquals("0812", given("head_phone").answer?.typed)
    }

    @Test
    fun `nobody is taken to be alone any more after the screen was hidden or the app was locked`() {
        val visit = home.visit(household)
        val private = home.ask { visit.screen(Form.Member(joko)) }.sections.first { it.private }.id
        show(Place.Section(visit.id, Whose.Member(joko), private))
        hand.tap("Kami hanya berdua")
        hand.at(Place.Section(visit.id, Whose.Member(joko), private))
        hand.tap("Kami hanya berdua")
        hand.tap("Sembunyikan layar")
        assertEquals(Place.Neutral, top)
        repeat(2) {
            hand.model.back()
            hand.settle()
            hand.sees("Bicara berdua saja, ya")
        }
    }

    private fun fields() = hand.views().filterIsInstance<EditText>()

    private fun show(place: Place) {
        hand.open()
        hand.at(place)
    }

    /** Two taps so quick that nothing was done between them. */
    private fun twice(words: String) {
        val button = hand.find(words)
        button.performClick()
        button.performClick()
        hand.settle()
    }

    private companion object {
        const val FITS = "danger_unconscious_or_fits"
    }
}
