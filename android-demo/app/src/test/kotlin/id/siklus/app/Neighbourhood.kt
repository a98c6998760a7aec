package id.siklus.app

import android.widget.EditText
import android.widget.TextView
import id.siklus.Answer
import id.siklus.Consent
import id.siklus.ConsentState
import id.siklus.Form
import id.siklus.HouseholdField
import id.siklus.PartState
import id.siklus.PersonField
import id.siklus.Siklus
import id.siklus.app.model.Session
import kotlinx.coroutines.runBlocking

/** A cadre at work, and invented people whom she knows already. */
class Neighbourhood(private val hand: Hand) {
    val siklus: Siklus =
        runBlocking { Siklus.create(hand.phone.folder.resolve("siklus.db"), ByteArray(32) { 7 }, hand.phone.now()) }

    private val author get() = hand.model.atWork().author()

    init {
        hand.model.begin(Session(RINA, "Bu Rina", siklus, hand.phone))
    }

    /** A household that agreed. */
    fun household(name: String = "Pak Joko"): String =
        runBlocking {
            val fields = mapOf(HouseholdField.NAME to name, HouseholdField.ADDRESS to "Jalan Melati 4", HouseholdField.RT to "3")
            siklus.registerHousehold(author, Consent(ConsentState.AGREED, "1", givenBy = name), fields)
        }

    /** A woman of 27 years who lives in it. */
    fun woman(household: String, name: String = "Bu Sari", born: String = "1998-05-11"): String = person(household, name, "female", born)

    /** Someone who lives in it. */
    fun person(household: String, name: String, sex: String, born: String): String =
        runBlocking {
            val known = mapOf(PersonField.NAME to name, PersonField.SEX to sex, PersonField.BORN to born, PersonField.RELATION to "spouse")
            siklus.registerPerson(author, household, known).person
        }

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

    companion object {
        const val RINA = "0199c6a2-9b1e-7c3d-8e4f-5a6b7c8d9e0f"
    }
}

/** Types into the field with this label, or with this hint. */
fun Hand.type(label: String, text: String) {
    val shown = views()
    val input = shown.filterIsInstance<TextView>().firstOrNull { it.text.toString() == label }?.labelFor
    val field = shown.filterIsInstance<EditText>().first { it.id == input || it.hint?.toString() == label }
    field.setText(text)
    settle()
}
