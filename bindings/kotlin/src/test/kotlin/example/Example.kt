package example

import id.siklus.*
import id.siklus.HouseholdField.NAME
import java.nio.file.Path
import java.time.LocalDate
import java.time.OffsetDateTime

suspend fun visit(file: Path, key: ByteArray, cadre: String) {
    val author = Author(cadre, at = OffsetDateTime.parse("2026-03-02T09:30:00+07:00"))
    Siklus.create(file, key, author.at).use { siklus ->
        val consent = Consent(ConsentState.AGREED, siklus.consentNotice().version)
        val household = siklus.registerHousehold(author, consent, mapOf(NAME to "Pak Contoh"))
        val fields = mapOf(PersonField.NAME to "Sari Contoh", PersonField.SEX to "female", PersonField.BORN to "2008-09-14")
        val sari = siklus.registerPerson(author, household, fields).person
        siklus.beginPregnancy(author, sari, Pregnancy.Lmp(LocalDate.of(2025, 10, 1)))

        val visit = siklus.openVisit(author, household)
        val form = Form.Member(sari)
        visit.answer(form, "muac_cm", Entry.Typed("22,4"))
        visit.answer(form, "headache", Answer.YesNo(true))
        val screen = visit.answer(form, "headache_severe", Answer.YesNo(true))
        println("${screen.title}: ${screen.progress.answered} / ${screen.progress.of}")
        visit.complete(author, leaveOpen = true)

        for (result in siklus.results(visit.id, language = "id").results) result.lines.forEach { println(it.text) }
    }
}
