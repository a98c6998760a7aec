package id.siklus.app

import android.view.View
import android.widget.EditText
import android.widget.TextView
import id.siklus.Answer
import id.siklus.Form
import id.siklus.PartState
import id.siklus.PersonField
import id.siklus.Screen
import id.siklus.Siklus
import id.siklus.Visit
import id.siklus.app.family.Family
import kotlinx.coroutines.runBlocking

/** A cadre at work, and invented people whom she knows already. */
class Neighbourhood(private val hand: Hand) {
    private val siklus: Siklus = hand.begin()
    private val family get() = Family(siklus, author.cadre, hand.phone.now())
    val author get() = hand.model.atWork().author()

    /** A household that agreed. */
    fun household(name: String = "Pak Joko"): String = runBlocking { family.register(name) }

    /** A woman of 27 years who lives in it. */
    fun woman(household: String): String = person(household, "Bu Sari", "female", years = 27)

    /** Someone who lives in it. */
    fun person(household: String, name: String, sex: String, years: Long): String =
        runBlocking { family.member(household, name, sex, ageDays = years * 366, relation = "spouse") }

    /** Someone who lives in it, by a birth date as it is typed. */
    fun born(household: String, name: String, born: String, sex: String = "male"): String =
        ask { registerPerson(author, household, mapOf(PersonField.NAME to name, PersonField.SEX to sex, PersonField.BORN to born)).person }

    /** Children who are measured each month. */
    fun growing(): Family.Growing = runBlocking { family.growing() }

    /** Her pregnancy of 152 days. */
    fun pregnant(person: String): String = runBlocking { family.pregnant(person, days = 152) }

    /** A visit that begins. */
    fun visit(household: String): Visit = ask { openVisit(author, household) }

    /** A visit at which a [person] was asked these, and nothing else. */
    fun visit(household: String, person: String, answers: Map<String, Answer>): String =
        runBlocking {
            val visit = visit(household)
            for (part in visit.overview().parts) if (part.person != person) visit.setPart(part.person, PartState.ABSENT)
            for ((fact, answer) in answers) visit.answer(Form.Member(person), fact, answer)
            visit.complete(author, leaveOpen = true)
            visit.id
        }

    /** What the store has, asked outside the app. */
    fun <T> ask(what: suspend Siklus.() -> T): T = runBlocking { siklus.what() }
}

/** Answers a question. */
fun Visit.say(person: String, fact: String, answer: Answer): Screen = runBlocking { answer(Form.Member(person), fact, answer) }

/** Types into the field with this label, or with this hint. */
fun Hand.typeAt(label: String, text: String) {
    val shown = views()
    val input = shown.filterIsInstance<TextView>().firstOrNull { it.text.toString() == label }?.labelFor
    keys(shown.filterIsInstance<EditText>().first { it.id == input || it.hint?.toString() == label }, text)
}

/** The button with these words in the row that has this among its own. */
fun Hand.inRow(title: String, words: String): View {
    fun says(view: View, text: String) = (view as? TextView)?.text?.toString() == text
    val rows = views().filter { row -> row.tag != null && children(row).any { says(it, title) } }
    return children(rows.lastOrNull() ?: error("'$title' has no row among\n${words()}")).first { says(it, words) }
}
