package id.siklus.app

import android.widget.TextView
import id.siklus.ConsentState
import id.siklus.Precision
import id.siklus.app.desk.Dress
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

@RunWith(RobolectricTestRunner::class)
class RegisteringTest {
    private val hand = Hand()
    private val home = Neighbourhood(hand)

    @Test
    fun `a household is registered from the notice to its members`() {
        hand.open().tap("Keluarga baru")
        hand.picture("consent")
        hand.tap("Setuju")
        hand.sees("Tulis dulu nama yang menjawab, ya.")
        hand.picture("consent-no-name")
        hand.typeAt("Nama yang menjawab", "Bu Sari")
        hand.tap("Setuju")
        hand.tap("Simpan")
        hand.sees("Belum diisi.")
        hand.picture("household-form-error")
        hand.typeAt("Nama kepala keluarga", "Pak Joko")
        hand.typeAt("RT", "3")
        hand.tap("Simpan")
        hand.sees("Belum ada anggota. Mulai dari kepala keluarga.")
        hand.picture("household-empty")
        hand.tap("Tambah anggota")
        hand.typeAt("Nama", "Pak Joko")
        hand.tap("Laki-laki")
        hand.typeAt("Tanggal lahir (hari, bulan, tahun)", "03111980")
        hand.tap("Simpan")
        hand.sees("Laki-laki, 45 tahun")
        hand.tap("Buka keluarga ini")
        hand.sees("Pak Joko")
        assertTrue(hand.model.back())
        assertFalse("the notice does not lie below the household", hand.model.back())
    }

    @Test
    fun `a household that refuses leaves nothing but the refusal`() {
        hand.open().tap("Keluarga baru")
        hand.typeAt("Nama yang menjawab", "Bu Rahasia")
        hand.tap("Tidak setuju")
        hand.sees("Terima kasih")
        hand.picture("consent-refused")
        assertFalse(hand.stack().any { "Bu Rahasia" in it.typed.values })
        hand.tap("Selesai")
        hand.sees("Belum ada keluarga. Mulai dari keluarga pertama.")
        assertTrue(home.ask { households(0, 10) }.isEmpty() && home.ask { search("Rahasia", 10) }.isEmpty())
    }

    @Test
    fun `what is missing or cannot be stands at its field`() {
        newMember()
        hand.tap("Simpan")
        hand.sees("Belum diisi.")
        hand.picture("person-form-empty")
        hand.typeAt("Nama", "Bu Sari")
        hand.tap("Perempuan")
        hand.typeAt("Tanggal lahir (hari, bulan, tahun)", "03032026")
        hand.typeAt("NIK, kalau ada", "12345")
        hand.tap("Simpan")
        hand.sees("Tanggal ini belum tiba, mohon periksa lagi.")
        hand.sees("Harus 16 angka.")
        hand.picture("person-form-errors")
        hand.typeAt("Tanggal lahir (hari, bulan, tahun)", "15031995")
        hand.typeAt("NIK, kalau ada", "6299995503950001")
        hand.tap("Simpan")
        hand.sees("Perempuan, 30 tahun")
    }

    @Test
    fun `what the NIK says otherwise is shown once and left to her`() {
        newMember()
        hand.typeAt("Nama", "Bu Sari")
        hand.tap("Laki-laki")
        hand.typeAt("Tanggal lahir (hari, bulan, tahun)", "15031995")
        hand.typeAt("NIK, kalau ada", "6299995503950001")
        hand.tap("Simpan")
        hand.sees("NIK menunjukkan jenis kelamin yang lain.")
        hand.picture("person-form-warning")
        hand.typeAt("Tanggal lahir (hari, bulan, tahun)", "16031995")
        hand.tap("Simpan")
        hand.sees("NIK menunjukkan tanggal lahir yang lain.")
        hand.tap("Simpan")
        hand.sees("Anggota keluarga")
    }

    @Test
    fun `a birth is kept as far as it is known`() {
        newMember()
        hand.typeAt("Nama", "Adik")
        hand.tap("Perempuan")
        hand.tap("Bulan dan tahun")
        hand.typeAt("Bulan dan tahun lahir, misalnya 032024", "032024")
        hand.picture("person-form-month")
        hand.tap("Simpan")
        hand.picture("person-new")
        assertEquals(Precision.MONTH, adik().born?.precision)
        hand.tap("Ubah data anggota")
        hand.tap("Kira-kira umur")
        hand.typeAt("Kira-kira umur berapa tahun", "45")
        hand.picture("person-form-about")
        hand.tap("Simpan")
        assertEquals(Precision.YEAR to 1980, adik().born?.let { it.precision to it.date.year })
        hand.sees("Perempuan, sekitar 45 tahun")
    }

    @Test
    fun `a household may take its consent back and give it again`() {
        val household = home.household()
        hand.open().tap("Pak Joko")
        hand.picture("household-agreed")
        hand.tap("Cabut persetujuan")
        hand.picture("consent-withdraw")
        hand.typeAt("Nama yang menjawab", "Bu Sari")
        hand.tap("Ya, cabut")
        hand.picture("household-withdrawn")
        assertEquals(ConsentState.WITHDRAWN, home.ask { household(household) }.consent)
        assertNull(hand.views().find { it.contentDescription == "Ubah data keluarga" })
        hand.tap("Tanyakan lagi")
        hand.typeAt("Nama yang menjawab", "Bu Sari")
        hand.tap("Setuju")
        assertEquals(ConsentState.AGREED, home.ask { household(household) }.consent)
    }

    @Test
    fun `large print breaks no word of a button on a form that was just opened`() {
        home.woman(home.household())
        hand.open().wear(Dress("id", fontScale = 2f, dark = false)).tap("Pak Joko")
        hand.tap("Bu Sari")
        hand.tap("Ubah data anggota")
        assertEquals(1, (hand.find("Perempuan") as TextView).lineCount)
    }

    private fun newMember() {
        home.household()
        hand.open().tap("Pak Joko")
        hand.tap("Tambah anggota")
    }

    private fun adik() = home.ask { person(search("Adik", 1).first().person!!) }
}
