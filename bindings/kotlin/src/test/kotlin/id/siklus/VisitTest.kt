package id.siklus

import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.time.Instant
import java.time.LocalDate

class VisitTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `a visit from its opening to its results, read back after reopening`() = runTest {
        val (id, girl, results) =
            Home.of(Home.store(folder)).use { home ->
                val visit = home.openVisit()
                val form = Form.Member(home.girl)
                assertNull(visit.screen(form).question("headache_severe"), "a follow-up waits for its gate")
                visit.answer(form, "headache", Answer.YesNo(true))
                visit.answer(form, "headache_severe", Answer.YesNo(true))
                val screen = visit.answer(form, "muac_cm", Entry.Typed("22,4"))
                assertEquals("22,4 cm", screen.question("muac_cm")?.answer?.text)
                assertEquals("pregnancy.headache_severe", screen.findings.first().rule)
                home.only(visit, home.girl)
                val ask = visit.complete(Home.TODAY) as Completion.AskFirst
                assertEquals(home.girl, ask.open.single().person)
                assertTrue(ask.open.single().askNext.size in 1..5)
                val done = visit.complete(Home.TODAY, leaveOpen = true) as Completion.Done
                Triple(visit.id, home.girl, done.results)
            }
        Home.reopen(folder).use { siklus ->
            val came = siklus.results(id)
            assertEquals(results, came.results)
            assertEquals(VisitState.COMPLETED to List(2) { PartState.ABSENT }, came.state to came.notAssessed.map { it.state })
            assertEquals(results.single(), siklus.result(id, girl))
            assertEquals(Action.EMERGENCY, results.single().action)
            assertTrue(results.single().lines.any { it.role == LineRole.ACTION && it.text == "RUJUK SEGERA" })
            val record = siklus.visit(id)
            assertEquals(VisitState.COMPLETED to LocalDate.of(2026, 3, 2), record.state to record.on)
            assertTrue(record.parts.single { it.person == girl }.leftOpen)
            assertEquals(listOf(id), siklus.visitsOf(record.household, 10))
            assertEquals(Action.EMERGENCY, siklus.households(0, 10).single().lastAction)
            assertTrue(siklus.verify().whole)
        }
    }

    @Test
    fun `a visit that was left goes on where it was`() = runTest {
        val (id, girl) =
            Home.of(Home.store(folder)).use { home ->
                val visit = home.openVisit()
                visit.answer(Form.Member(home.girl), "headache", Answer.Unknown)
                visit.id to home.girl
            }
        Home.reopen(folder).use { siklus ->
            assertEquals(id, siklus.openVisits().single().visit)
            assertEquals(id, siklus.households(0, 1).single().visitInProgress)
            val visit = siklus.resumeVisit(id)
            assertTrue(visit.screen(Form.Member(girl)).question("headache")!!.unknown)
            visit.cancel(Home.TODAY, "salah rumah")
            assertEquals("salah rumah", siklus.visit(id).reason)
            assertEquals("visit", failure<SiklusException.NotFound> { siklus.resumeVisit(id) }.what)
        }
    }

    @Test
    fun `what is known of people is read back as it was entered`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val household = home.siklus.household(home.household)
            assertEquals(listOf("Nenek Contoh", "Pak Contoh", "Sari Contoh"), household.members.map { it.name })
            assertEquals("3" to ConsentState.AGREED, household.rt to household.consent)
            assertEquals(Precision.YEAR, household.members.first().born?.precision)
            val pregnancy = home.siklus.pregnancies(home.girl).single()
            home.siklus.changePregnancy(Home.TODAY, home.girl, pregnancy.id, PregnancyField.LOST_ON, LocalDate.of(2026, 2, 1))
            assertEquals(LocalDate.of(2026, 2, 1), home.siklus.pregnancies(home.girl).single().lostOn)
            home.siklus.correctPerson(Home.TODAY, home.father, mapOf(PersonField.RELATION to "head", PersonField.BIRTH_WEIGHT_G to null))
            assertEquals(Relation.HEAD, home.siklus.person(home.father).relation)
        }
    }

    @Test
    fun `an answer of a completed visit is corrected, and the result told`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val visit = home.openVisit()
            visit.answer(Form.Member(home.girl), "headache", Answer.YesNo(true))
            home.only(visit, home.girl)
            visit.complete(Home.TODAY, leaveOpen = true)
            val severe = Entry.Known(Answer.YesNo(true))
            val corrected = home.siklus.correctAnswer(Home.TODAY, visit.id, home.girl, "headache_severe", severe)
            assertEquals(Action.EMERGENCY, corrected.action)
            assertEquals(corrected, home.siklus.result(visit.id, home.girl))
            val report = Report(Instant.parse("2026-03-02T03:00:00Z"), "Bidan Contoh", ReportWay.PHONE)
            home.siklus.report(Home.TODAY, visit.id, home.girl, report)
            assertEquals(listOf(report), home.siklus.reports(visit.id, home.girl))
        }
    }

    @Test
    fun `a whole section is answered, and a setting of the area kept`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val visit = home.openVisit()
            val form = Form.Member(home.father)
            val section = visit.screen(form, "en").sections.first { it.answerNo != null }
            val after = visit.answerSectionNo(form, section.id, "en").sections.first { it.id == section.id }
            assertTrue(after.progress.answered > section.progress.answered)
            val setting = home.siklus.settings(Home.TODAY.on).questions().first { it.kind is QuestionKind.YesNo }
            val screen = home.siklus.changeSetting(Home.TODAY, setting.fact, Entry.Typed("true"))
            assertEquals("true", screen.question(setting.fact)?.answer?.typed)
        }
    }
}
