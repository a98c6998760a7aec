package id.siklus.app.screen.today

import id.siklus.HouseholdLine
import id.siklus.NameHit
import id.siklus.VisitOverview

/** What is to be gone on with, and the households. */
class TodayState(
    /** Visits that have not ended. */
    val drafts: List<VisitOverview>,
    /** Households in the order of their names. */
    val households: List<HouseholdLine>,
    /** Whether more households follow. */
    val more: Boolean,
    /** Who is found, when something is searched for. */
    val hits: List<NameHit>?,
    /** Who is at work. */
    val cadre: String,
) {
    /** Whether nothing was ever registered. */
    val isEmpty: Boolean get() = households.isEmpty() && drafts.isEmpty() && hits == null
}
