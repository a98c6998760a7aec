package id.siklus

import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import kotlinx.coroutines.runBlocking

class TextTest {
    private val school = "SD Négeri 3 “Pagi Cérah” 👩🏽‍🏫🇮🇩"

    @Test
    fun `a text with accents and emoji is an answer`() = runTest {
        val case = People.daughter.copy(facts = mapOf("in_school" to Answer.YesNo(true), "school_name" to Answer.Text(school)))
        RulePack.embedded().use { pack -> assertTrue(pack.assess(case).undetermined.isNotEmpty()) }
    }

    /** The name of a field is the one thing that comes back as it was given. */
    @Test
    fun `no character changes on the way there and back`() {
        assertEquals("facts.$school", fieldOf(school))
        assertEquals("facts.${"é".repeat(20_000)}", fieldOf("é".repeat(20_000)))
    }

    @Test
    fun `half an emoji is replaced by a question mark and breaks nothing`() {
        assertEquals("facts.cut ?", fieldOf("cut " + "👩".take(1)))
    }

    @Test
    fun `texts of the pack come whole`() = runTest {
        val facts = mapOf("weight_kg" to Answer.Number("78.4"), "height_cm" to Answer.Number(166))
        val result = RulePack.embedded().use { it.assess(People.father.copy(facts = facts)) }
        assertTrue(result.findings.flatMap { it.reasons }.any { "28,5 kg/m²" in it })
    }

    private fun fieldOf(fact: String): String {
        val case = People.father.copy(facts = mapOf(fact to Answer.Text(school)))
        val refused = assertThrows(SiklusException.InvalidInput::class.java) { runBlocking { RulePack.embedded().use { it.assess(case) } } }
        return refused.fields.single().field
    }
}
