package id.siklus

import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.math.BigDecimal
import java.nio.file.Path

class AnswerSheetTest {
    @TempDir
    lateinit var folder: Path

    private suspend fun Home.begun(): Visit =
        openVisit().also {
            it.answer(Form.Member(girl), "muac_cm", Entry.Typed("22,8"))
            it.answer(Form.Member(girl), "headache", Answer.YesNo(true))
            it.answer(Form.Member(girl), "headache_severe", Answer.YesNo(true))
        }

    private suspend fun Home.completed(): String =
        begun().let {
            only(it, girl)
            it.complete(Home.TODAY, leaveOpen = true)
            it.id
        }

    private fun AnswerSheet.answer(fact: String) = sections.flatMap { it.answers }.single { it.question.fact == fact }

    @Test
    fun `each answer has its words, who wrote it and when, and what its field is drawn from`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val sheet = home.siklus.answerSheet(home.completed(), home.girl)
            assertEquals(Triple("Sari Contoh", Home.TODAY.on, false), Triple(sheet.name, sheet.on, sheet.inProgress))
            val arm = sheet.answer("muac_cm")
            assertEquals("22,8 cm" to Written(Home.TODAY.cadre, Home.TODAY.at), arm.text to arm.written)
            val kind = arm.question.kind as QuestionKind.Number
            assertEquals(Triple("cm", BigDecimal("5"), BigDecimal("60")), Triple(kind.unit, kind.min, kind.max))
            assertEquals("22,8", arm.question.answer?.typed)
            assertTrue(sheet.sections.any { section -> section.open.any { it.fact == "vaginal_bleeding" } })
        }
    }

    @Test
    fun `a value is picked from the sheet and corrected, and the old one stays to be read`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val visit = home.completed()
            val later = Home.on("2026-03-05").copy(cadre = "0199c6a2-9b1e-7c3d-8e4f-000000000007")
            val fact = home.siklus.answerSheet(visit, home.girl).answer("muac_cm").question.fact
            val refused = failure<SiklusException.InvalidInput> { home.siklus.correctAnswer(later, visit, home.girl, fact, Entry.Typed("228")) }
            assertTrue("60,0 cm" in refused.fields.single().accepted)
            home.siklus.correctAnswer(later, visit, home.girl, fact, Entry.Typed("25,3"))
            home.siklus.correctAnswer(later, visit, home.girl, "headache", Entry.Known(Answer.YesNo(false)))
            val sheet = home.siklus.answerSheet(visit, home.girl, "en")
            val arm = sheet.answer("muac_cm")
            assertEquals("25.3 cm" to later.cadre, arm.text to arm.written?.cadre)
            assertEquals(listOf(EarlierAnswer("22.8 cm", Written(Home.TODAY.cadre, Home.TODAY.at))), arm.earlier)
            val severe = sheet.withdrawn.single()
            assertEquals(Triple("headache_severe", "yes", false), Triple(severe.fact, severe.text, severe.asked))
            assertEquals(Written(later.cadre, later.at), severe.written)
        }
    }

    @Test
    fun `a visit in progress has a sheet of which nothing is written yet`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val sheet = home.siklus.answerSheet(home.begun().id, home.girl)
            assertTrue(sheet.inProgress)
            assertNull(sheet.answer("muac_cm").written)
        }
    }

    @Test
    fun `who was not assessed has none`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val visit = home.completed()
            val refused = failure<SiklusException.State> { home.siklus.answerSheet(visit, home.father) }
            assertEquals(StateRule.NOT_ASSESSED, refused.rule)
        }
    }

    @Test
    fun `nothing of it is printed`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val visit = home.completed()
            home.siklus.correctAnswer(Home.TODAY, visit, home.girl, "headache", Entry.Known(Answer.YesNo(false)))
            val sheet = home.siklus.answerSheet(visit, home.girl)
            val answer = sheet.answer("headache")
            val shown = listOf(sheet, sheet.sections.first(), answer, answer.earlier.first(), sheet.withdrawn.first(), answer.written)
            val names = listOf("AnswerSheet", "AnswerSection", "WrittenAnswer", "EarlierAnswer", "WithdrawnAnswer", "Written")
            assertEquals(names, shown.map { it.toString() })
            assertFalse("Sari" in sheet.toString())
        }
    }
}
