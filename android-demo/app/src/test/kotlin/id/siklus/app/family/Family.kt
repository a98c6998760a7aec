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
import id.siklus.PregnancyField
import id.siklus.Siklus
import id.siklus.Visit
import java.time.OffsetDateTime
import java.time.temporal.ChronoUnit

/** Families for tests and demonstrations. All of them are invented. */
class Family(private val siklus: Siklus, private val cadre: String, private val now: OffsetDateTime) {
    private val author = author(daysAgo = 0)

    /** A cadre some days ago, at this time of day. */
    fun author(daysAgo: Long) = Author(cadre, now.minusDays(daysAgo))

    /** A family that agreed so many days ago, without members. */
    suspend fun register(head: String, rt: String = "3", daysAgo: Long = 40): String {
        val fields = mapOf(HouseholdField.NAME to head, HouseholdField.RT to rt, HouseholdField.RW to "1")
        return siklus.registerHousehold(author(daysAgo), Consent(ConsentState.AGREED, "1", givenBy = head), fields)
    }

    /** A member who was born so many days ago, and is known since then or for 40 days. */
    suspend fun member(household: String, name: String, sex: String, ageDays: Long, relation: String? = null, known: Long = minOf(40, ageDays)): String {
        val born = now.toLocalDate().minusDays(ageDays).toString()
        val fields = listOfNotNull(PersonField.NAME to name, PersonField.SEX to sex, PersonField.BORN to born, relation?.let { PersonField.RELATION to it })
        return siklus.registerPerson(author(known), household, fields.toMap()).person
    }

    /** A pregnancy whose last period began so many days ago. */
    suspend fun pregnant(person: String, days: Long) = siklus.beginPregnancy(author, person, Pregnancy.Lmp(now.toLocalDate().minusDays(days)))

    /** A pregnancy that ended with a birth so many days ago. */
    suspend fun delivered(person: String, daysAgo: Long) {
        val pregnancy = siklus.beginPregnancy(author, person, Pregnancy.Lmp(now.toLocalDate().minusDays(daysAgo + 280)))
        siklus.changePregnancy(author, person, pregnancy, PregnancyField.DELIVERED_ON, now.toLocalDate().minusDays(daysAgo))
    }

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

    /** Three girls of 14 months who come each month: one who stopped growing, one who was away for two months, and one of whom a number cannot be. */
    suspend fun growing(): Growing {
        fun daysAgo(months: Int) = ChronoUnit.DAYS.between(now.minusMonths(months.toLong()), now)
        val household = register("Bu Dewi", daysAgo = daysAgo(MONTHS))
        val (ayu, bunga, citra) = listOf("Ayu", "Bunga", "Citra").map { member(household, it, "female", daysAgo(MONTHS), "child", known = daysAgo(MONTHS)) }
        for (month in 1..MONTHS) {
            val measured = mapOf("height_cm" to Answer.Number(LENGTHS_CM[month - 1]), "measured_position" to Answer.Code("lying"))
            fun weighed(kg: String) = measured + ("weight_kg" to Answer.Number(kg))
            val away = month in 8..9
            val seen = mapOf(ayu to weighed(WEIGHTS_KG[month - 1]), citra to weighed(if (month == MONTHS - 1) "2.4" else WEIGHTS_KG[month - 1]))
            visited(household, daysAgo(MONTHS - month), if (away) seen else seen + (bunga to weighed(WEIGHTS_KG[month - 1])))
        }
        return Growing(household, ayu, bunga, citra)
    }

    /** The ids of the family of the demonstration. */
    class Contoh(val household: String, val sari: String, val father: String, val grandmother: String)

    /** The ids of the family with children who grow. */
    class Growing(val household: String, val ayu: String, val bunga: String, val citra: String)

    private companion object {
        const val MONTHS = 14
        val WEIGHTS_KG = listOf("4.0", "4.9", "5.5", "6.0", "6.4", "6.7", "6.9", "7.1", "7.2", "7.3", "7.4", "7.4", "7.4", "7.3")
        val LENGTHS_CM = listOf("53", "56.2", "58.8", "61", "62.9", "64.5", "65.9", "67.3", "68.6", "69.8", "71", "72.1", "73.2", "74.2")
    }
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
