package id.siklus.demo

/** What the demo itself says; what it says of people comes from the library. */
internal class Words(
    private val english: Boolean,
) {
    val language: String get() = if (english) "en" else "id"

    fun created(name: String) = say("Data tersimpan terenkripsi: $name", "An encrypted store was made: $name")

    fun registered(household: String, members: Int) =
        say("Keluarga $household terdaftar, setuju datanya disimpan, $members anggota", "$household registered with consent, $members members")

    fun earlier(day: Any, name: String, answers: Int) =
        say("Kunjungan $day: $name, $answers jawaban", "Visit of $day: $name, $answers answers")

    fun asking(name: String) = say("$name ditanya ...", "asking $name ...")

    fun answered(name: String, answers: Int) = say("$name: $answers jawaban disimpan", "$name: $answers answers saved")

    fun notAsked(facts: Collection<String>) =
        say("tidak ditanyakan di formulir ini: ", "not asked in this form: ") + facts.joinToString()

    fun services(codes: Collection<String>) =
        say("catatan layanan belum ada di sini: ", "the record of services is not here yet: ") + codes.joinToString()

    fun killed(code: Int, acknowledged: Int) =
        say(
            "Aplikasi dimatikan paksa di tengah formulir (kode $code) setelah $acknowledged jawaban",
            "The app was killed in the middle of the form (exit code $code) after $acknowledged answers",
        )

    fun resumed(kept: Int, of: Int) =
        say("Dibuka lagi: $kept dari $of jawaban itu masih ada", "Opened again: $kept of those $of answers are there")

    fun open(name: String, questions: List<String>) =
        say("Masih terbuka dan penting, $name: ", "Still open and urgent, $name: ") +
            questions.joinToString("; ").ifEmpty { say("sudah ditanya, keluarga tidak tahu", "was asked, the family does not know") }

    fun leftOpen() = say("Kader ditanya sekali dan tetap menyelesaikan kunjungan", "The cadre was asked once and completes the visit all the same")

    fun completed(day: Any) = say("Kunjungan $day selesai", "The visit of $day is completed")

    fun reopened(results: Int, same: Boolean) =
        say(
            "Ditutup dan dibuka lagi: kunjungan masih ada, $results hasil, " + if (same) "semuanya sama" else "TIDAK SAMA",
            "Closed and opened again: the visit is there, $results results, " + if (same) "all the same" else "NOT THE SAME",
        )

    fun verified(rows: Long, whole: Boolean) =
        say(
            "$rows baris diperiksa: " + if (whole) "utuh, rantainya tidak putus" else "RUSAK",
            "$rows rows looked at: " + if (whole) "whole, no link of the chain is broken" else "DAMAGED",
        )

    fun readable(kilobytes: Long, needles: Int) =
        say(
            "Berkas $kilobytes KB: nama mereka ditemukan $needles kali di dalamnya",
            "The file has $kilobytes KB; their names are found in it $needles times",
        )

    fun headings() =
        if (english) {
            Headings("Registering", "The visit", "Killed and resumed", "Results", "Read back")
        } else {
            Headings("Pendaftaran", "Kunjungan", "Dimatikan lalu dilanjutkan", "Hasil", "Dibaca kembali")
        }

    private fun say(indonesian: String, english: String) = if (this.english) english else indonesian
}

/** The headings of the parts of the demo. */
internal data class Headings(
    val registering: String,
    val visit: String,
    val killed: String,
    val results: String,
    val readBack: String,
)
