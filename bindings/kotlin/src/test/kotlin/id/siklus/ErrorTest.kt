package id.siklus

import id.siklus.internal.calling
import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.time.LocalDate
import id.siklus.ffi.InternalException as NativeFault
import id.siklus.ffi.SiklusException as NativeException

class ErrorTest {
    @Test
    fun `each field that is not accepted is named with what would be`() = runTest {
        val facts = mapOf("muac_cm" to Answer.Number("228"), "tetanus_status" to Answer.Code("t9"), "no_such_fact" to Answer.YesNo(true))
        val error = refused(People.daughter.copy(facts = facts, doses = listOf(Dose("no.such"))))
        val rules = error.fields.associate { it.field to it.rule }
        val expected =
            mapOf(
                "facts.muac_cm" to InvalidRule.OUT_OF_RANGE,
                "facts.tetanus_status" to InvalidRule.NOT_A_CHOICE,
                "facts.no_such_fact" to InvalidRule.NO_SUCH_FACT,
                "doses[0].service" to InvalidRule.NO_SUCH_SERVICE,
            )
        assertEquals(expected, rules)
        assertEquals("invalid_input", error.code)
        assertTrue(error.fields.first().accepted.endsWith("5,0 sampai 60,0 cm."))
    }

    @Test
    fun `rules on the person as a whole have their words too`() = runTest {
        val cases =
            mapOf(
                People.father.copy(pregnancy = Pregnancy.Lmp(People.LMP)) to InvalidRule.OF_A_MAN,
                People.father.copy(born = BirthDate(People.VISIT.plusDays(1))) to InvalidRule.DATE_ORDER,
                People.father.copy(born = BirthDate(People.VISIT.minusYears(131))) to InvalidRule.OUT_OF_RANGE,
                People.father.copy(history = listOf(EarlierVisit(People.VISIT, emptyMap()))) to InvalidRule.TWICE,
                bloodPressure("120", "130") to InvalidRule.PRESSURE_ORDER,
                bloodPressure("120.5", "80") to InvalidRule.NOT_WHOLE,
                People.father.copy(on = LocalDate.MAX) to InvalidRule.NOT_A_DATE,
            )
        for ((case, rule) in cases) assertEquals(listOf(rule), refused(case).fields.map { it.rule }, rule.name)
    }

    @Test
    fun `a number that would fill the memory is refused`() = runTest {
        for (digits in listOf("1e999999999", "1e-999999999", "-1e41")) {
            val error = refused(People.father.copy(facts = mapOf("weight_kg" to Answer.Number(digits))))
            assertEquals(listOf("facts.weight_kg"), error.fields.map { it.field })
        }
    }

    @Test
    fun `no error holds what was entered`() = runTest {
        val facts = mapOf("muac_cm" to Answer.Number("77777"), "tetanus_status" to Answer.Code("secret"), "headache" to Answer.Text("secret"))
        val error = refused(People.daughter.copy(facts = facts))
        val told = error.message + error.fields + error.stackTraceToString()
        assertFalse("77777" in told || "secret" in told, told)
    }

    @Test
    fun `a pack with faults and a fault of the library have codes of their own`() {
        val faulty = assertThrows(SiklusException.PackFaulty::class.java) { calling { throw NativeException.PackFaulty(listOf("a.toml:1:1")) } }
        assertEquals("pack_faulty" to listOf("a.toml:1:1"), faulty.code to faulty.faults)
        val fault = assertThrows(SiklusException.Unexpected::class.java) { calling { throw NativeFault("Siti, 081234") } }
        assertEquals("unexpected", fault.code)
        assertFalse("Siti" in fault.stackTraceToString())
    }

    private fun bloodPressure(high: String, low: String) =
        People.father.copy(facts = mapOf("systolic_mmhg" to Answer.Number(high), "diastolic_mmhg" to Answer.Number(low)))

    private suspend fun refused(case: PersonCase): SiklusException.InvalidInput =
        RulePack.embedded().use { pack ->
            try {
                pack.assess(case)
                error("was accepted")
            } catch (refused: SiklusException.InvalidInput) {
                refused
            }
        }
}
