package id.siklus.app

import id.siklus.Answer
import id.siklus.Consent
import id.siklus.ConsentState
import id.siklus.Form
import id.siklus.HouseholdField
import id.siklus.PersonField
import id.siklus.Siklus
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

@RunWith(RobolectricTestRunner::class)
class TodayTest {
    private val hand = Hand()

    @Test
    fun `without families it says how to begin`() {
        hand.begin()
        hand.open()
        hand.picture("today-empty")
        assertTrue("Belum ada keluarga. Mulai dari keluarga pertama." in hand.words())
    }

    @Test
    fun `families stand in the order of their names`() {
        val siklus = hand.begin()
        runBlocking { for (name in listOf("Pak Joko", "Bu Ani")) siklus.register(name) }
        hand.open().withBars()
        hand.picture("today")
        assertTrue(hand.words().indexOf("Bu Ani") < hand.words().indexOf("Pak Joko"))
    }

    @Test
    fun `a danger sign is seen in the list whatever was left open`() {
        val siklus = hand.begin()
        runBlocking {
            val household = siklus.register("Pak Joko")
            val born = mapOf(PersonField.NAME to "Pak Joko", PersonField.SEX to "male", PersonField.BORN to "1980-11-03")
            val form = Form.Member(siklus.registerPerson(author, household, born).person)
            val visit = siklus.openVisit(author, household)
            val sign = visit.screen(form).sections.first { it.danger }.questions.first()
            visit.answer(form, sign.fact, Answer.YesNo(true))
            visit.complete(author, leaveOpen = true)
        }
        hand.open()
        assertTrue("RUJUK SEGERA" in hand.words())
        assertFalse("BELUM BISA DINILAI" in hand.words())
    }

    private val author get() = hand.model.atWork().author()

    private suspend fun Siklus.register(name: String): String {
        val fields = mapOf(HouseholdField.NAME to name, HouseholdField.RT to "3")
        return registerHousehold(author, Consent(ConsentState.AGREED, "1", givenBy = name), fields)
    }
}
