package id.siklus.bench

import id.siklus.Author
import id.siklus.Consent
import id.siklus.ConsentState
import id.siklus.Form
import id.siklus.HouseholdField
import id.siklus.PersonField
import id.siklus.Siklus
import id.siklus.Visit
import kotlinx.coroutines.runBlocking
import java.nio.file.Files
import java.time.OffsetDateTime
import kotlin.time.measureTime

private const val CADRE = "0199c6a2-9b1e-7c3d-8e4f-5a6b7c8d9e0f"
private const val KEY_BYTES = 32
private const val QUESTIONS = 100

/** Until the machine has compiled what runs often. */
private const val WARM_UP = 3_000
private const val SAMPLES = 1_001

/** Invented people whose forms are of different lengths. */
private val PEOPLE = listOf("male" to "1980-11-20", "female" to "1984-05-01", "female" to "2008-05-14", "male" to "2024-12-24")

/**
 * Prints the median of a call for a screen of at least 100 questions in nanoseconds, and how many questions it has.
 * `cargo xtask bench` runs it.
 */
fun main() {
    val folder = Files.createTempDirectory("siklus-bench-")
    try {
        runBlocking {
            val at = OffsetDateTime.parse("2026-03-02T09:00:00+07:00")
            Siklus.create(folder.resolve("siklus.db"), ByteArray(KEY_BYTES) { 1 }, at).use { it.measure(Author(CADRE, at)) }
        }
    } finally {
        folder.toFile().deleteRecursively()
    }
}

private suspend fun Siklus.measure(author: Author) {
    val household = registerHousehold(author, Consent(ConsentState.AGREED, "bench-1"), mapOf(HouseholdField.NAME to "Pak Contoh"))
    val members = PEOPLE.mapIndexed { number, (sex, born) ->
        val fields = mapOf(PersonField.NAME to "Contoh $number", PersonField.SEX to sex, PersonField.BORN to born)
        registerPerson(author, household, fields).person
    }
    val visit = openVisit(author, household)
    val (form, questions) = visit.shortestOf(members)
    val times = List(WARM_UP + SAMPLES) { measureTime { visit.screen(form) }.inWholeNanoseconds }.drop(WARM_UP).sorted()
    println("${times[times.size / 2]} $questions")
}

/** The shortest form that is long enough, and how many questions it has. */
private suspend fun Visit.shortestOf(members: List<String>): Pair<Form, Int> {
    val forms = members.map { Form.Member(it) }.map { it to screen(it).questions().size }
    return forms.filter { (_, questions) -> questions >= QUESTIONS }.minByOrNull { (_, questions) -> questions }
        ?: error("no form has $QUESTIONS questions, only ${forms.map { (_, questions) -> questions }}")
}
