package id.siklus.app.model

import id.siklus.Action
import id.siklus.Form
import id.siklus.Screen
import id.siklus.Visit
import id.siklus.VisitOverview
import id.siklus.Withdrawn
import java.time.OffsetDateTime

/** What stands around the forms of a visit: its members, every danger sign, and what the last answer changed. */
class Around(
    /** The visit. */
    val visit: Visit,
    /** The language of its texts. */
    val language: String,
) {
    /** An answer that was saved. */
    class Answered(
        /** Whose form it stands in. */
        val form: Form,
        /** The fact, or the section when all of it was answered with no. */
        val what: String,
        /** What it withdrew. */
        val withdrawn: List<Withdrawn>,
        /** When it was saved. */
        val at: OffsetDateTime,
    )

    private var known: VisitOverview? = null

    /** The last answer; none before the first. */
    var last: Answered? = null
        private set

    /** The visit as it was last asked for. */
    suspend fun overview(): VisitOverview = known ?: again()

    /** The visit as it is. */
    suspend fun again(): VisitOverview = visit.overview(language).also { known = it }

    /** It may look different now. */
    fun forget() {
        known = null
    }

    /** An answer was saved. The visit is asked for again only when it looks different now. */
    suspend fun answered(answered: Answered, screen: Screen) {
        last = answered
        if (!overview().shows(answered.form, screen)) again()
    }

    private fun VisitOverview.shows(form: Form, screen: Screen): Boolean {
        val part = parts.find { it.person == (form as? Form.Member)?.person } ?: return true
        val dangers = screen.findings.filter { it.action == Action.EMERGENCY }.map { it.title }
        val isSame = part.standing == screen.standing && part.open == !screen.complete
        return isSame && alarms.filter { it.person == part.person }.map { it.title } == dangers
    }
}
