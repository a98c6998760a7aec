package id.siklus

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.time.LocalDate

class ServiceCardTest {
    @TempDir
    lateinit var folder: Path

    private suspend fun Home.baby(): String {
        val fields = mapOf(PersonField.NAME to "Bayi Contoh", PersonField.SEX to "female", PersonField.BORN to "2025-10-01")
        return siklus.registerPerson(Home.TODAY, household, fields).person
    }

    private suspend fun Home.save(person: String, vararg given: Pair<String, String?>, language: String = "id") =
        siklus.saveServiceCard(Home.TODAY, person, Home.TODAY.on, given.map { (code, day) -> CardEntry(code, read(day)) }, language)

    /** A date; "?" where nobody knows it, null where it was not given. */
    private fun read(day: String?) =
        when (day) {
            null -> ServiceGiven.NotGiven
            "?" -> ServiceGiven.DateNotKnown
            else -> ServiceGiven.On(LocalDate.parse(day))
        }

    @Test
    fun `a card comes whole in one call`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val card = home.siklus.serviceCard(home.baby(), Home.TODAY.on)
            assertEquals("Bayi Contoh" to "5 bulan", card.name to card.described.age)
            assertEquals(listOf("Bayi baru lahir", "Imunisasi", "Vitamin A dan obat cacing", "Pemeriksaan"), card.groups.map { it.title })
            val bcg = checkNotNull(card.service("bcg"))
            assertEquals(Triple("BCG", ServiceStatus.OVERDUE, "terlambat"), Triple(bcg.name, bcg.status, bcg.statusText))
            assertEquals(listOf(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 11, 30), LocalDate.of(2026, 9, 30)), listOf(bcg.from, bcg.dueUntil, bcg.until))
            assertTrue(bcg.doses.isEmpty() && !bcg.again && card.service("vitamin_a.blue")!!.again)
            assertTrue(card.groups[1].others.any { it.code == "hexavalent.1" && it.name.isNotEmpty() })
            val today = card.plan.first()
            assertTrue(today.on == Home.TODAY.on && "BCG" in today.services && today.day.startsWith("Hari ini"))
            assertTrue(card.planNote.contains("Nakes"))
            assertTrue(card.completeness.any { it.startsWith("Imunisasi bayi lengkap: 0 dari ") }, card.completeness.toString())
            assertEquals("Immunisation", home.siklus.serviceCard(card.person, Home.TODAY.on, "en").groups[1].title)
        }
    }

    @Test
    fun `what is saved is there after a restart, with what counts`() = runTest {
        val baby =
            Home.of(Home.store(folder)).use { home ->
                val baby = home.baby()
                val card = home.save(baby, "hb0" to "2025-10-01", "opv.1" to "2025-10-05", "opv.2" to "2025-11-26", "bcg" to "?")
                assertEquals(card, home.siklus.serviceCard(baby, Home.TODAY.on))
                val opv = card.service("opv.2")!!.doses.single()
                assertEquals(Triple(LocalDate.of(2025, 11, 26), false, true), Triple(opv.on, opv.counts, opv.tooEarly))
                assertTrue(opv.remark!!.startsWith("Terlalu dini"))
                baby
            }
        Home.reopen(folder).use { siklus ->
            val card = siklus.serviceCard(baby, Home.TODAY.on)
            val bcg = card.service("bcg")!!
            assertEquals(ServiceStatus.DONE to null, bcg.status to bcg.doses.single().on)
            assertEquals("Sudah, tanggalnya tidak diketahui", bcg.doses.single().text)
            val author = Home.TODAY
            val gone = siklus.saveServiceCard(author, baby, author.on, listOf(CardEntry("bcg", ServiceGiven.NotGiven)))
            assertTrue(gone.service("bcg")!!.doses.isEmpty() && gone.service("hb0")!!.doses.size == 1)
            assertTrue(siklus.verify().whole)
        }
    }

    @Test
    fun `every entry that is not accepted is named with words, and nothing is saved`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val baby = home.baby()
            val given = arrayOf("hb0" to "2025-09-30", "bcg" to "2026-03-03", "rv.1" to "2025-12-01", "rv.1" to "2025-12-01", "no_such" to null)
            val error = failure<SiklusException.InvalidInput> { home.save(baby, *given) }
            val rules = listOf(InvalidRule.DATE_ORDER, InvalidRule.DATE_ORDER, InvalidRule.TWICE, InvalidRule.NO_SUCH_SERVICE)
            assertEquals(listOf("entries[0].on", "entries[1].on", "entries[3].on", "entries[4].service"), error.fields.map { it.field })
            assertEquals(rules, error.fields.map { it.rule })
            assertEquals("Tanggalnya sebelum lahir. Isi hari lahir atau sesudahnya.", error.fields.first().accepted)
            assertFalse("2025" in error.stackTraceToString() || "hb0" in error.stackTraceToString())
            assertTrue(home.siklus.serviceCard(baby, Home.TODAY.on).services().all { it.doses.isEmpty() })
            val english = failure<SiklusException.InvalidInput> { home.save(baby, "hb0" to "2026-03-03", language = "en") }
            assertTrue(english.fields.single().accepted.startsWith("The date is after the day of the visit"))
            failure<SiklusException.NotFound> { home.siklus.serviceCard("0199c6a2-9b1e-7c3d-8e4f-5a6b7c8d9e0f", Home.TODAY.on) }
        }
    }

    @Test
    fun `the form leads to the card and follows it at once`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val baby = home.baby()
            val visit = home.openVisit()
            fun Screen.isOverdue() = findings.any { it.rule == "immunization.overdue" }
            val screen = visit.answer(Form.Member(baby), "service_record_checked", Answer.YesNo(true))
            assertTrue(screen.isOverdue())
            val section = screen.sections.single { it.services }
            assertEquals("Catat layanan dari buku", section.servicesButton)
            assertNull(screen.sections.first { !it.services }.servicesButton)
            val change = async(Dispatchers.Unconfined) { home.siklus.changes.first() }
            home.save(baby, *BY_THE_BOOK.toTypedArray())
            assertEquals(Change.Person(baby), change.await())
            assertFalse(visit.screen(Form.Member(baby)).isOverdue())
        }
    }

    @Test
    fun `a card tells nothing of a person when it is printed`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val card = home.save(home.baby(), "hb0" to "2025-10-01")
            val service = card.service("hb0")!!
            val due = card.dueToday!!
            val parts = listOf(card, card.groups[0], service, service.doses[0], card.groups[1].others[0], card.plan[0], due, due.together[0])
            val names = listOf("ServiceCard", "CardGroup", "CardService", "CardDose", "OtherService", "PlannedDay", "DueToday", "DueService")
            assertEquals(names, parts.map { it.toString() })
            assertEquals(listOf("CardEntry", "ServiceGiven"), listOf(CardEntry("hb0", read("2025-10-01")), read("?")).map { it.toString() })
        }
    }

    @Test
    fun `a result tells what was due, as the card of the day does`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val baby = home.baby()
            val visit = home.openVisit()
            for (part in visit.overview().parts) if (part.person != baby) visit.setPart(part.person, PartState.ABSENT)
            visit.answer(Form.Member(baby), "service_record_checked", Answer.YesNo(true))
            visit.complete(Home.TODAY, leaveOpen = true)
            val due = home.siklus.result(visit.id, baby).dueToday!!
            assertEquals(home.siklus.serviceCard(baby, Home.TODAY.on).dueToday, due)
            assertEquals(Home.TODAY.on, due.on)
            assertTrue(due.together.any { it.name == "BCG" && it.status == ServiceStatus.OVERDUE && it.statusText == "terlambat" })
            assertEquals(listOf("weighing"), due.others.map { it.code })
            home.save(baby, *BY_THE_BOOK.toTypedArray())
            assertEquals(due, home.siklus.result(visit.id, baby).dueToday)
            assertEquals(emptyList<DueService>(), home.siklus.serviceCard(baby, Home.TODAY.on).dueToday!!.together)
        }
    }

    private companion object {
        /** What a child of five months has by the book. */
        val BY_THE_BOOK =
            listOf(
                "hb0" to "2025-10-01",
                "bcg" to "2025-10-05",
                "opv.1" to "2025-10-05",
                "opv.2" to "2025-12-01",
                "dpt_hb_hib.1" to "2025-12-01",
                "pcv.1" to "2025-12-01",
                "rv.1" to "2025-12-01",
                "opv.3" to "2026-01-01",
                "dpt_hb_hib.2" to "2026-01-01",
                "pcv.2" to "2026-01-01",
                "rv.2" to "2026-01-01",
                "opv.4" to "2026-02-01",
                "dpt_hb_hib.3" to "2026-02-01",
                "ipv.1" to "2026-02-01",
                "rv.3" to "2026-02-01",
            )
    }
}
