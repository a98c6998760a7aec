package id.siklus

import id.siklus.internal.toNative
import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.math.BigDecimal

class PrivacyTest {
    @Test
    fun `what is known about a person shows in no toString`() {
        val case = People.daughter
        val shown = listOf(case, case.born, case.pregnancy, BirthData(2_400, 36), case.history, case.doses).map { it.toString() }
        assertEquals(listOf("PersonCase", "BirthDate", "Pregnancy", "BirthData", "[EarlierVisit]", "[Dose]"), shown)
    }

    @Test
    fun `no answer shows, not even that it is unknown`() {
        val answers =
            listOf(
                Answer.Unknown,
                Answer.YesNo(true),
                Answer.Number(BigDecimal("22.4")),
                Answer.Code("t2"),
                Answer.Codes(setOf("ht")),
                Answer.Date(People.VISIT),
                Answer.Text("Siti"),
            )
        assertEquals(setOf("Answer"), answers.map { it.toString() }.toSet())
        assertEquals(setOf("FactAnswer"), answers.map { it.toNativeText() }.toSet())
    }

    @Test
    fun `a result shows nothing of the person`() = runTest {
        val result = RulePack.embedded().use { it.assess(People.daughter) }
        val parts = listOf(result, result.findings.first(), result.undetermined.first(), result.undetermined.first().questions.first())
        assertEquals(listOf("Assessment", "Finding", "Undetermined", "Question"), parts.map { it.toString() })
    }

    @Test
    fun `what crosses to the native side shows nothing either`() {
        val native = People.daughter.toNative()
        val parts = listOf(native, native.born, native.pregnancy, native.birth, native.facts.first(), native.history.first(), native.doses.first())
        val names = listOf("Case", "Born", "Pregnancy", "Birth", "EarlierVisit", "Dose").map { it + "Request" }
        assertEquals(names.take(4) + "RecordedFact" + names.drop(4), parts.map { it.toString() })
    }

    private fun Answer.toNativeText(): String =
        People.father
            .copy(facts = mapOf("fact" to this))
            .toNative()
            .facts
            .single()
            .answer
            .toString()
}
