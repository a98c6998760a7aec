package id.siklus.app

import android.text.Spanned
import android.text.style.StrikethroughSpan
import android.widget.TextView
import id.siklus.Answer
import id.siklus.Standing
import id.siklus.app.model.Place
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.time.Duration

@RunWith(RobolectricTestRunner::class)
class AnswersTest {
    private val hand = Hand()
    private val home = Neighbourhood(hand)
    private val household = home.household()
    private val sari = home.woman(household)

    @Test
    fun `a corrected number leaves the old one struck through with who and when`() {
        val visit = visited("muac_cm" to Answer.Number("22.8"))
        assertEquals(Standing.REFER, standing(visit))
        openAnswers()
        hand.picture("answers")
        hand.tap("22,8 cm")
        hand.picture("correct-number")
        repeat(4) { hand.tap("Hapus satu angka") }
        for (key in listOf("7", "9")) hand.tap(key)
        hand.tap("Simpan")
        hand.sees("60")
        hand.picture("correct-number-error")
        repeat(2) { hand.tap("Hapus satu angka") }
        for (key in listOf("2", "3", ",", "8")) hand.tap(key)
        hand.tap("Simpan")
        assertEquals(Place.Result(visit, sari), hand.stack().last().place)
        assertFalse(standing(visit) == Standing.REFER)
        hand.model.back()
        hand.settle()
        hand.picture("answers-corrected")
        hand.sees("23,8 cm")
        hand.sees("Diperbaiki oleh Bu Rina, 3 Mar 2026, 09.41")
        assertEquals(listOf("22,8 cm"), struck())
    }

    @Test
    fun `what a correction makes inapplicable stands in its own block`() {
        visited("headache" to Answer.YesNo(true), "headache_severe" to Answer.YesNo(true))
        openAnswers()
        hand.tap("Pusing atau sakit kepala")
        hand.tap("Tidak")
        hand.picture("correct-choice")
        hand.tap("Simpan perbaikan")
        hand.model.back()
        hand.settle()
        hand.picture("answers-withdrawn")
        hand.sees("Tidak berlaku lagi")
        hand.sees("Ditarik oleh Bu Rina")
        assertEquals(listOf("Ya", "Ya"), struck())
    }

    @Test
    fun `a wrong tap is not saved before she says so`() {
        val visit = visited("headache" to Answer.YesNo(true))
        openAnswers()
        hand.tap("Pusing atau sakit kepala")
        hand.tap("Tidak")
        hand.model.back()
        hand.settle()
        assertTrue(struck().isEmpty())
        assertFalse(home.ask { answerSheet(visit, sari) }.sections.flatMap { it.answers }.any { it.earlier.isNotEmpty() })
    }

    @Test
    fun `private answers wait until nobody looks on`() {
        visited("headache" to Answer.YesNo(true), "drinks_alcohol" to Answer.YesNo(true))
        openAnswers()
        assertFalse("Minum alkohol" in hand.words())
        hand.tap("Bicara berdua saja, ya")
        hand.picture("answers-pause")
        assertFalse("Minum alkohol" in hand.words())
        hand.tap("Kami hanya berdua")
        hand.sees("Minum alkohol")
        hand.picture("answers-private")
        hand.tap("Sembunyikan layar")
        hand.tap("Lanjutkan")
        assertFalse("Minum alkohol" in hand.words())
    }

    @Test
    fun `a question that was left open can be answered afterwards`() {
        val visit = visited("muac_cm" to Answer.Number("23.8"), "headache" to Answer.YesNo(true))
        openAnswers()
        hand.tap(hand.views().first { (it as? TextView)?.text?.startsWith("Belum dijawab: ") == true })
        hand.tap("Sakit kepala berat")
        hand.tap("Ya")
        hand.tap("Simpan perbaikan")
        assertEquals(Standing.EMERGENCY, standing(visit))
    }

    private fun visited(vararg answers: Pair<String, Answer>): String {
        home.pregnant(sari)
        val visit = home.visit(household, sari, answers.toMap())
        hand.phone.wait(Duration.ofDays(1))
        return visit
    }

    private fun openAnswers() {
        hand.open().tap("Pak Joko")
        hand.tap("Bu Sari")
        hand.tap("Lihat jawaban")
    }

    private fun standing(visit: String) = home.ask { result(visit, sari) }.standing

    private fun struck(): List<String> =
        hand.views().filterIsInstance<TextView>().mapNotNull { it.text as? Spanned }.flatMap { text ->
            text.getSpans(0, text.length, StrikethroughSpan::class.java).map { text.substring(text.getSpanStart(it), text.getSpanEnd(it)) }
        }
}
