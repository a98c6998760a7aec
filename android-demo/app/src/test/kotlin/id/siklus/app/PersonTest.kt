package id.siklus.app

import id.siklus.Answer
import id.siklus.app.model.Place
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.time.Duration
import java.time.LocalDate

@RunWith(RobolectricTestRunner::class)
class PersonTest {
    private val hand = Hand()
    private val home = Neighbourhood(hand)

    @Test
    fun `a pregnancy is recorded by its first day and ends`() {
        val sari = home.woman(home.household())
        openSari()
        hand.tap("Catat kehamilan")
        hand.tap("Hari pertama haid terakhir (HPHT)")
        hand.typeAt("HPHT (hari, bulan, tahun)", "3002")
        hand.tap("Simpan")
        hand.sees("Isi tanggal lengkap, misalnya 05-03-2026.")
        hand.typeAt("HPHT (hari, bulan, tahun)", "03032026")
        hand.tap("Simpan")
        hand.sees("Tanggal ini belum tiba, mohon periksa lagi.")
        hand.picture("pregnancy-error")
        hand.typeAt("HPHT (hari, bulan, tahun)", "01102025")
        hand.tap("Simpan")
        hand.sees("Hamil 21 minggu 5 hari")
        hand.picture("person-pregnant")
        hand.tap("Hamil 21 minggu 5 hari")
        hand.tap("Sudah melahirkan")
        hand.typeAt("Melahirkan pada tanggal", "01092025")
        hand.tap("Simpan")
        hand.sees("Lebih awal dari kehamilan ini, mohon periksa lagi.")
        hand.picture("pregnancy-end-error")
        hand.typeAt("Melahirkan pada tanggal", "01032026")
        hand.tap("Simpan")
        hand.sees("Melahirkan 1 Mar 2026")
        assertEquals(LocalDate.parse("2026-03-01"), home.ask { pregnancies(sari) }.single().deliveredOn)
        hand.tap("Melahirkan 1 Mar 2026")
        hand.tap("Belum berakhir, batalkan")
        hand.sees("Hamil 21 minggu 5 hari")
        hand.picture("pregnancy-running")
    }

    @Test
    fun `a pregnancy is for women`() {
        home.person(home.household(), "Pak Budi", "male", years = 45)
        hand.open().tap("Pak Joko")
        hand.tap("Pak Budi")
        hand.sees("Laki-laki, 45 tahun")
        assertFalse("Catat kehamilan" in hand.words())
    }

    @Test
    fun `the visits so far stand with icon and word, the newest first`() {
        val household = home.household()
        val sari = home.woman(household)
        val first = home.visit(household, sari, mapOf("bp_checked_last_year" to Answer.YesNo(true)))
        hand.phone.wait(Duration.ofDays(30))
        home.visit(household, sari, mapOf("bp_checked_last_year" to Answer.YesNo(false)))
        openSari()
        hand.picture("person-visits")
        assertTrue(hand.words().indexOf("\n1 Apr 2026\n") in 0..<hand.words().indexOf("\n2 Mar 2026\n"))
        hand.sees("BELUM BISA DINILAI")
        hand.sees("Aturan versi 2026")
        hand.tap("2 Mar 2026")
        assertEquals(Place.Result(first, sari), hand.stack().last().place)
    }

    @Test
    fun `who is searched for is found as she types`() {
        val household = home.household()
        home.woman(household)
        home.household("Bu Ani")
        hand.open()
        hand.typeAt("Cari nama …", "Sa")
        hand.sees("Bu Sari")
        assertFalse("Bu Ani" in hand.words())
        hand.picture("search")
        hand.typeAt("Cari nama …", "Sax")
        hand.sees("Belum ada nama itu. Coba ejaan lain.")
        hand.typeAt("Cari nama …", "")
        hand.sees("Bu Ani")
        hand.typeAt("Cari nama …", "Sari")
        hand.tap("Bu Sari")
        hand.sees("Perempuan, 27 tahun")
    }

    @Test
    fun `who died or left is told from who lives here`() {
        val household = home.household()
        home.woman(household)
        hand.open().tap("Pak Joko")
        hand.tap("Bu Sari")
        hand.tap("Ubah data anggota")
        hand.picture("person-form-known")
        hand.typeAt("Pindah dari keluarga pada tanggal", "01032026")
        hand.tap("Simpan")
        hand.sees("Pindah 1 Mar 2026")
        hand.picture("person-left")
        hand.tap("Buka keluarga ini")
        hand.sees("Pindah 1 Mar 2026")
        hand.picture("household-left")
        assertFalse("Mulai kunjungan" in hand.words())
    }

    private fun openSari() {
        hand.open().tap("Pak Joko")
        hand.tap("Bu Sari")
    }
}
