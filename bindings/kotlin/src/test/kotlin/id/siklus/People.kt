package id.siklus

import java.time.LocalDate

/** Invented people; a test changes only what it is about. */
internal object People {
    val VISIT: LocalDate = LocalDate.of(2026, 3, 2)
    val LMP: LocalDate = LocalDate.of(2025, 10, 1)

    /** A girl of 17, five months pregnant, with a thin arm and a severe headache. */
    val daughter =
        PersonCase(
            on = VISIT,
            sex = Sex.FEMALE,
            born = BirthDate(LocalDate.of(2008, 9, 14)),
            pregnancy = Pregnancy.Lmp(LMP),
            facts =
                mapOf(
                    "muac_cm" to Answer.Number("22.4"),
                    "headache" to Answer.YesNo(true),
                    "headache_severe" to Answer.YesNo(true),
                    "fever_over_2_days" to Answer.Unknown,
                    "chronic_conditions" to Answer.Codes(emptySet()),
                    "tetanus_status" to Answer.Code("t2"),
                ),
            history = listOf(EarlierVisit(LocalDate.of(2026, 1, 26), mapOf("weight_kg" to Answer.Number("45.6")))),
            doses = listOf(Dose("anc.k1", LocalDate.of(2025, 12, 9))),
        )

    /** A man of 45 of whom nothing was asked yet. */
    val father = PersonCase(VISIT, Sex.MALE, BirthDate(LocalDate.of(1980, 11, 20)))
}
