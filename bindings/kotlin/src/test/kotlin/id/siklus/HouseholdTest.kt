package id.siklus

import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.time.LocalDate

class HouseholdTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `a household is corrected field by field`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            home.siklus.correctHousehold(Home.TODAY, home.household, mapOf(HouseholdField.RT to null, HouseholdField.RW to "07"))
            val known = home.siklus.household(home.household)
            assertEquals(listOf("Pak Contoh", null, "7"), listOf(known.name, known.rt, known.rw))
            val unnamed = mapOf<HouseholdField, String?>(HouseholdField.NAME to null)
            val error = failure<SiklusException.InvalidInput> { home.siklus.correctHousehold(Home.TODAY, home.household, unnamed) }
            assertEquals("name" to InvalidRule.EMPTY, error.fields.single().let { it.field to it.rule })
        }
    }

    @Test
    fun `a person moves, and is told apart from the number on the card`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val other = home.siklus.registerHousehold(Home.TODAY, Home.AGREED, mapOf(HouseholdField.NAME to "Bu Contoh"))
            home.siklus.movePerson(Home.TODAY, home.girl, other)
            assertEquals(listOf(home.girl), home.siklus.household(other).members.map { it.id })
            val nik = mapOf(PersonField.NIK to "6299992011800001")
            assertEquals(listOf(RegisterWarning.NIK_OF_OTHER_SEX), home.siklus.correctPerson(Home.TODAY, home.girl, womanOf(nik)).warnings)
            val taken = failure<SiklusException.InvalidInput> { home.siklus.correctPerson(Home.TODAY, home.father, nik, "en") }
            assertEquals(InvalidRule.TWICE, taken.fields.single().rule)
        }
    }

    /** Born on the day that the number states. */
    private fun womanOf(nik: Map<PersonField, String>) = nik + (PersonField.BORN to "1980-11-20")

    @Test
    fun `a child born during the visit is added to it`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val visit = home.openVisit()
            val fields = mapOf(PersonField.NAME to "Bayi Contoh", PersonField.SEX to "male", PersonField.BORN to "2026-03-01")
            val baby = home.siklus.registerPerson(Home.TODAY, home.household, fields + (PersonField.BIRTH_WEIGHT_G to "2450")).person
            visit.addMember(baby)
            assertTrue(visit.overview().parts.any { it.person == baby && it.state == null })
            assertEquals(2_450, home.siklus.person(baby).birth.weightG)
            assertTrue(visit.screen(Form.Member(baby)).questions().isNotEmpty())
        }
    }

    @Test
    fun `who is not visited needs a reason`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val visit = home.openVisit()
            val error = failure<SiklusException.InvalidInput> { visit.setPart(home.father, PartState.NOT_VISITED, " ", "en") }
            assertEquals("reason" to "Nothing was entered.", error.fields.single().let { it.field to it.accepted })
            visit.setPart(home.father, PartState.NOT_VISITED, "di ladang")
            assertEquals("di ladang", visit.overview().parts.single { it.person == home.father }.reason)
        }
    }

    @Test
    fun `the family sheet is a form of the household`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val visit = home.siklus.openVisit(Home.TODAY, home.household, familySheet = true)
            val sheet = Form.Household(home.household)
            val question = visit.screen(sheet).questions().first { it.kind is QuestionKind.YesNo }
            val screen = visit.answer(sheet, question.fact, Answer.YesNo(true))
            assertEquals("true", screen.question(question.fact)?.answer?.typed)
            assertTrue(screen.findings.isEmpty())
            assertTrue(visit.answer(sheet, question.fact, Entry.Cleared).question(question.fact)!!.open)
        }
    }

    @Test
    fun `a form follows what is corrected during the visit`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val visit = home.openVisit()
            val form = Form.Member(home.girl)
            visit.answer(form, "vaginal_bleeding", Answer.YesNo(false))
            val pregnancy = home.siklus.pregnancies(home.girl).single().id
            home.siklus.changePregnancy(Home.TODAY, home.girl, pregnancy, PregnancyField.LOST_ON, LocalDate.of(2026, 2, 1))
            assertEquals(listOf("vaginal_bleeding"), visit.refreshForm(form).withdrawn.map { it.fact })
        }
    }
}
