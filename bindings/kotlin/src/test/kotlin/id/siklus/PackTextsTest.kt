package id.siklus

import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

class PackTextsTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `a note to a health worker has initials and urgency, and neither name nor NIK`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val nik = "6299995409080001"
            home.siklus.correctPerson(Home.TODAY, home.girl, mapOf(PersonField.NIK to nik))
            val visit = home.openVisit()
            assertEquals(
                StateRule.NOT_ASSESSED,
                failure<SiklusException.State> { home.siklus.referralNote(visit.id, home.girl) }.rule,
            )
            visit.answer(Form.Member(home.father), "smoking", Entry.Typed("active"))
            assertNull(home.siklus.referralNote(visit.id, home.father), "teaching is no referral")
            visit.answer(Form.Member(home.girl), "headache", Answer.YesNo(true))
            visit.answer(Form.Member(home.girl), "headache_severe", Answer.YesNo(true))
            visit.answer(Form.Member(home.girl), "suicide_thoughts", Answer.YesNo(true))
            val sender = NoteSender("Ani", "Melati")
            val note = home.siklus.referralNote(visit.id, home.girl, "id", sender).orEmpty()
            assertEquals("RUJUK SEGERA", note.lines().first())
            assertTrue("S.C., RT 3, Remaja" in note && "Dari: kader Ani, Posyandu Melati" in note, note)
            assertTrue("hal lain yang perlu dibicarakan langsung" in note, note)
            assertTrue(listOf("Sari", "Contoh", nik, "2008", "mengakhiri hidup").none { it in note }, note)
            assertEquals("NoteSender", sender.toString())
        }
    }

    @Test
    fun `a consent keeps the version of the notice that was read out`() = runTest {
        Home.store(folder).use { siklus ->
            val notice = siklus.consentNotice()
            assertTrue(notice.paragraphs.size > 4 && notice.question.endsWith("?"))
            assertNotEquals(notice.paragraphs, siklus.consentNotice("en").paragraphs)
            assertEquals(notice.version, siklus.consentNotice("en").version)
            val consent = Consent(ConsentState.AGREED, notice.version)
            val household = siklus.registerHousehold(Home.TODAY, consent, mapOf(HouseholdField.NAME to "Pak Contoh"))
            assertEquals(ConsentState.AGREED, siklus.household(household).consent)
        }
    }

    @Test
    fun `the pack says by which rules it judges`() = runTest {
        Home.store(folder).use { siklus ->
            val about = siklus.about("en")
            assertEquals("ilp", about.id)
            RulePack.embedded().use { pack -> assertTrue(pack.sha256.startsWith(about.shortHash) && pack.languages == about.languages) }
            assertEquals(about.rules, about.confidence.sumOf { it.rules })
            assertEquals(Confidence.entries, about.confidence.map { it.confidence })
            assertTrue(about.sources.isNotEmpty() && about.library.isNotEmpty())
        }
    }
}
