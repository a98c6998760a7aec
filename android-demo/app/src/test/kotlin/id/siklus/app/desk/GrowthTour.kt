package id.siklus.app.desk

import id.siklus.Answer
import id.siklus.Author
import id.siklus.Form
import id.siklus.PersonField
import id.siklus.Siklus
import id.siklus.Visit
import id.siklus.app.Hand
import id.siklus.app.R
import id.siklus.app.family.Family
import id.siklus.app.family.fill
import id.siklus.app.model.Place
import id.siklus.app.model.Whose
import id.siklus.app.reveal
import kotlinx.coroutines.runBlocking

/** The growth of a girl of 14 months whose weight does not rise, and of her brother of whom only the month of birth is known. */
class GrowthTour(
    private val siklus: Siklus,
    private val author: Author,
    private val family: Family,
    private val at: (String, Place, Hand.() -> Unit) -> Unit,
) {
    fun everything() {
        val household = runBlocking { family.register("Bu Wati", rt = "5") }
        val (girl, boy) = girl(household) to boy(household)
        val visit = runBlocking { siklus.openVisit(author, household) }
        visit.measured(girl, "weight_kg" to "7.2", "height_cm" to "71")
        at("section-growth", visit.measures(girl)) { reveal(R.id.growth) }
        at("section-birth-day", visit.measures(boy)) { reveal(R.id.growth) }
        visit.measured(girl, "weight_kg" to "22")
        at("section-measure-again", visit.measures(girl)) { reveal(R.id.measure_again) }
        visit.measured(girl, "weight_kg" to "7.2")
        runBlocking {
            visit.fill(Form.Member(boy), emptyMap())
            visit.complete(author, leaveOpen = true)
        }
        at("result-growth", Place.Result(visit.id, girl)) { reveal(R.id.growth) }
        at("result-birth-day", Place.Result(visit.id, boy)) {}
    }

    private fun girl(household: String) = runBlocking {
        val girl = family.member(household, "Adik Contoh", "female", ageDays = 437)
        family.visited(household, daysAgo = 28, mapOf(girl to mapOf("weight_kg" to Answer.Number("7.1"))))
        girl
    }

    private fun boy(household: String): String {
        val born = author.on.minusDays(900).toString().take(MONTH.length)
        val fields = mapOf(PersonField.NAME to "Kakak Contoh", PersonField.SEX to "male", PersonField.BORN to born)
        return runBlocking { siklus.registerPerson(author, household, fields).person }
    }

    private fun Visit.measured(person: String, vararg measures: Pair<String, String>) = runBlocking {
        for ((fact, number) in measures) answer(Form.Member(person), fact, Answer.Number(number))
    }

    /** The section where the child is measured. */
    private fun Visit.measures(person: String): Place =
        Place.Section(id, Whose.Member(person), runBlocking { screen(Form.Member(person)) }.sections.first { it.growth }.id)

    private companion object {
        const val MONTH = "2024-12"
    }
}
