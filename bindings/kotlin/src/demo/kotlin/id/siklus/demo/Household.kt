package id.siklus.demo

import id.siklus.Author
import id.siklus.Consent
import id.siklus.ConsentState
import id.siklus.HouseholdField
import id.siklus.PersonField
import id.siklus.Pregnancy
import id.siklus.Siklus
import java.time.LocalDate
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.ZoneOffset

/** What the people of the case files are called here, and what they are to the head. All of them are invented. */
private val PEOPLE = listOf("Sari Contoh" to "child", "Pak Contoh" to "head", "Nenek Contoh" to "parent")

private const val CADRE = "0199c6a2-9b1e-7c3d-8e4f-5a6b7c8d9e0f"
private const val NOTICE = "demo-1"
private const val HOURS_AHEAD_OF_UTC = 7
private const val HOUR_OF_VISIT = 9

/** A member with what is known and what will be answered. */
internal class Member(
    val case: Case,
    val name: String,
    val relation: String,
) {
    /** The id, once registered. */
    var id: String = ""
}

internal fun members(cases: List<Case>) = cases.zip(PEOPLE) { case, (name, relation) -> Member(case, name, relation) }

/** The cadre on the morning of a day. */
internal fun cadreOn(day: LocalDate) =
    Author(CADRE, OffsetDateTime.of(day, LocalTime.of(HOUR_OF_VISIT, 0), ZoneOffset.ofHours(HOURS_AHEAD_OF_UTC)))

/** Registers the household on the day of its first visit. */
internal suspend fun Siklus.register(members: List<Member>): String {
    val author = cadreOn(members.flatMap { it.case.visits.keys }.min())
    val head = members.first { it.relation == "head" }.name
    val consent = Consent(ConsentState.AGREED, NOTICE, givenBy = head)
    val household = registerHousehold(author, consent, mapOf(HouseholdField.NAME to head, HouseholdField.RT to "3", HouseholdField.RW to "1"))
    for (member in members) member.id = registerPerson(author, household, fields(member)).person
    return household
}

private fun fields(member: Member) =
    mapOf(
        PersonField.NAME to member.name,
        PersonField.SEX to member.case.sex,
        PersonField.BORN to member.case.born,
        PersonField.RELATION to member.relation,
    )

/** Records a pregnancy at the first visit after it began. */
internal suspend fun Siklus.recordPregnancy(member: Member, on: LocalDate) {
    val lmp = member.case.lmp ?: return
    if (lmp <= on && pregnancies(member.id).isEmpty()) beginPregnancy(cadreOn(on), member.id, Pregnancy.Lmp(lmp))
}
