package id.siklus.app

import android.graphics.Color
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import id.siklus.app.desk.Dress
import id.siklus.app.desk.Tour
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

@RunWith(RobolectricTestRunner::class)
class AccessibilityTest {
    private val hand = Hand()

    @Test
    fun `nothing stands in the way on any screen, whatever its size of text and by day or by night`() {
        val faults = linkedSetOf<String>()
        var screens = 0
        var states = 0
        var views = 0
        Tour(hand) { sight ->
            screens += 1
            for (dress in DRESSES) {
                hand.wear(dress)
                sight.again()
                hand.scrollThrough { window ->
                    states += 1
                    val walker = Walker(window)
                    views += walker.views
                    walker.faults(Pixels(hand.look())).forEach { faults += "${sight.name} (${dress.name}): $it" }
                }
            }
            hand.wear(Dress.PLAIN)
        }.everything()
        println("Accessibility: $screens screens, $states states, $views views")
        assertEquals("", faults.joinToString("\n"))
    }

    @Test
    fun `a target that is too small is found`() = planted("dp") { primary -> primary.layoutParams = primary.layoutParams.apply { height = 80 } }

    @Test
    fun `a text that is cut is found`() = planted("ends in dots") { primary ->
        (primary as TextView).let {
            it.text = "Lanjut ke bagian berikutnya dari formulir keluarga ini"
            it.isSingleLine = true
            it.ellipsize = android.text.TextUtils.TruncateAt.END
        }
    }

    @Test
    fun `grey on grey is found`() = planted("contrast") { primary ->
        (primary as TextView).setTextColor(Color.rgb(0xAA, 0xAA, 0xAA))
        primary.setBackgroundColor(Color.rgb(0x88, 0x88, 0x88))
    }

    @Test
    fun `a swapped order is found`() = planted("read too late") { primary ->
        val parent = primary.parent as ViewGroup
        primary.translationY = -primary.top.toFloat() - parent.top
    }

    private fun planted(fault: String, plant: (View) -> Unit) {
        hand.begin()
        hand.open()
        fun faults(): List<String> {
            var found = emptyList<String>()
            hand.scrollThrough { found = found + Walker(it).faults(Pixels(hand.look())) }
            return found
        }
        assertEquals(emptyList<String>(), faults())
        plant(hand.view(R.id.primary))
        hand.settle()
        assertTrue(faults().toString(), faults().any { fault in it })
    }

    private companion object {
        val DRESSES = Dress.ALL.filter { it.language == "id" || it.fontScale > 1 && !it.dark }
    }
}
