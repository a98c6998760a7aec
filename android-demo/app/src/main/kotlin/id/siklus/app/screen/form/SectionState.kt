package id.siklus.app.screen.form

import id.siklus.Action
import id.siklus.Found
import id.siklus.Screen
import id.siklus.Section
import id.siklus.app.model.Place
import java.time.OffsetDateTime

/** One section of a form. */
class SectionState(
    /** The whole form. */
    val screen: Screen,
    /** Its section that is shown. */
    val section: Section,
    /** Whether the cadre said that nobody listens, which a private section waits for. */
    val alone: Boolean,
    /** When the last answer was saved. */
    val saved: OffsetDateTime?,
) {
    private val counted = screen.sections.filter { !it.folded }

    /** Which section it is, from 1. */
    val number: Int get() = screen.sections.indexOf(section) + 1

    /** How many sections are asked. */
    val of: Int get() = maxOf(counted.size, number)

    /** The section behind this one; none at the end of those that are asked. */
    val next: Section? get() = screen.sections.getOrNull(number)?.takeIf { !it.folded || section.folded }

    /** The first of the sections of the other setting, where the cadre may open them. */
    val folded: Section? get() = if (next == null && !section.folded) screen.sections.firstOrNull { it.folded } else null

    /** A danger sign that was found. */
    val alarm: Found? get() = screen.findings.firstOrNull { it.action == Action.EMERGENCY }

    /** Whether it is asked alone with the person, and that was not said yet. */
    val pauses: Boolean get() = section.private && !alone

    companion object {
        /** The section that a place means, or the nearest one that is still asked. */
        fun of(screen: Screen, place: Place.Section, alone: Boolean, saved: OffsetDateTime?): SectionState {
            val section = screen.sections.firstOrNull { it.id == place.section } ?: screen.sections.first()
            return SectionState(screen, section, alone, saved)
        }
    }
}
