package id.siklus.app

import android.content.Intent
import android.view.View
import android.widget.EditText
import android.widget.ScrollView
import android.widget.TextView
import id.siklus.Answer
import id.siklus.Form
import id.siklus.PartState
import id.siklus.Visit
import id.siklus.Withdrawn
import id.siklus.app.model.Around
import id.siklus.app.model.Place
import id.siklus.app.model.Whose
import java.time.Duration
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
class ResultTest {
    private val hand = Hand()
    private val home = Neighbourhood(hand)
    private val household = home.household("Keluarga Contoh")
    private val joko = home.born(household, "Pak Joko", "1980-11-03")
    private val top get() = hand.stack().last().place

    @Test
    fun `a danger sign stands at once on each screen of the visit`() {
        val visit = home.visit(household)
        hand.open().withBars()
        hand.tap("Keluarga Contoh")
        hand.tap("Tanyai")
        assertFalse(BAR in hand.words())
        hand.tap("Ya")
        hand.picture("bar-section")
        assertTrue("RUJUK SEGERA: Tidak sadar atau kejang" in hand.words())
        hand.at(Place.Keypad(visit.id, Whose.Member(joko), "temperature_c"))
        hand.picture("bar-keypad")
        assertTrue("RUJUK SEGERA: Tidak sadar atau kejang" in hand.words())
        hand.at(Place.CancelVisit(visit.id))
        assertTrue("RUJUK SEGERA, Pak Joko: Tidak sadar atau kejang" in hand.words())
        hand.at(Place.Visit(visit.id))
        hand.picture("bar-visit")
        hand.tap("RUJUK SEGERA, Pak Joko: Tidak sadar atau kejang")
        hand.picture("alarms")
        assertTrue("Bagikan surat rujukan" in hand.words())
        hand.tap("Telepon bidan atau nakes")
        assertEquals(Intent.ACTION_DIAL, started().action)
        hand.tap("Kembali ke pertanyaan")
        assertEquals(Place.Visit(visit.id), top)
    }

    @Test
    fun `a danger sign that is taken back is gone from the bar`() {
        val visit = home.visit(household)
        hand.open()
        hand.at(Place.Section(visit.id, Whose.Member(joko)))
        hand.tap("Ya")
        assertTrue(BAR in hand.words())
        hand.tap("Tidak")
        assertFalse(BAR in hand.words())
    }

    @Test
    fun `a result says what to do and why, and keeps to whom it was told`() {
        val visit = completed { say(joko, FITS, Answer.YesNo(true)) }
        hand.open().withBars()
        hand.at(Place.Results(visit.id))
        hand.picture("results-one")
        assertTrue("RUJUK SEGERA" in hand.words() && "Antar ke Puskesmas" in hand.words())
        hand.tap("Pak Joko")
        hand.picture("result")
        assertFalse("Sumber:" in hand.words())
        hand.tap("Mengapa?")
        hand.picture("result-why")
        assertTrue("Sumber:" in hand.words())
        hand.tap("Tutup alasan")
        assertFalse("Sumber:" in hand.words())
        hand.tap("Telepon bidan atau nakes")
        assertEquals(Intent.ACTION_DIAL, started().action)
        shared()
        told()
        assertTrue("Dilaporkan 09.41" in hand.words() && "Bidan Wati · Lewat telepon" in hand.words())
        hand.picture("result-told")
        hand.tap("Selesai")
        hand.tap("Selesai")
        assertEquals(Place.Today, top)
    }

    /** The note is seen before it leaves the phone, and nobody is named in it. */
    private fun shared() {
        hand.tap("Bagikan surat rujukan")
        hand.picture("letter")
        val seen = hand.words()
        hand.tap("Bagikan")
        val sent = started().getParcelableExtra(Intent.EXTRA_INTENT, Intent::class.java)!!
        val text = sent.getStringExtra(Intent.EXTRA_TEXT)!!
        assertEquals(Intent.ACTION_SEND to "text/plain", sent.action to sent.type)
        assertTrue(text in seen && "RUJUK SEGERA" in text && "Joko" !in text)
        hand.tap("Kembali")
    }

    /** Nobody named is refused at the field. */
    private fun told() {
        hand.tap("Sudah dilaporkan ke nakes")
        hand.tap("Lewat telepon")
        hand.tap("Simpan")
        hand.picture("reported-nobody")
        assertTrue("Tulis nama bidan atau nakesnya, ya." in hand.words())
        val field = hand.views().filterIsInstance<EditText>().single()
        field.setText("Bidan Wati")
        hand.tap("Simpan")
    }

    @Test
    fun `what was said alone waits until nobody listens`() {
        val visit = home.visit(household)
        for (fact in listOf("suicide_thoughts", "suicide_plan_or_attempt")) visit.say(joko, fact, Answer.YesNo(true))
        hand.open().withBars()
        hand.at(Place.Section(visit.id, Whose.Member(joko)))
        hand.picture("bar-private")
        val title = overviewTitle(visit)
        assertTrue(hand.words().lines().any { it == "RUJUK SEGERA" } && title !in hand.words())
        hand.tap("RUJUK SEGERA")
        hand.picture("alarms-private")
        assertFalse(title in hand.words())
        hand.tap("Kami hanya berdua")
        assertTrue(title in hand.words())
        complete(visit)
        hand.at(Place.Results(visit.id))
        assertFalse(title in hand.words())
        hand.tap("Pak Joko")
        hand.picture("result-private")
        assertFalse(title in hand.words())
        hand.tap("Kami hanya berdua")
        hand.picture("result-alone")
        assertTrue(title in hand.words())
        hand.tap("Sembunyikan layar")
        assertFalse("Pak Joko" in hand.words() || title in hand.words())
    }

    @Test
    fun `nobody is called well before everything is known, and what is open leads to its question`() {
        val visit = completed { say(joko, FITS, Answer.YesNo(false)) }
        hand.open().withBars()
        hand.at(Place.Results(visit.id))
        assertTrue("BELUM BISA DINILAI" in hand.words() && "SUDAH BAIK" !in hand.words())
        hand.tap("Pak Joko")
        hand.picture("result-undecidable")
        assertFalse("Telepon bidan atau nakes" in hand.words())
        hand.tap("Tanyakan")
        assertEquals(Place.Answers(visit.id, joko), top)
    }

    @Test
    fun `a member of whom everything is known and good reads so`() {
        val budi = home.born(household, "Budi", "2017-09-01")
        val visit = home.visit(household)
        visit.fillIn(budi)
        runBlocking { visit.setPart(joko, PartState.ABSENT) }
        complete(visit)
        hand.open().withBars()
        hand.at(Place.Results(visit.id))
        hand.picture("results-clear")
        assertTrue("SUDAH BAIK" in hand.words())
        assertTrue("Tidak ada di rumah" in hand.words())
        hand.tap("Budi")
        hand.picture("result-clear")
        assertEquals("of the person alone, not of each finding", 1, hand.words().lines().count { it == "SUDAH BAIK" })
        assertFalse("Telepon" in hand.words())
    }

    @Test
    fun `a visit that was cancelled has its reason in place of results`() {
        val visit = home.visit(household)
        visit.say(joko, FITS, Answer.YesNo(true))
        runBlocking { visit.cancel(home.author, "Salah rumah") }
        hand.open().withBars()
        hand.at(Place.Results(visit.id))
        assertTrue("Kunjungan ini dibatalkan: Salah rumah" in hand.words() && BAR !in hand.words())
    }

    @Test
    fun `urgent questions that are open lead to their section before the visit is completed`() {
        val visit = home.visit(household)
        visit.say(joko, FITS, Answer.YesNo(false))
        hand.open().withBars()
        hand.at(Place.Visit(visit.id))
        hand.tap("Selesaikan kunjungan")
        hand.picture("visit-open-questions")
        val open = runBlocking { visit.screen(Form.Member(joko)).askNext.first() }
        hand.tap(open.label)
        assertEquals(Place.Section(visit.id, Whose.Member(joko), open.section), top)
    }

    @Test
    fun `members stand as chips with their state, and lead to their form`() {
        val (ani, budi) = home.born(household, "Bu Ani", "1985-02-01", "female") to home.born(household, "Budi", "2017-09-01")
        home.born(household, "Nenek Surti", "~70", "female")
        val visit = home.visit(household)
        visit.fillIn(budi)
        visit.say(joko, FITS, Answer.YesNo(true))
        visit.say(ani, FITS, Answer.YesNo(false))
        hand.open().withBars()
        hand.at(Place.Visit(visit.id))
        hand.picture("visit-states")
        hand.at(Place.Section(visit.id, Whose.Member(ani)))
        hand.picture("chips")
        assertTrue(hand.find("Bu Ani, Sedang ditanyai").isSelected)
        assertFalse(hand.find("Pak Joko, RUJUK SEGERA").isSelected)
        hand.find("Nenek Surti, Belum ditanyai")
        hand.tap("Budi, SUDAH BAIK")
        assertTrue(hand.find("Budi, SUDAH BAIK").isSelected)
        assertEquals(Place.Section(visit.id, Whose.Member(budi)), top)
        hand.tap("Kembali")
        assertEquals(Place.Visit(visit.id), top)
    }

    @Test
    fun `what an answer changed is said beneath its question, and when it was saved above`() {
        val visit = home.visit(household)
        for (fact in listOf(GATE, "ht_medicine_at_home")) visit.say(joko, fact, Answer.YesNo(true))
        val section = runBlocking { visit.screen(Form.Member(joko)) }.sections.first { section -> section.questions.any { it.fact == GATE } }
        hand.open().withBars()
        hand.at(Place.Section(visit.id, Whose.Member(joko), section.id))
        assertFalse("Tersimpan" in hand.words())
        val card = hand.views().first { it.tag == GATE }
        hand.tap(ArrayList<View>().also { card.findViewsWithText(it, "Tidak", View.FIND_VIEWS_WITH_TEXT) }.first())
        hand.picture("withdrawn")
        assertTrue("Tersimpan 09.41" in hand.words())
        assertTrue("dibatalkan" in card.findViewById<TextView>(R.id.withdrawn).text)
        hand.phone.wait(Duration.ofMinutes(2))
        hand.at(Place.Keypad(visit.id, Whose.Member(joko), "temperature_c"))
        for (key in "36,6") hand.tap(key.toString())
        hand.tap("Simpan")
        assertTrue(hand.words(), "Tersimpan 09.43" in hand.words() && "dibatalkan" !in hand.words())
    }

    @Test
    fun `what was asked alone is not named where others look on`() {
        val visit = home.visit(household)
        val form = Form.Member(joko)
        val screen = visit.say(joko, GATE, Answer.YesNo(false))
        val withdrawn = listOf(true, false).map { Withdrawn("fact", "Rahasia", answer = null, text = if (it) "Rahasia dibatalkan" else "Umum dibatalkan", private = it) }
        runBlocking { hand.model.atWork().around(visit.id, "id").answered(Around.Answered(form, GATE, withdrawn, hand.phone.now()), screen) }
        hand.open().withBars()
        hand.at(Place.Section(visit.id, Whose.Member(joko), screen.sections.first { section -> section.questions.any { it.fact == GATE } }.id))
        hand.picture("withdrawn-private")
        hand.sees("Umum dibatalkan", "Ada jawaban pribadi yang tidak berlaku lagi.")
        assertFalse("Rahasia" in hand.words())
    }

    @Test
    @Config(fontScale = 2f)
    fun `in large print every word of it is there`() {
        val ani = home.born(household, "Bu Ani", "1985-02-01", "female")
        val visit = home.visit(household)
        visit.say(joko, FITS, Answer.YesNo(true))
        hand.open().withBars()
        hand.at(Place.Section(visit.id, Whose.Member(ani)))
        hand.picture("large-section")
        hand.at(Place.Visit(visit.id))
        hand.picture("large-visit")
        hand.at(Place.Alarms(visit.id))
        hand.picture("large-alarms")
        runBlocking { visit.setPart(ani, PartState.NOT_VISITED, "Sedang pergi ke pasar") }
        complete(visit)
        hand.at(Place.Results(visit.id))
        hand.picture("large-results")
        hand.at(Place.Result(visit.id, joko))
        hand.tap("Mengapa?")
        hand.picture("large-result")
        hand.views().filterIsInstance<ScrollView>().first().scrollTo(0, 100_000)
        hand.picture("large-result-end")
    }

    private fun overviewTitle(visit: Visit) = runBlocking { visit.overview().alarms.single().title }

    private fun started(): Intent = shadowOf(RuntimeEnvironment.getApplication()).nextStartedActivity

    private fun completed(answers: Visit.() -> Unit): Visit = home.visit(household).also { it.answers() }.also(::complete)

    private fun complete(visit: Visit) {
        runBlocking { visit.complete(home.author, leaveOpen = true) }
    }

    private companion object {
        const val FITS = "danger_unconscious_or_fits"
        const val GATE = "ht_diagnosed"
        const val BAR = "RUJUK SEGERA"
    }
}
