package id.siklus.app

import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.Rect
import id.siklus.BandKind
import id.siklus.app.screen.growth.ChartInk
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment

@RunWith(RobolectricTestRunner::class)
class ChartInkTest {
    @Test
    fun `points and lines stand out from every band by day and by night`() {
        for (time in listOf("+notnight", "+night")) {
            RuntimeEnvironment.setQualifiers(time)
            val context = RuntimeEnvironment.getApplication()
            for (kind in BandKind.entries) {
                val band = context.getColor(ChartInk.colour(kind))
                for (ink in listOf(R.color.text, R.color.chart_line)) {
                    val ratio = Pixels.ratio(context.getColor(ink), band)
                    assertTrue("$kind $time: $ratio", ratio >= 4.5)
                }
            }
        }
    }

    @Test
    fun `bands are told apart without their colours`() {
        val ink = ChartInk(RuntimeEnvironment.getApplication())
        assertEquals(BandKind.entries.size, BandKind.entries.map { strokes(ink, it) }.distinct().size)
    }

    /** Where a band has strokes, whatever its colour. */
    private fun strokes(ink: ChartInk, kind: BandKind): List<Boolean> {
        val bitmap = Bitmap.createBitmap(SIDE, SIDE, Bitmap.Config.ARGB_8888)
        for (paint in ink.band(kind)) Canvas(bitmap).drawRect(Rect(0, 0, SIDE, SIDE), paint)
        val pixels = IntArray(SIDE * SIDE).also { bitmap.getPixels(it, 0, SIDE, 0, 0, SIDE, SIDE) }
        val fill = RuntimeEnvironment.getApplication().getColor(ChartInk.colour(kind))
        return pixels.map { Pixels.ratio(it, fill) > FAINTEST }
    }

    private companion object {
        const val SIDE = 64

        /** What differs less from the band is hardly seen. */
        const val FAINTEST = 1.5
    }
}
