package id.siklus.app.screen.today

import id.siklus.DraftLine
import id.siklus.HouseholdLine
import id.siklus.NameHit
import id.siklus.Today

/** What is to be gone on with and the households, or who is found. */
class TodayState(
    /** The page; none before it was read, when something is searched for at once. */
    val page: Today?,
    /** Who is found; nothing when nothing is searched for. */
    val hits: List<NameHit>?,
    /** Who is at work. */
    val cadre: String,
) {
    /** Whether nothing was ever registered. */
    val isEmpty: Boolean get() = hits == null && drafts.isEmpty() && households.isEmpty()

    /** What is to be gone on with. */
    val drafts: List<DraftLine> get() = seen?.drafts.orEmpty()

    /** The households. */
    val households: List<HouseholdLine> get() = seen?.households.orEmpty()

    /** Whether more of them follow. */
    val more: Boolean get() = seen?.more == true

    /** The page gives way to what is found. */
    private val seen get() = page.takeIf { hits == null }
}
