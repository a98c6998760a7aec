package id.siklus

import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.util.Collections
import kotlin.io.path.readBytes
import kotlin.time.Duration.Companion.minutes

class StoreContentTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `texts with accents and emoji come back whole and are found`() = runTest {
        val name = "Bu Ténri Ámbo 👩🏽‍🌾 Dg. Ngai"
        val address = "Jl. Pagi Cérah No. 7 “belakang pasar” 🏠"
        val household =
            Home.store(folder).use { siklus ->
                siklus.registerHousehold(Home.TODAY, Home.AGREED, mapOf(HouseholdField.NAME to name, HouseholdField.ADDRESS to address))
            }
        Home.reopen(folder).use { siklus ->
            val known = siklus.household(household)
            assertEquals(name to address, known.name to known.address)
            assertEquals(listOf(name), siklus.search("ngai", 10).map { it.name })
            assertEquals(listOf(name), siklus.search("tén ÁMB", 10).map { it.name })
        }
        assertFalse("Pagi" in folder.resolve("siklus.db").readBytes().toString(Charsets.ISO_8859_1))
    }

    @Test
    fun `half an emoji breaks nothing`() = runTest {
        Home.store(folder).use { siklus ->
            val cut = mapOf(HouseholdField.NAME to "Bu " + "👩".take(1))
            assertEquals("Bu ?", siklus.household(siklus.registerHousehold(Home.TODAY, Home.AGREED, cut)).name)
        }
    }

    @Test
    fun `a thousand households are listed page by page and searched`() = runTest(timeout = 3.minutes) {
        Home.store(folder).use { siklus ->
            repeat(1_000) { number ->
                val fields = mapOf(HouseholdField.NAME to "Keluarga %04d".format(number), HouseholdField.RT to "${number % 9 + 1}")
                siklus.registerHousehold(Home.TODAY, Home.AGREED, fields)
            }
            val pages = (0 until 20).map { siklus.households(it * 50, 50) }
            assertTrue(pages.all { it.size == 50 })
            assertEquals((0 until 1_000).map { "Keluarga %04d".format(it) }, pages.flatten().map { it.name })
            assertEquals(10, siklus.search("kel 012", 50).size)
            assertEquals(listOf("Keluarga 0777"), siklus.search("0777", 50).map { it.name })
            assertTrue(siklus.households(1_000, 50).isEmpty())
            failure<IllegalArgumentException> { siklus.households(-1, 50) }
        }
    }

    @Test
    fun `a screen of a hundred questions is one call`() = runTest {
        val events = Collections.synchronizedList(ArrayList<String>())
        Home.of(Home.store(folder, { event, _, _ -> events += event })).use { home ->
            val visit = home.siklus.openVisit(Home.TODAY, home.household, Setting.POSYANDU)
            events.clear()
            val screen = visit.screen(Form.Member(home.girl))
            assertEquals(listOf("screen"), events)
            assertTrue(screen.questions().size > 100, "${screen.questions().size}")
            val limits = screen.question("muac_cm")?.kind as QuestionKind.Number
            assertTrue(limits.min!! < limits.max!!)
        }
    }

    @Test
    fun `nothing personal shows in what is printed`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val visit = home.openVisit()
            val screen = visit.answer(Form.Member(home.girl), "muac_cm", Entry.Typed("22,4"))
            val household = home.siklus.household(home.household)
            val shown =
                listOf(
                    home.siklus, visit, visit.overview(), screen, screen.sections, screen.questions(), screen.findings, screen.askNext,
                    screen.question("muac_cm")!!.answer, household, household.members, home.siklus.households(0, 5), Home.TODAY, Home.AGREED,
                    home.siklus.search("Sari", 5), home.siklus.pregnancies(home.girl), Entry.Typed("22,4"), screen.progress,
                ).joinToString { it.toString() }
            for (needle in listOf("Contoh", "22,4", "muac", "2026", "2008", "headache")) assertFalse(needle in shown, "$needle in $shown")
        }
    }
}
