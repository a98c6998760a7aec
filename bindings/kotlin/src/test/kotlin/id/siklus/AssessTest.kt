package id.siklus

import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class AssessTest {
    @Test
    fun `the most urgent finding leads and hides nothing`() = runTest {
        val result = RulePack.embedded().use { it.assess(People.daughter) }
        assertEquals(setOf(LifeStage.PREGNANT, LifeStage.ADOLESCENT), result.stages)
        assertEquals(Action.EMERGENCY, result.action)
        assertEquals("RUJUK SEGERA", result.headline)
        assertFalse(result.undecidable)
        assertEquals("pregnancy.headache_severe", result.findings.first().rule)
        assertTrue(result.findings.any { it.rule == "pregnancy.muac_low" })
        assertEquals(result.findings.map { it.action }.sortedDescending(), result.findings.map { it.action })
    }

    @Test
    fun `a finding says what to do and why`() = runTest {
        val result = RulePack.embedded().use { it.assess(People.daughter, "en") }
        val arm = result.findings.single { it.rule == "pregnancy.muac_low" }
        assertEquals(listOf("Mid-upper arm circumference: 22.4 cm (15.0 cm or more, less than 23.5 cm)"), arm.reasons)
        assertTrue(arm.advice.isNotBlank() && arm.source.isNotBlank())
        assertEquals(Action.REFER, arm.action)
        assertEquals(Within.HOURS24, result.findings.first { it.within != null }.within)
    }

    @Test
    fun `unknown is not no and is asked for`() = runTest {
        val result = RulePack.embedded().use { it.assess(People.daughter) }
        val fever = result.undetermined.single { it.rule == "pregnancy.fever" }
        assertTrue(fever.questions.any { it.fact == "fever_over_2_days" && it.label.isNotBlank() })
    }

    @Test
    fun `nobody is called well before the danger signs were asked`() = runTest {
        val result = RulePack.embedded().use { it.assess(People.father) }
        assertTrue(result.undecidable)
        assertEquals(Action.NONE, result.action)
        assertTrue(result.findings.isEmpty())
        assertTrue(result.undetermined.isNotEmpty())
        assertTrue(result.nextChangeOn!! > People.VISIT)
    }

    @Test
    fun `an estimated birth date, a due date and a delivery are taken`() = runTest {
        val due = People.daughter.copy(pregnancy = Pregnancy.Edd(People.LMP.plusDays(280)))
        val delivered = People.daughter.copy(pregnancy = null, deliveredOn = People.VISIT.minusDays(3))
        val old = People.father.copy(born = BirthDate(People.VISIT.minusYears(70), Precision.YEAR), birth = BirthData(2_400, 36))
        RulePack.embedded().use { pack ->
            assertEquals(pack.assess(People.daughter), pack.assess(due))
            assertTrue(LifeStage.POSTPARTUM in pack.assess(delivered).stages)
            assertEquals(setOf(LifeStage.OLDER_ADULT), pack.assess(old).stages)
        }
    }

    @Test
    fun `the pack names itself`() = runTest {
        RulePack.embedded().use { pack ->
            assertEquals("ilp", pack.id)
            assertTrue(pack.version.matches(Regex("""\d{4}\.\d+\.\d+""")))
            assertTrue(pack.sha256.matches(Regex("[0-9a-f]{64}")))
            assertEquals(listOf("id", "en"), pack.languages.take(2))
            assertEquals("Life-cycle screening of the primary-care integration (ILP)", pack.title("en"))
            assertEquals(pack.title("id"), pack.title("in"))
            assertEquals("RulePack(ilp ${pack.version})", pack.toString())
        }
    }
}
