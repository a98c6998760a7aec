package id.siklus.app

import android.view.View
import id.siklus.Form
import id.siklus.FormQuestion
import id.siklus.QuestionKind
import id.siklus.app.family.Family
import id.siklus.app.model.Place
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

/** One short visit for each of the stages of life, by taps, from who is here to the result. */
@RunWith(RobolectricTestRunner::class)
class LifeStagesTest {
    private val hand = Hand()

    @Test
    fun `a pregnant woman`() = visit("Ibu hamil", "female", years(27)) { pregnant(it, days = 152) }

    @Test
    fun `a woman after a birth`() = visit("Ibu nifas", "female", years(27)) { delivered(it, daysAgo = 10) }

    @Test
    fun `a newborn`() = visit("Bayi baru lahir (0-28 hari)", "female", ageDays = 10)

    @Test
    fun `an infant of four months`() = visit("Bayi 29 hari sampai 5 bulan", "male", ageDays = 130)

    @Test
    fun `an infant of eight months`() = visit("Bayi 6 sampai 11 bulan", "female", ageDays = 250)

    @Test
    fun `a child of two`() = visit("Anak 12 sampai 59 bulan", "male", years(2))

    @Test
    fun `a child of five`() = visit("Anak prasekolah 60 sampai 71 bulan", "female", years(5))

    @Test
    fun `a schoolchild`() = visit("Anak usia sekolah (6-9 tahun)", "male", years(8))

    @Test
    fun `an adolescent`() = visit("Remaja (10-18 tahun)", "female", years(15))

    @Test
    fun `an adult`() = visit("Dewasa (19-59 tahun)", "male", years(45))

    @Test
    fun `an older adult`() = visit("Lansia (60 tahun ke atas)", "female", years(67))

    private fun years(age: Long) = age * 365 + 100

    private fun visit(stage: String, sex: String, ageDays: Long, more: suspend Family.(String) -> Unit = {}) {
        hand.begin()
        val family = Family(hand.model.atWork().siklus, hand.model.atWork().cadre, hand.phone.now())
        val household = runBlocking { family.register("Pak Contoh") }
        val person = runBlocking { family.member(household, "Warga Contoh", sex, ageDays).also { family.more(it) } }
        hand.open()
        hand.tap("Pak Contoh")
        hand.tap("Mulai kunjungan")
        hand.tap("Mulai kunjungan")
        hand.tap("Tanyai")
        assertTrue("'$stage' is not among\n${hand.words()}", stage in hand.words())
        answers(person)
        completes()
    }

    /** The first question of each kind is answered, and then all of a section that may be answered with no in one tap. */
    private fun answers(person: String) {
        val answered = HashSet<Class<*>>()
        repeat(SECTIONS) {
            for (question in questions(person)) if (answered.add(question.kind.javaClass)) answer(question)
            hand.views().find { it.id == R.id.all_no }?.let(hand::tap)
            hand.tap("Lanjut")
            if ("Kami hanya berdua" in hand.words()) hand.tap("Kami hanya berdua")
        }
        assertTrue("Tersimpan 09.41" in hand.words())
        hand.model.backTo(Place.Visit(visit()))
        hand.settle()
    }

    private fun questions(person: String): List<FormQuestion> {
        val place = hand.stack().last().place as Place.Section
        val sections = runBlocking { hand.model.atWork().visit(visit()).screen(Form.Member(person)) }.sections
        return (sections.find { it.id == place.section } ?: sections.first()).questions
    }

    private fun answer(question: FormQuestion) {
        when (val kind = question.kind) {
            is QuestionKind.YesNo -> hand.tap(hand.within(question.fact, kind.no))
            is QuestionKind.OneOf -> hand.tap(hand.within(question.fact, kind.choices.first().label))
            is QuestionKind.AnyOf -> hand.tap(hand.within(question.fact, kind.choices.first().label))
            is QuestionKind.Number, is QuestionKind.Date, QuestionKind.Text -> question.unknownLabel?.let { hand.tap(hand.within(question.fact, it)) }
        }
    }

    private fun completes() {
        hand.tap("Selesaikan kunjungan")
        if ("Selesaikan tanpa jawaban itu" in hand.words()) hand.tap("Selesaikan tanpa jawaban itu")
        hand.tap("Warga Contoh")
        assertTrue("a result is not among\n${hand.words()}", STANDINGS.any { it in hand.words() })
        hand.tap("Selesai")
        hand.tap("Selesai")
        assertTrue("Keluarga" in hand.words())
    }

    private fun visit(): String = hand.stack().map { it.place }.filterIsInstance<Place.Visit>().last().id

    private companion object {
        const val SECTIONS = 4
        val STANDINGS = listOf("RUJUK", "LAPOR NAKES", "INGATKAN LAYANAN", "EDUKASI", "SUDAH BAIK", "BELUM BISA DINILAI")
    }
}
