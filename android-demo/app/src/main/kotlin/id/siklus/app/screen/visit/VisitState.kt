package id.siklus.app.screen.visit

import id.siklus.OpenQuestions
import id.siklus.PartOverview
import id.siklus.VisitOverview

/** A visit: who is here, and what became of each. */
class VisitState(
    /** The visit so far. */
    val overview: VisitOverview,
    /** What should be asked before it is completed; nothing before the cadre wanted to. */
    val open: List<OpenQuestions> = emptyList(),
) {
    /** Whether something became of each member. */
    val allDealtWith: Boolean get() = overview.parts.all { it.state != null }

    /** The member. */
    fun part(person: String): PartOverview? = overview.parts.find { it.person == person }
}
