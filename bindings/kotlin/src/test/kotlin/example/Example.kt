package example

import id.siklus.Answer
import id.siklus.BirthDate
import id.siklus.PersonCase
import id.siklus.Pregnancy
import id.siklus.RulePack
import id.siklus.Sex
import java.time.LocalDate

suspend fun main() {
    val case = PersonCase(
        on = LocalDate.of(2026, 3, 2), sex = Sex.FEMALE, born = BirthDate(LocalDate.of(2008, 9, 14)),
        pregnancy = Pregnancy.Lmp(LocalDate.of(2025, 10, 1)),
        facts = mapOf("muac_cm" to Answer.Number("22.4"), "headache" to Answer.YesNo(true), "headache_severe" to Answer.YesNo(true)),
    )
    RulePack.embedded().use { pack ->
        val result = pack.assess(case, language = "id")
        println("${result.headline}. ${result.sentences.joinToString(" ")}")
        for (finding in result.findings) println("- ${finding.title}: ${finding.advice} (${finding.reasons.joinToString()})")
    }
}
