package id.siklus.app

import android.widget.EditText
import android.widget.TextView
import id.siklus.Answer
import id.siklus.Form
import id.siklus.PartState
import id.siklus.Siklus
import id.siklus.app.family.Family
import kotlinx.coroutines.runBlocking

/** A cadre at work, and invented people whom she knows already. */
class Neighbourhood(private val hand: Hand) {
    private val siklus: Siklus = hand.begin()
    private val family get() = Family(siklus, author.cadre, hand.phone.now())
    private val author get() = hand.model.atWork().author()

    /** A household that agreed. */
    fun household(name: String = "Pak Joko"): String = runBlocking { family.register(name) }

    /** A woman of 27 years who lives in it. */
    fun woman(household: String): String = person(household, "Bu Sari", "female", years = 27)

    /** Someone who lives in it. */
    fun person(household: String, name: String, sex: String, years: Long): String =
        runBlocking { family.member(household, name, sex, ageDays = years * 366, relation = "spouse") }

    /** Her pregnancy of 152 days. */
    fun pregnant(person: String): String = runBlocking { family.pregnant(person, days = 152) }

    /** A visit at which a [person] was asked these, and nothing else. */
    fun visit(household: String, person: String, answers: Map<String, Answer>): String =
        runBlocking {
            val visit = siklus.openVisit(author, household)
            for (part in visit.overview().parts) if (part.person != person) visit.setPart(part.person, PartState.ABSENT)
            for ((fact, answer) in answers) visit.answer(Form.Member(person), fact, answer)
            visit.complete(author, leaveOpen = true)
            visit.id
        }

    /** What the store has, asked outside the app. */
    fun <T> ask(what: suspend Siklus.() -> T): T = runBlocking { siklus.what() }
}

/** Types into the field with this label. */
fun Hand.typeAt(label: String, text: String) {
    val input = (find(label) as TextView).labelFor
    views().filterIsInstance<EditText>().first { it.id == input }.setText(text)
    settle()
}
