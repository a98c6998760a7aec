package id.siklus

import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

class GrowthTest {
    @TempDir
    lateinit var folder: Path

    private suspend fun Home.child(born: String): String {
        val fields = mapOf(PersonField.NAME to "Bayi Contoh", PersonField.SEX to "female", PersonField.BORN to born)
        return siklus.registerPerson(Home.TODAY, household, fields).person
    }

    @Test
    fun `the screen tells how a child grows, and the result tells the same`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val child = home.child("2024-12-20")
            val visit = home.siklus.openVisit(Home.TODAY, home.household)
            val form = Form.Member(child)
            assertNull(visit.screen(form, "id").growth)
            val screen = visit.answer(form, "weight_kg", Answer.Number("7.2"), "id")
            val growth = checkNotNull(screen.growth)
            val index = growth.indices.single()
            assertEquals(GrowthIndexKind.WEIGHT_FOR_AGE to "Berat badan menurut umur", index.kind to index.name)
            assertEquals("-2,30 SD" to "Berat badan kurang", index.zText to index.classText)
            assertEquals(listOf(GrowthRemarkKind.FIRST_WEIGHING), growth.monthly.map { it.kind })
            assertTrue(screen.sections.filter { it.growth }.all { section -> section.questions.any { it.fact in MEASURES } })
            home.only(visit, child)
            val result = (visit.complete(Home.TODAY, leaveOpen = true, "id") as Completion.Done).results.single()
            assertEquals(growth, result.growth)
            assertTrue(result.lines.any { it.role == LineRole.GROWTH && it.text == index.text })
        }
    }

    @Test
    fun `what cannot be is asked about at its question`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val child = home.child("2024-12-20")
            val visit = home.siklus.openVisit(Home.TODAY, home.household)
            val screen = visit.answer(Form.Member(child), "weight_kg", Answer.Number("22"), "id")
            val question = checkNotNull(screen.question("weight_kg"))
            assertEquals("Berat badan ini tidak wajar untuk umurnya. Tolong timbang sekali lagi, ya.", question.measureAgain)
            assertEquals(listOf("weight_kg"), screen.growth?.measureAgain?.map { it.fact })
            assertTrue(question.answer != null && question.error == null)
        }
    }

    @Test
    fun `without a day of birth nobody can say`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val child = home.child("2024-12")
            val visit = home.siklus.openVisit(Home.TODAY, home.household)
            val screen = visit.answer(Form.Member(child), "weight_kg", Answer.Number("9"), "id")
            assertTrue(checkNotNull(screen.needsBirthDay).startsWith("Tanggal lahir belum lengkap"))
            assertTrue(!screen.clear && screen.growth == null)
            home.only(visit, child)
            val result = (visit.complete(Home.TODAY, leaveOpen = true, "id") as Completion.Done).results.single()
            assertTrue(result.sentences.contains(screen.needsBirthDay))
        }
    }

    private companion object {
        val MEASURES = setOf("weight_kg", "height_cm", "head_circumference_cm", "muac_cm")
    }
}
