package id.siklus.app

import android.widget.EditText
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

@RunWith(RobolectricTestRunner::class)
class AccessTest {
    private val hand = Hand()

    @Test
    fun `the first start leads to the first screen`() {
        hand.open().withBars()
        hand.picture("access-welcome")
        hand.tap("Mulai")
        hand.picture("access-name")
        hand.write("Bu Rina")
        hand.tap("Lanjutkan")
        hand.picture("access-pin")
        hand.pin("482913")
        hand.pin("482913")
        hand.picture("access-code")
        hand.writeCode()
        hand.picture("access-first-today")
        assertTrue("Belum ada keluarga" in hand.words())
    }
}
