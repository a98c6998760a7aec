package id.siklus.app

import id.siklus.Answer
import id.siklus.Consent
import id.siklus.ConsentState
import id.siklus.app.model.Place
import java.time.Duration
import java.time.LocalDate
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

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
        hand.sees("Persalinan sudah tersimpan.")
        hand.picture("delivered")
        hand.tap("Kembali")
        hand.sees("Melahirkan 1 Mar 2026")
        assertEquals(LocalDate.parse("2026-03-01"), home.ask { pregnancies(sari) }.single().deliveredOn)
        hand.tap("Melahirkan 1 Mar 2026")
        hand.tap("Belum berakhir, batalkan")
        hand.sees("Hamil 21 minggu 5 hari")
        hand.picture("pregnancy-running")
    }

    @Test
    fun `after a birth the child is registered with its mother's household and the day`() {
        val household = home.household()
        home.pregnant(home.woman(household))
        openSari()
        hand.tap("Hamil 21 minggu 5 hari")
        hand.tap("Sudah melahirkan")
        hand.typeAt("Melahirkan pada tanggal", "01032026")
        hand.tap("Simpan")
        hand.tap("Daftarkan bayi")
        hand.picture("person-form-newborn")
        hand.typeAt("Nama", "Bayi Bu Sari")
        hand.tap("Laki-laki")
        hand.tap("Simpan")
        hand.sees("Laki-laki, 1 hari")
        val child = home.ask { household(household) }.members.single { it.name == "Bayi Bu Sari" }
        assertEquals(LocalDate.parse("2026-03-01"), child.born?.date)
        hand.model.back()
        hand.settle()
        hand.sees("Melahirkan 1 Mar 2026")
    }

    @Test
    fun `a pregnancy is offered where it fits`() {
        val household = home.household()
        home.woman(household)
        home.person(household, "Pak Budi", "male", years = 45)
        home.person(household, "Nenek Surti", "female", years = 70)
        home.person(household, "Rina", "female", years = 8)
        hand.open().tap("Pak Joko")
        for (name in listOf("Bu Sari", "Pak Budi", "Nenek Surti", "Rina")) {
            hand.tap(name)
            assertEquals(name, name == "Bu Sari", "Catat kehamilan" in hand.words())
            hand.tap("Kembali")
        }
    }

    @Test
    fun `who moves is found in the other household with her visits`() {
        val (old, new) = home.household() to home.household("Bu Ani")
        val sari = home.woman(old)
        home.visit(old, sari, mapOf("bp_checked_last_year" to Answer.YesNo(true)))
        openSari()
        hand.tap("Pindah ke keluarga lain")
        hand.picture("move")
        assertFalse("her own household is no choice", "Pak Joko" in hand.words())
        hand.typeAt("Cari nama …", "xyz")
        hand.sees("Belum ada nama itu.")
        hand.typeAt("Cari nama …", "Ani")
        hand.tap("Bu Ani")
        hand.sees("Bu Sari pindah ke keluarga Bu Ani.")
        hand.picture("move-to")
        hand.tap("Ya, pindahkan")
        hand.sees("Perempuan, 27 tahun", "2 Mar 2026")
        assertEquals(new, home.ask { person(sari) }.household)
        hand.tap("Buka keluarga ini")
        hand.sees("Bu Ani", "Bu Sari")
    }

    @Test
    fun `a household that does not agree takes nobody in`() {
        val sari = home.woman(home.household())
        val new = home.household("Bu Ani")
        home.ask { recordConsent(home.author, new, Consent(ConsentState.WITHDRAWN, "1", givenBy = "Bu Ani")) }
        openSari()
        hand.tap("Pindah ke keluarga lain")
        hand.tap("Bu Ani")
        hand.tap("Ya, pindahkan")
        hand.sees("Keluarga belum setuju")
        assertFalse(home.ask { person(sari) }.household == new)
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
