package id.siklus.app.screen.answers

import id.siklus.AnswerSection
import id.siklus.AnswerSheet
import id.siklus.FormQuestion
import id.siklus.WithdrawnAnswer
import id.siklus.Written
import id.siklus.WrittenAnswer
import id.siklus.app.model.Discretion

/** The answers of a person at a visit, with what became of them. */
class AnswersState(
    /** The answers. */
    val sheet: AnswerSheet,
    alone: Boolean,
    /** Whether it is asked that nobody looks on. */
    val pauses: Boolean,
    private val unfolded: Set<Int>,
    /** The names of the cadres by their ids. */
    val names: Map<String, String>,
) {
    /** One line of the screen. */
    sealed class Line(val key: Any) {
        class Heading(place: Int, val title: String) : Line("heading" to place)

        /** Something private, behind the pause; of a section with its [title]. */
        class Locked(place: Int, val title: String? = null) : Line("locked" to place)

        class Given(val answer: WrittenAnswer, val canChange: Boolean) : Line("given" to answer.question.fact)

        /** How many questions of a section have no answer. */
        class Fold(val section: Int, val count: Int) : Line("fold" to section)

        class Open(val question: FormQuestion, val canChange: Boolean) : Line("open" to question.fact)

        class Withdrawn(val answer: WithdrawnAnswer) : Line("withdrawn" to answer.fact)
    }

    /** What of it is seen now. */
    val discretion = Discretion(sheet.sections.any(::isPrivate) || sheet.withdrawn.any(WithdrawnAnswer::private), alone)

    /** The sections with their answers; those without any are folded up at the end. */
    val answered: List<Line>
        get() {
            val (given, empty) = sheet.sections.withIndex().partition { it.value.answers.isNotEmpty() }
            val rest = if (EMPTY in unfolded) empty.flatMap(::lines) else listOf(Line.Fold(EMPTY, empty.sumOf { it.value.open.size }))
            return given.flatMap(::lines) + rest.takeIf { empty.isNotEmpty() }.orEmpty()
        }

    /** What no longer counts. */
    val withdrawn: List<Line>
        get() {
            val (hidden, seen) = sheet.withdrawn.partition { discretion.hides(it.private) }
            return seen.map { Line.Withdrawn(it) } + listOfNotNull(hidden.firstOrNull()?.let { Line.Locked(place = 0) })
        }

    /** The name of who wrote something; none of a cadre who is no longer on this phone. */
    fun name(written: Written): String? = names[written.cadre]

    private fun lines(placed: IndexedValue<AnswerSection>): List<Line> {
        val (place, section) = placed
        if (discretion.hides(isPrivate(section))) return listOf(Line.Locked(place, section.title))
        val canChange = section.asked && !sheet.inProgress
        val open = if (place in unfolded) section.open.map { Line.Open(it, canChange) } else emptyList()
        val fold = Line.Fold(place, section.open.size).takeIf { open.size < it.count }
        return listOf(Line.Heading(place, section.title)) + section.answers.map { Line.Given(it, canChange) } + listOfNotNull(fold) + open
    }

    private fun isPrivate(section: AnswerSection) = section.private || section.answers.any(WrittenAnswer::private)

    companion object {
        /** Stands for all sections without an answer. */
        const val EMPTY = -1
    }
}
