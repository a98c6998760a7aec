package id.siklus.app.desk

import id.siklus.app.Hand
import id.siklus.app.family.Family
import id.siklus.app.firstStart
import id.siklus.app.inRow
import kotlinx.coroutines.runBlocking
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

/** A visit to an invented family, driven by taps and drawn screen by screen. */
@RunWith(RobolectricTestRunner::class)
class Visiting {
    private val hand = Hand()
    private var drawn = 0

    /** It taps by the words of the usual dress, whatever is drawn. */
    private val shown = Dress.PLAIN.copy(language = System.getProperty("siklus.language") ?: Dress.PLAIN.language)

    @Test
    fun aVisit() {
        hand.firstStart()
        val session = hand.model.atWork()
        runBlocking { Family(session.siklus, session.cadre, hand.phone.now()).contoh() }
        hand.leave()
        hand.withBars()
        draws("today")
        hand.tap("Pak Contoh")
        draws("household")
        hand.tap("Mulai kunjungan")
        hand.tap("Mulai kunjungan")
        draws("who-is-here")
        asks()
        completes()
        println("$drawn screens of a visit lie in ${System.getProperty("siklus.pictures")}")
    }

    private fun asks() {
        hand.tap(hand.inRow("Sari Contoh", "Tanyai"))
        draws("danger-signs")
        hand.tap(hand.inRow("Keluar darah dari jalan lahir", "Ya"))
        draws("danger-sign-found")
        hand.tap("Kembali")
        for (name in listOf("Pak Contoh", "Nenek Contoh")) {
            hand.tap(hand.inRow(name, "Tidak bisa"))
            hand.tap("Tidak ada di rumah")
            hand.tap("Simpan")
        }
    }

    private fun completes() {
        hand.tap("Selesaikan kunjungan")
        draws("open-questions")
        // Drawn in another language, the visit was read anew.
        if ("Selesaikan tanpa jawaban itu" !in hand.words()) hand.tap("Selesaikan kunjungan")
        hand.tap("Selesaikan tanpa jawaban itu")
        draws("results")
        hand.tap("Sari Contoh")
        draws("result")
        hand.tap("Mengapa?")
        draws("why")
        hand.tap("Bagikan surat rujukan")
        draws("note")
    }

    private fun draws(name: String) {
        drawn += 1
        hand.wear(shown).picture("%02d-%s".format(drawn, name))
        if (shown != Dress.PLAIN) hand.wear(Dress.PLAIN)
    }
}
