package id.siklus

import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

class PagesTest {
    @TempDir
    lateinit var folder: Path

    private suspend fun Home.severeHeadache(): Visit =
        openVisit().also {
            it.answer(Form.Member(girl), "headache", Answer.YesNo(true))
            it.answer(Form.Member(girl), "headache_severe", Answer.YesNo(true))
        }

    private suspend fun Home.completed(): Visit =
        severeHeadache().also {
            only(it, girl)
            it.complete(Home.TODAY, leaveOpen = true)
        }

    @Test
    fun `the first page has what was begun and the households`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val visit = home.severeHeadache()
            val page = home.siklus.today(10)
            val draft = page.drafts.single()
            assertEquals(Triple(visit.id, 3, 3), Triple(draft.visit, draft.parts, draft.openParts))
            assertEquals(Standing.EMERGENCY, draft.standing)
            assertEquals(visit.id, page.households.single().visitInProgress)
            assertFalse(page.more)
        }
    }

    @Test
    fun `an emergency is told on every screen of the visit`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val overview = home.severeHeadache().overview("en")
            val girl = overview.parts.single { it.person == home.girl }
            assertEquals("17 years" to Standing.EMERGENCY, girl.described?.age to girl.standing)
            assertEquals(2, girl.progress?.answered)
            val alarm = overview.alarms.single()
            assertEquals(Triple(home.girl, "Sari Contoh", false), Triple(alarm.person, alarm.name, alarm.private))
            assertTrue("headache" in alarm.title && alarm.advice.isNotEmpty())
        }
    }

    @Test
    fun `a household and a person have a page each`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val visit = home.completed()
            val household = home.siklus.householdPage(home.household, Home.TODAY.on)
            assertEquals(Standing.EMERGENCY, household.standing)
            assertEquals(VisitState.COMPLETED, household.visits.single { it.visit == visit.id }.state)
            assertNull(household.members.single { it.person == home.father }.standing)
            val person = home.siklus.personPage(home.girl, Home.TODAY.on)
            assertEquals("Ibu hamil 21 minggu 5 hari", person.described?.stage)
            assertEquals("21 minggu 5 hari", person.pregnancies.single().gestation)
            assertEquals(Standing.EMERGENCY, person.visits.single().standing)
            assertFalse(person.visits.single().corrected)
        }
    }

    @Test
    fun `a result comes in parts beside its lines`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val result = home.siklus.result(home.completed().id, home.girl)
            assertEquals("RUJUK SEGERA" to Standing.EMERGENCY, result.headline to result.standing)
            assertEquals("Sari Contoh", result.name)
            val finding = result.findings.first()
            assertEquals("pregnancy.headache_severe" to "RUJUK SEGERA", finding.rule to finding.actionText)
            val questions = result.undetermined.flatMap { it.questions }
            assertTrue(questions.any { it.private } && questions.all { it.section != null || it.fact.startsWith("birth.") })
        }
    }
}
