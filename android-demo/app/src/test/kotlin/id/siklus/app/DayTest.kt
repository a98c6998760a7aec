package id.siklus.app

import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.time.Duration

@RunWith(RobolectricTestRunner::class)
class DayTest {
    private val hand = Hand()

    @Test
    fun `the day of a cadre`() {
        hand.firstStart()
        hand.sees("Belum ada keluarga. Mulai dari keluarga pertama.")
        registers()
        visits()
        corrects()
        locks()
    }

    private fun registers() {
        hand.tap("Keluarga baru")
        hand.sees("Persetujuan mencatat data keluarga")
        hand.typeAt("Nama yang menjawab", "Bu Sari")
        hand.tap("Setuju")
        hand.typeAt("Nama kepala keluarga", "Pak Joko")
        hand.typeAt("RT", "3")
        hand.tap("Simpan")
        hand.sees("Belum ada anggota. Mulai dari kepala keluarga.")
        member("Pak Joko", "Laki-laki", "03111980", "Laki-laki, 45 tahun")
        member("Nenek", "Perempuan", "05071958", "Perempuan, 67 tahun")
        member("Bu Sari", "Perempuan", "11051998", "Perempuan, 27 tahun", last = true)
        hand.tap("Catat kehamilan")
        hand.tap("Hari pertama haid terakhir (HPHT)")
        hand.typeAt("HPHT (hari, bulan, tahun)", "01102025")
        hand.tap("Simpan")
        hand.sees("Hamil 21 minggu 5 hari")
        hand.tap("Buka keluarga ini")
    }

    private fun member(name: String, sex: String, born: String, described: String, last: Boolean = false) {
        hand.tap("Tambah anggota")
        hand.typeAt("Nama", name)
        hand.tap(sex)
        hand.typeAt("Tanggal lahir (hari, bulan, tahun)", born)
        hand.tap("Simpan")
        hand.sees(described)
        if (!last) hand.tap("Buka keluarga ini")
    }

    private fun visits() {
        hand.tap("Mulai kunjungan")
        hand.sees("Kunjungannya di mana?")
        hand.tap("Mulai kunjungan")
        hand.sees("Siapa yang ada?")
        hand.tap(hand.inRow("Bu Sari", "Tanyai"))
        hand.tap(hand.inRow(SIGN, "Ya"))
        hand.sees("RUJUK SEGERA: $SIGN")
        hand.sees("Tersimpan 09.41")
        hand.turn()
        hand.sees("RUJUK SEGERA: $SIGN")
        hand.turn()
        hand.die()
        hand.sees("PIN Bu Rina")
        hand.pin(PIN)
        hand.sees("RUJUK SEGERA: $SIGN")
        assertTrue(hand.inRow(SIGN, "Ya").isSelected)
        hand.tap("Kembali")
        absent("Pak Joko", "Tidak ada di rumah")
        absent("Nenek", "Tidak bersedia")
        completes()
    }

    private fun absent(name: String, why: String) {
        hand.tap(hand.inRow(name, "Tidak bisa"))
        hand.tap(why)
        hand.tap("Simpan")
        hand.sees(why)
    }

    private fun completes() {
        hand.tap("Selesaikan kunjungan")
        hand.sees("Ada pertanyaan penting yang belum dijawab")
        hand.tap("Selesaikan tanpa jawaban itu")
        hand.sees("RUJUK SEGERA")
        hand.tap("Bu Sari")
        hand.sees(SIGN)
        hand.tap("Mengapa?")
        hand.sees("Sumber:")
        hand.tap("Selesai")
        hand.tap("Selesai")
        hand.sees("RUJUK SEGERA")
    }

    private fun corrects() {
        hand.phone.wait(Duration.ofMinutes(2))
        hand.tap("Pak Joko")
        hand.tap("Bu Sari")
        hand.tap("Lihat jawaban")
        hand.tap(SIGN)
        hand.tap("Tidak")
        hand.tap("Simpan perbaikan")
        assertFalse("RUJUK SEGERA" in hand.words())
        hand.tap("Selesai")
        hand.sees("Diperbaiki oleh Bu Rina, 2 Mar 2026, 09.43")
        hand.sees("Ya")
    }

    private fun locks() {
        while (hand.views().none { it.contentDescription == "Pengaturan" }) hand.tap("Kembali")
        hand.addCadre()
        hand.lock()
        hand.sees("PIN Bu Rina")
        assertFalse("Pak Joko" in hand.words())
        hand.tap("Bu Tini")
        hand.pin(OTHER_PIN)
        hand.sees("Bu Tini")
        hand.typeAt("Cari nama …", "sar")
        hand.sees("Bu Sari")
        assertFalse("Nenek" in hand.words())
    }

    private companion object {
        const val SIGN = "Keluar darah dari jalan lahir"
    }
}
