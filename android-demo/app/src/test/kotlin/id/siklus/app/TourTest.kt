package id.siklus.app

import id.siklus.Consent
import id.siklus.ConsentState
import id.siklus.HouseholdField
import id.siklus.PersonField
import id.siklus.Siklus
import id.siklus.app.model.Place
import id.siklus.app.model.Session
import kotlinx.coroutines.runBlocking
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

@RunWith(RobolectricTestRunner::class)
class TourTest {
    private val hand = Hand()

    @Test
    fun tour() {
        val household = begin()
        hand.open().withBars()
        hand.model.open(Place.Household(household)); hand.picture("t-household")
        hand.tap("Tambah anggota"); hand.picture("t-person"); hand.tap("Simpan"); hand.picture("t-person-errors"); hand.model.back()
        hand.settle(); hand.tap("Ubah data keluarga"); hand.picture("t-household-form"); hand.model.back(); hand.settle()
        hand.tap("Mulai kunjungan"); hand.picture("t-new-visit")
        hand.tap("Mulai kunjungan"); hand.picture("t-visit")
        hand.tap("Tidak bisa"); hand.picture("t-not-asked"); hand.model.back(); hand.settle()
        hand.tap("Tanyai"); hand.picture("t-section-1")
        hand.tap("Ya"); hand.picture("t-section-2"); println(hand.words())
        hand.tap("Lanjut"); hand.picture("t-section-3"); println(hand.words())
        hand.tap("Lanjut"); hand.picture("t-section-4"); println(hand.words())
        hand.tap("Isi angka"); hand.picture("t-keypad")
    }

    private fun begin(): String =
        runBlocking {
            val key = ByteArray(32) { 7 }
            val siklus = Siklus.create(hand.phone.folder.resolve("siklus.db"), key, hand.phone.now())
            hand.model.begin(Session("0199c6a2-9b1e-7c3d-8e4f-5a6b7c8d9e0f", "Bu Rina", siklus, hand.phone))
            val author = hand.model.atWork().author()
            val id = siklus.registerHousehold(author, Consent(ConsentState.AGREED, "1", givenBy = "x"), mapOf(HouseholdField.NAME to "Pak Contoh", HouseholdField.RT to "3", HouseholdField.RW to "1"))
            siklus.registerPerson(author, id, mapOf(PersonField.NAME to "Sari Contoh", PersonField.SEX to "female", PersonField.BORN to "2008-11-03", PersonField.RELATION to "child"))
            siklus.registerPerson(author, id, mapOf(PersonField.NAME to "Pak Contoh", PersonField.SEX to "male", PersonField.BORN to "1980-11-03", PersonField.RELATION to "head"))
            id
        }
}
