package id.siklus.app.screen.today

import id.siklus.NameHit
import id.siklus.Today

/** What is to be gone on with and the households, or who is found. */
class TodayState(
    /** The page. */
    val page: Today,
    /** Who is found; nothing when nothing is searched for. */
    val hits: List<NameHit>?,
    /** Who is at work. */
    val cadre: String,
) {
    /** Whether nothing was ever registered. */
    val isEmpty: Boolean get() = page.households.isEmpty() && page.drafts.isEmpty() && hits == null
}
