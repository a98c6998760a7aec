package id.siklus

import java.nio.file.Path
import java.time.LocalDate
import java.time.OffsetDateTime

/** An invented household in a store of its own, as tests need it: a father, a pregnant girl, a grandmother. */
internal class Home private constructor(
    val siklus: Siklus,
    val household: String,
    val father: String,
    val girl: String,
    val grandmother: String,
) : AutoCloseable {
    override fun close() = siklus.close()

    suspend fun openVisit(): Visit = siklus.openVisit(TODAY, household)

    /** All but one member are absent. */
    suspend fun only(visit: Visit, person: String) =
        listOf(father, girl, grandmother).filter { it != person }.forEach { visit.setPart(it, PartState.ABSENT) }

    companion object {
        val TODAY: Author = on("2026-03-02")
        val AGREED = Consent(ConsentState.AGREED, notice = "2026-1", givenBy = "Pak Contoh")

        fun on(day: String) = Author("0199c6a2-9b1e-7c3d-8e4f-5a6b7c8d9e0f", OffsetDateTime.parse(day + "T09:00:00+07:00"))

        /** The library wipes what it is given, so each call gets its own. */
        fun key(fill: Int = 5) = ByteArray(32) { fill.toByte() }

        suspend fun store(folder: Path, log: SiklusLog? = null, maxPages: Int? = null): Siklus =
            Siklus.create(folder.resolve("siklus.db"), key(), TODAY.at, maxPages, log)

        suspend fun reopen(folder: Path): Siklus = Siklus.open(folder.resolve("siklus.db"), key())

        suspend fun of(siklus: Siklus): Home {
            val fields = mapOf(HouseholdField.NAME to "Pak Contoh", HouseholdField.RT to "003")
            val household = siklus.registerHousehold(TODAY, AGREED, fields)
            val father = siklus.person(household, "Pak Contoh", "male", "1980-11-20")
            val girl = siklus.person(household, "Sari Contoh", "female", "2008-09-14")
            val grandmother = siklus.person(household, "Nenek Contoh", "female", "~67")
            siklus.beginPregnancy(TODAY, girl, Pregnancy.Lmp(LocalDate.of(2025, 10, 1)))
            return Home(siklus, household, father, girl, grandmother)
        }

        private suspend fun Siklus.person(household: String, name: String, sex: String, born: String): String {
            val fields = mapOf(PersonField.NAME to name, PersonField.SEX to sex, PersonField.BORN to born)
            return registerPerson(TODAY, household, fields).person
        }
    }
}

/** The error of a kind that a call ends with. */
internal inline fun <reified E : Throwable> failure(call: () -> Unit): E {
    try {
        call()
    } catch (error: Throwable) {
        return error as? E ?: throw error
    }
    error("no ${E::class.simpleName}")
}
