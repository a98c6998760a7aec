package id.siklus

import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.time.LocalDate

class GrowthChartTest {
    @TempDir
    lateinit var folder: Path

    private suspend fun Home.child(born: String): String {
        val fields = mapOf(PersonField.NAME to "Bayi Contoh", PersonField.SEX to "female", PersonField.BORN to born)
        return siklus.registerPerson(Home.TODAY, household, fields).person
    }

    private suspend fun Home.weighed(child: String, day: String, weight: String) {
        val author = Home.on(day)
        val visit = siklus.openVisit(author, household)
        visit.answer(Form.Member(child), "weight_kg", Answer.Number(weight))
        only(visit, child)
        visit.complete(author, leaveOpen = true)
    }

    private suspend fun Home.chart(child: String, index: ChartIndex? = null) = siklus.growthChart(child, Home.TODAY.on, index)

    @Test
    fun `a chart comes whole in one call`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val child = home.child("2025-01-10")
            listOf("2025-12-01" to "6.5", "2026-02-02" to "6.7", "2026-03-02" to "6.9").forEach { (day, weight) -> home.weighed(child, day, weight) }
            val chart = home.chart(child)
            assertEquals("Grafik berat badan menurut umur, anak perempuan", chart.title)
            assertEquals(ChartIndex.entries, chart.choices.map { it.index })
            val expected = "Pada 2 Maret 2026 berat badannya 6,9 kg, termasuk berat badan kurang. Bulan sebelumnya 6,7 kg: naik 0,2 kg."
            assertEquals(expected, chart.spoken)
            val picture = checkNotNull(chart.picture)
            assertEquals(listOf(null, null, 1), picture.points.map { it.joinedTo })
            val last = picture.points.last()
            assertEquals(Triple(13.67f, 6.9f, PointMark.MEASURED), Triple(last.x, last.y, last.mark))
            assertEquals("2 Maret 2026: 6,9 kg. Berat badan kurang." to LocalDate.of(2026, 3, 2), last.text to last.on)
        }
    }

    @Test
    fun `lines and bands have as many places across as upwards`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val picture = checkNotNull(home.chart(home.child("2023-01-10")).picture)
            assertEquals((-3..3).toList(), picture.lines.map { it.sd })
            assertEquals(listOf("-3", "-2", "-1", "0", "+1", "+2", "+3"), picture.lines.map { it.label })
            assertTrue(picture.lines.flatMap { it.strokes }.all { it.xs.size == it.ys.size && it.xs.isNotEmpty() })
            assertTrue(picture.bands.all { it.xs.size == it.low.size && it.xs.size == it.high.size && it.xs.isNotEmpty() })
            val kinds = listOf(BandKind.RED, BandKind.YELLOW, BandKind.GREEN, BandKind.ORANGE)
            assertEquals(kinds, picture.bands.map { it.kind })
            assertEquals(listOf("Semua umur", "36 sampai 48 bulan"), picture.zooms.map { it.label }.take(2))
            val year = picture.zooms[1].horizontal
            assertEquals(Triple("Umur (bulan)", 36f, 48f), Triple(year.title, year.from, year.until))
            assertEquals(ChartTick(36f, "36", true, "3 tahun"), year.ticks.first())
        }
    }

    @Test
    fun `where there is no chart a sentence says why`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val toddler = home.child("2024")
            val chart = home.chart(toddler)
            assertNull(chart.picture)
            assertTrue(chart.choices.isEmpty() && chart.spoken.startsWith("Tanggal lahir belum lengkap"))
            assertNull(home.chart(home.father).index)
            val girl = home.chart(home.girl, ChartIndex.HEAD_FOR_AGE)
            assertNull(girl.picture)
            assertEquals(listOf(ChartIndex.LENGTH_FOR_AGE, ChartIndex.BMI_FOR_AGE), girl.choices.map { it.index })
            val offered = listOf(toddler, home.girl, home.father).map { home.siklus.personPage(it, Home.TODAY.on).offersGrowthChart }
            assertEquals(listOf(true, true, false), offered)
            failure<SiklusException.NotFound> { home.chart("0199c6a2-9b1e-7c3d-8e4f-5a6b7c8d9e0f") }
        }
    }

    @Test
    fun `a chart tells nothing of a child when it is printed`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val child = home.child("2025-01-10")
            home.weighed(child, "2026-03-02", "84.0")
            val chart = home.chart(child)
            val point = chart.picture!!.points.single()
            assertEquals(PointMark.FLAGGED, point.mark)
            val printed = "$chart ${chart.picture} $point"
            assertFalse("84" in printed || "2026" in printed || "perempuan" in printed)
        }
    }
}
