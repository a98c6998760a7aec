package id.siklus.app

import android.view.View
import id.siklus.ChartIndex
import id.siklus.app.model.Place
import id.siklus.app.screen.growth.ChartInk
import id.siklus.app.screen.growth.ChartView
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
class GrowthChartTest {
    private val hand = Hand()
    private val home = Neighbourhood(hand)
    private val chart get() = hand.view(R.id.chart) as ChartView
    private val chosen get() = hand.views().filter { it.isSelected && it.contentDescription != null }.map { it.contentDescription.toString() }

    @Test
    fun `the chart of a child is reached from her page and told in words`() {
        val ayu = home.growing().ayu
        opens("Ayu")
        hand.picture("growth")
        val told = home.ask { growthChart(ayu, home.author.on, language = "id") }
        hand.sees("Grafik berat badan menurut umur", told.spoken, "7,3 kg")
        assertTrue("a screen reader says what the eye sees", told.spoken in chart.contentDescription)
        val measures = told.picture!!.points.map { it.text }.asReversed()
        assertEquals("the latest first", measures, hand.words().lines().filter { it in measures })
        assertFalse("every measure counts", "Titik kosong" in hand.words())
        for (band in told.picture!!.bands) hand.sees(band.label)
    }

    @Test
    fun `a closer look at the year of the child and back, by buttons and by two fingers`() {
        home.growing()
        opens("Ayu")
        val (whole, year) = zooms()
        assertTrue(whole in chosen)
        val before = pixels()
        hand.tap(year)
        hand.picture("growth-year")
        assertTrue(year in chosen && whole !in chosen && pixels() != before)
        hand.turn().turn()
        assertTrue("a turned phone forgets nothing", year in chosen)
        hand.tap(whole)
        assertEquals(before, pixels())
        hand.pinch(chart, from = 200f, until = 620f)
        assertFalse("two fingers part", whole in chosen)
        hand.pinch(chart, from = 620f, until = 360f)
        assertTrue("and meet", whole in chosen)
    }

    @Test
    fun `another index is a tap away`() {
        val ayu = home.growing().ayu
        opens("Ayu")
        hand.tap(zooms()[1])
        val length = home.ask { growthChart(ayu, home.author.on, ChartIndex.LENGTH_FOR_AGE, "id") }
        hand.tap(length.choices.first { it.index == ChartIndex.LENGTH_FOR_AGE }.label)
        hand.picture("growth-length")
        hand.sees(length.title, length.spoken, "74,2 cm")
        assertTrue("and begins with the whole", zooms()[0] in chosen)
        hand.tap("Selesai")
        assertEquals(Place.Person(ayu), hand.stack().last().place)
    }

    @Test
    fun `what was not measured is no line, and what cannot be is hollow`() {
        home.growing()
        opens("Bunga")
        hand.picture("growth-gap")
        assertFalse("Titik kosong" in hand.words())
        hand.leave()
        opens("Citra", again = true)
        hand.picture("growth-flagged")
        hand.sees("Titik kosong")
    }

    @Test
    fun `before the first weight it says what to do`() {
        val household = home.household()
        home.born(household, "Adik", "2025-01-02", "female")
        opens("Adik", of = "Pak Joko")
        hand.picture("growth-none")
        assertFalse(chart.isShown)
        hand.tap("Buka keluarga ini")
        assertEquals(Place.Household(household), hand.stack().last().place)
    }

    @Test
    fun `a child whose day of birth is not known has no chart, and it says why`() {
        val household = home.household()
        val adik = home.born(household, "Adik", "2025-01", "female")
        opens("Adik", of = "Pak Joko")
        hand.picture("growth-no-birth-day")
        hand.sees("Tanggal lahir")
        assertFalse(chart.isShown)
        hand.tap("Ubah data anggota")
        assertEquals(Place.PersonForm(household, adik), hand.stack().last().place)
    }

    @Test
    fun `nobody who is grown up is offered one`() {
        home.woman(home.household())
        hand.open().tap("Pak Joko")
        hand.tap("Bu Sari")
        assertFalse("Grafik pertumbuhan" in hand.words())
    }

    @Test
    @Config(fontScale = 2f)
    fun `in large print the names of the lines do not lie over each other`() {
        home.growing()
        opens("Ayu")
        hand.picture("large-growth")
        val lines = 7 + 2.5f // names beside it, words beneath it
        assertTrue(chart.height > lines * ChartInk(chart.context).words.fontSpacing)
    }

    private fun opens(child: String, of: String = "Bu Dewi", again: Boolean = false) {
        if (!again) hand.open().withBars()
        hand.tap(of)
        hand.tap(child)
        hand.tap("Grafik pertumbuhan")
    }

    private fun zooms() = hand.children(hand.view(R.id.zooms)).mapNotNull { it.contentDescription?.toString() }

    /** What is drawn in the chart, wherever it is on the screen. */
    private fun pixels(): List<Int> {
        val bitmap = android.graphics.Bitmap.createBitmap(chart.width, chart.height, android.graphics.Bitmap.Config.ARGB_8888)
        (chart as View).draw(android.graphics.Canvas(bitmap))
        return IntArray(chart.width * chart.height).also { bitmap.getPixels(it, 0, chart.width, 0, 0, chart.width, chart.height) }.asList()
    }
}
