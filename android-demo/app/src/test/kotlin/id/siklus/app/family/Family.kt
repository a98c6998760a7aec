package id.siklus.app.family

import id.siklus.Answer
import id.siklus.Author
import id.siklus.Consent
import id.siklus.ConsentState
import id.siklus.Form
import id.siklus.HouseholdField
import id.siklus.PartState
import id.siklus.PersonField
import id.siklus.Pregnancy
import id.siklus.Siklus
import id.siklus.Visit
import java.time.OffsetDateTime

/** Families for tests and demonstrations. All of them are invented. */
class Family(private val siklus: Siklus, private val cadre: String, private val now: OffsetDateTime) {
    private val author = author(daysAgo = 0)

    /** A cadre some days ago, at this time of day. */
    fun author(daysAgo: Long) = Author(cadre, now.minusDays(daysAgo))

    /** A family that agreed, without members. */
    suspend fun register(head: String, rt: String = "3"): String {
        val fields = mapOf(HouseholdField.NAME to head, HouseholdField.RT to rt, HouseholdField.RW to "1")
        return siklus.registerHousehold(author(daysAgo = 40), Consent(ConsentState.AGREED, "1", givenBy = head), fields)
    }

    /** A member who was born so many days ago. */
    suspend fun member(household: String, name: String, sex: String, ageDays: Long, relation: String? = null): String {
        val born = now.toLocalDate().minusDays(ageDays).toString()
        val fields = listOfNotNull(PersonField.NAME to name, PersonField.SEX to sex, PersonField.BORN to born, relation?.let { PersonField.RELATION to it })
        return siklus.registerPerson(author(daysAgo = 40), household, fields.toMap()).person
    }

    /** A pregnancy whose last period began so many days ago. */
    suspend fun pregnant(person: String, days: Long) = siklus.beginPregnancy(author, person, Pregnancy.Lmp(now.toLocalDate().minusDays(days)))

    /** A completed visit: what was answered of each, and the others were out. */
    suspend fun visited(household: String, daysAgo: Long, answers: Map<String, Map<String, Answer>>): String {
        val visit = siklus.openVisit(author(daysAgo), household)
        for (part in visit.overview().parts) {
            val given = answers[part.person]
            if (given == null) visit.setPart(part.person, PartState.ABSENT) else visit.fill(Form.Member(part.person), given)
        }
        visit.complete(author(daysAgo), leaveOpen = true)
        return visit.id
    }

    /** The adolescent with a danger sign, her father and her grandmother, a visit a month ago, and a family that is well. */
    suspend fun contoh(): Contoh {
        val household = register("Pak Contoh")
        val sari = member(household, "Sari Contoh", "female", ageDays = 17 * 365 + 174, relation = "child")
        val father = member(household, "Pak Contoh", "male", ageDays = 45 * 365 + 132, relation = "head")
        val grandmother = member(household, "Nenek Contoh", "female", ageDays = 67 * 365 + 240, relation = "parent")
        pregnant(sari, days = 152)
        visited(household, daysAgo = 35, mapOf(sari to mapOf("muac_cm" to Answer.Number("22.6"), "weight_kg" to Answer.Number("45.6"))))
        return Contoh(household, sari, father, grandmother)
    }

    /** The ids of the family of the demonstration. */
    class Contoh(val household: String, val sari: String, val father: String, val grandmother: String)
}

/** Gives what is known, and "no" to everything that may be answered so in one tap. */
suspend fun Visit.fill(form: Form, known: Map<String, Answer>) {
    var screen = screen(form)
    while (true) {
        val question = screen.questions().firstOrNull { it.open && it.fact in known } ?: break
        screen = answer(form, question.fact, known.getValue(question.fact))
    }
    for (section in screen.sections) if (section.answerNo != null) answerSectionNo(form, section.id)
}
