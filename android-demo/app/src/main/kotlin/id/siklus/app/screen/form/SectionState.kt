package id.siklus.app.screen.form

import id.siklus.Growth
import id.siklus.Screen
import id.siklus.Section
import id.siklus.VisitOverview
import id.siklus.Withdrawn
import id.siklus.app.model.Around
import id.siklus.app.model.Discretion
import id.siklus.app.model.Place

/** One section of a form. */
class SectionState(
    /** The whole form. */
    val screen: Screen,
    place: Place.Section,
    alone: Boolean,
    /** The visit around the form. */
    val visit: VisitOverview,
    /** The last answer of this form. */
    val last: Around.Answered?,
) {
    /** Its section that is shown: the one that the place means, or the nearest one that is still asked. */
    val section: Section = screen.sections.firstOrNull { it.id == place.section } ?: screen.sections.first()

    /** Whose form it is; none of the family sheet. */
    val person: String? = place.whose.person

    private val counted = screen.sections.filter { !it.folded }

    /** Which section it is, from 1. */
    val number: Int get() = screen.sections.indexOf(section) + 1

    /** How many sections are asked. */
    val of: Int get() = maxOf(counted.size, number)

    /** The section behind this one; none at the end of those that are asked. */
    val next: Section? get() = screen.sections.getOrNull(number)?.takeIf { !it.folded || section.folded }

    /** How the child grows, where it is measured. */
    val growth: Growth? get() = screen.growth.takeIf { section.growth }

    /** Why nobody can say how the child grows, in the same place. */
    val needsBirthDay: String? get() = screen.needsBirthDay.takeIf { section.growth }

    /** The first of the sections of the other setting, where the cadre may open them. */
    val folded: Section? get() = if (next == null && !section.folded) screen.sections.firstOrNull { it.folded } else null

    /** What of it is seen now: a private section waits until nobody listens. */
    val discretion = Discretion(section.private, alone)

    /** What an answer withdrew, beneath the question or the section where it was given. */
    fun withdrawn(what: String): List<Withdrawn> = last?.takeIf { it.what == what }?.withdrawn.orEmpty()
}
