package id.siklus.app

import id.siklus.ChartAxis
import id.siklus.ChartPoint
import id.siklus.ChartTick
import id.siklus.ChartZoom
import id.siklus.PointMark
import id.siklus.app.screen.growth.ChartFrame
import id.siklus.app.screen.growth.apart
import id.siklus.app.screen.growth.closest
import id.siklus.app.screen.growth.written
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import java.time.LocalDate

class ChartFrameTest {
    private val year = ChartFrame(zoom(12f, 24f), left = 40f, top = 10f, right = 280f, bottom = 250f)

    @Test
    fun `the ends of the axes are the edges of the room`() {
        assertEquals(listOf(40f, 160f, 280f), listOf(12f, 18f, 24f).map(year::x))
        assertEquals("heavy is high", listOf(250f, 10f), listOf(5f, 17f).map(year::y))
        assertEquals(18f, year.at(year.x(18f)), 0.001f)
    }

    @Test
    fun `what lies outside of the part is not drawn, and what cannot be stands at the edge`() {
        assertEquals(listOf(false, true, true, false), listOf(11.99f, 12f, 24f, 24.01f).map { year.shows(point(it, 9f)) })
        assertEquals(160f to 10f, year.edged(point(18f, 90f)))
        assertEquals(160f to 250f, year.edged(point(18f, 0.9f)))
        assertEquals(160f to 130f, year.edged(point(18f, 11f)))
    }

    @Test
    fun `fingers that part look at the year between them`() {
        val zooms = listOf(zoom(0f, 24f), zoom(12f, 24f), zoom(0f, 12f))
        assertEquals(listOf(2, 2, 1, 1), listOf(0f, 11.9f, 12.1f, 24f).map(zooms::closest))
        assertEquals("there is nothing closer", 0, listOf(zoom(0f, 24f)).closest(5f))
        assertEquals("outside of it is the whole", 0, zooms.closest(30f))
    }

    @Test
    fun `words at an axis never touch and keep to the years`() {
        val months = (0..24).map { ChartTick(it.toFloat(), "$it", major = it % 12 == 0, under = null) }
        fun written(room: Float) = months.written { one, next -> next.at - one.at < room }.map { it.at.toInt() }
        assertEquals((0..24).toList(), written(1f))
        assertEquals((0..24 step 2).toList(), written(1.1f))
        assertEquals("not each fifth: no year is one of them", (0..24 step 6).toList(), written(4.5f))
        assertEquals(listOf(0, 12, 24), written(7f))
        assertEquals(listOf(0, 24), written(13f))
        assertEquals(listOf(0), written(99f))
        assertTrue(emptyList<ChartTick>().written { _, _ -> true }.isEmpty())
    }

    @Test
    fun `words at an axis without years are counted from its major ones`() {
        val kg = (5..17).map { ChartTick(it.toFloat(), "$it", major = it % 5 == 0, under = null) }
        assertEquals(listOf(5, 10, 15), kg.written { one, next -> next.at - one.at < 2 }.map { it.at.toInt() })
        val plain = (1..6).map { ChartTick(it.toFloat(), "$it", major = false, under = null) }
        assertEquals(listOf(1, 3, 5), plain.written { one, next -> next.at - one.at < 2 }.map { it.at.toInt() })
    }

    @Test
    fun `names of lines are moved apart, in their order and within the chart`() {
        assertEquals(listOf(10f, 50f, 90f), listOf(10f, 50f, 90f).apart(gap = 20f, top = 0f, bottom = 100f))
        assertEquals(listOf(10f, 30f, 50f), listOf(10f, 12f, 14f).apart(gap = 20f, top = 0f, bottom = 100f))
        assertEquals(listOf(60f, 80f, 100f), listOf(95f, 97f, 99f).apart(gap = 20f, top = 0f, bottom = 100f))
        assertTrue(emptyList<Float>().apart(gap = 20f, top = 0f, bottom = 100f).isEmpty())
    }

    private fun zoom(from: Float, until: Float) = ChartZoom("", ChartAxis("", from, until, emptyList()), ChartAxis("", 5f, 17f, emptyList()))

    private fun point(x: Float, y: Float) = ChartPoint(x, y, LocalDate.parse("2026-03-02"), "", PointMark.FLAGGED, joinedTo = null)
}
