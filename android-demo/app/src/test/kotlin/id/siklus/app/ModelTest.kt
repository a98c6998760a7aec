package id.siklus.app

import kotlinx.coroutines.Dispatchers
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

@RunWith(RobolectricTestRunner::class)
class ModelTest {
    @Test
    fun `a screen that leads on while it comes up is not in front of the one it led to`() {
        val hand = Hand()
        // Nothing waits: what is read is there at once.
        hand.phone.background = Dispatchers.Unconfined
        hand.open()
        assertTrue("Mulai" in hand.words())
        hand.turn()
        assertTrue("Mulai" in hand.words())
    }
}
