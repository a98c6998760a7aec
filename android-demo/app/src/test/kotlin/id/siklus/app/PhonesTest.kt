package id.siklus.app

import android.graphics.Rect
import android.os.Build
import android.view.View
import android.view.WindowInsets
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

/** The oldest phone and one between it and the one that all other tests run on. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [26, 34])
class PhonesTest {
    private val hand = Hand()

    @Test
    fun `a first start, a family and a danger sign`() {
        hand.firstStart()
        edges()
        registers()
        visits()
        hand.picture("phone-${Build.VERSION.SDK_INT}")
        hand.die()
        hand.pin(PIN)
        hand.sees(DANGER)
        assertTrue(hand.inRow(SIGN, "Ya").isSelected)
    }

    /** Nothing lies under the bars of the system that the phone leaves to the app; older phones tell of them in another way. */
    private fun edges() {
        val shell = hand.view(R.id.shell)
        shell.dispatchApplyWindowInsets(WindowInsets(Rect(0, TOP, 0, BOTTOM)))
        assertEquals(TOP to BOTTOM, shell.findViewById<View>(R.id.header).paddingTop to shell.paddingBottom)
        hand.settle()
    }

    private fun registers() {
        hand.tap("Keluarga baru")
        hand.typeAt("Nama yang menjawab", "Bu Sari")
        hand.tap("Setuju")
        hand.typeAt("Nama kepala keluarga", "Pak Joko")
        hand.typeAt("RT", "3")
        hand.tap("Simpan")
        hand.tap("Tambah anggota")
        hand.typeAt("Nama", "Pak Joko")
        hand.tap("Laki-laki")
        hand.typeAt("Tanggal lahir (hari, bulan, tahun)", "03111980")
        hand.tap("Simpan")
        hand.sees("Laki-laki, 45 tahun")
        hand.tap("Buka keluarga ini")
    }

    private fun visits() {
        repeat(2) { hand.tap("Mulai kunjungan") }
        hand.tap("Tanyai")
        hand.tap(hand.inRow(SIGN, "Ya"))
        hand.sees(DANGER, "Tersimpan 09.41")
    }

    private companion object {
        const val SIGN = "Nyeri dada seperti ditekan lebih dari 15 menit, menjalar, keringat dingin"
        const val DANGER = "RUJUK SEGERA: Nyeri dada seperti ditekan"
        const val TOP = 48
        const val BOTTOM = 96
    }
}
