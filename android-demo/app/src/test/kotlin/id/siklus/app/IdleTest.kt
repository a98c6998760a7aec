package id.siklus.app

import id.siklus.app.model.Place
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.time.Duration

@RunWith(RobolectricTestRunner::class)
class IdleTest {
    private val hand = Hand()
    private val isLocked get() = "PIN Bu Rina" in hand.words()

    @Before
    fun begin() {
        hand.firstStart()
    }

    @Test
    fun `three minutes without a touch lock it`() {
        hand.wait(Duration.ofSeconds(179))
        assertFalse(isLocked)
        hand.wait(Duration.ofSeconds(1))
        assertTrue(isLocked)
    }

    @Test
    fun `a touch and a key begin the three minutes anew`() {
        hand.wait(Duration.ofSeconds(179))
        hand.settings()
        hand.wait(Duration.ofSeconds(179))
        hand.tap("Kembali")
        hand.model.open(Place.HouseholdForm(id = null))
        hand.wait(Duration.ofSeconds(179))
        hand.field().setText("Pak Joko")
        hand.wait(Duration.ofSeconds(179))
        assertFalse(isLocked)
        hand.wait(Duration.ofSeconds(1))
        assertTrue(isLocked)
    }

    @Test
    fun `a touch that comes too late does nothing but lock`() {
        hand.phone.wait(Duration.ofMinutes(3))
        hand.settings()
        assertTrue(isLocked)
    }

    @Test
    fun `a call within a minute locks nothing, a longer one does`() {
        hand.leaveFor(Duration.ofSeconds(59))
        assertFalse(isLocked)
        hand.leaveFor(Duration.ofSeconds(60))
        assertTrue(isLocked)
    }

    @Test
    fun `it locks also when the phone froze it, whatever the wall clock says`() {
        hand.leaveFor(Duration.ofSeconds(59), isFrozen = true)
        assertFalse(isLocked)
        hand.phone.setClock(Duration.ofDays(-1))
        hand.leaveFor(Duration.ofSeconds(60), isFrozen = true)
        assertTrue(isLocked)
    }

    @Test
    fun `the wall clock alone locks nothing`() {
        hand.phone.setClock(Duration.ofDays(1))
        hand.wait(Duration.ofSeconds(1))
        hand.leaveFor(Duration.ofSeconds(1))
        assertFalse(isLocked)
    }

    @Test
    fun `she goes on where she was, and nobody else sees what she began to type`() {
        hand.addCadre()
        hand.lock()
        hand.pin(PIN)
        hand.tap("Kembali")
        hand.model.open(Place.HouseholdForm(id = null))
        hand.settle()
        hand.field().setText("Pak Joko")
        hand.wait(Duration.ofMinutes(3))
        hand.picture("access-lock-two")
        hand.tap("Bu Tini")
        hand.pin(OTHER_PIN)
        assertTrue("Belum ada keluarga" in hand.words())
        assertFalse("Pak Joko" in hand.words())
        hand.die()
        hand.tap("Bu Rina")
        hand.pin(PIN)
        assertEquals("Pak Joko", hand.field().text.toString())
    }
}
