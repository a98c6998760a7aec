package id.siklus.app.screen.result

import id.siklus.Household
import id.siklus.PartRecord
import id.siklus.PersonResult
import id.siklus.VisitRecord

/** How a visit came out. */
class ResultsState(
    /** The household. */
    val household: Household,
    private val visit: VisitRecord,
    results: List<PersonResult>,
) {
    /** Those who were assessed, the most urgent first. */
    val results: List<PersonResult> = results.sortedByDescending { it.standing }

    /** What became of the others. */
    val notAsked: List<PartRecord> = visit.parts.filter { part -> results.none { it.person == part.person } }

    /** The day of the visit. */
    val on get() = visit.on

    /** The name of a member. */
    fun name(person: String): String? = household.members.find { it.id == person }?.name
}
