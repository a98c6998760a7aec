package id.siklus.app

import id.siklus.Consent
import id.siklus.ConsentState
import id.siklus.HouseholdField
import id.siklus.Siklus
import id.siklus.app.model.Session
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

@RunWith(RobolectricTestRunner::class)
class TodayTest {
    private val hand = Hand()

    @Test
    fun `without families it says how to begin`() {
        begin()
        hand.open()
        hand.picture("today-empty")
        assertTrue("Belum ada keluarga. Mulai dari keluarga pertama." in hand.words())
    }

    @Test
    fun `families stand in the order of their names`() {
        val siklus = begin()
        runBlocking {
            for (name in listOf("Pak Joko", "Bu Ani")) {
                siklus.registerHousehold(
                    hand.model.atWork().author(),
                    Consent(ConsentState.AGREED, "1", givenBy = name),
                    mapOf(HouseholdField.NAME to name, HouseholdField.RT to "3"),
                )
            }
        }
        hand.open().withBars()
        hand.picture("today")
        assertTrue(hand.words().indexOf("Bu Ani") < hand.words().indexOf("Pak Joko"))
    }

    private fun begin(): Siklus =
        runBlocking {
            val key = ByteArray(32) { 7 }
            val siklus = Siklus.create(hand.phone.folder.resolve("siklus.db"), key, hand.phone.now())
            hand.model.begin(Session("0199c6a2-9b1e-7c3d-8e4f-5a6b7c8d9e0f", "Bu Rina", siklus, hand.phone))
            siklus
        }
}
