package id.siklus.app.screen.answers

import id.siklus.AnswerSection
import id.siklus.AnswerSheet
import id.siklus.FormQuestion
import id.siklus.WithdrawnAnswer
import id.siklus.Written
import id.siklus.WrittenAnswer
import id.siklus.app.model.Session

/** The answers of a person at a visit, with what became of them. */
class AnswersState(
    /** The answers. */
    val sheet: AnswerSheet,
    /** Whether nobody looks on, which private answers wait for. */
    val access: Access,
    private val unfolded: Set<Int>,
    private val session: Session,
) {
    /** How far private answers are open. */
    enum class Access { CLOSED, PAUSE, OPEN }

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

    private val isOpen get() = access == Access.OPEN

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
            val (hidden, seen) = sheet.withdrawn.partition { it.private && !isOpen }
            return seen.map { Line.Withdrawn(it) } + listOfNotNull(hidden.firstOrNull()?.let { Line.Locked(place = 0) })
        }

    /** The name of who wrote something; none of another cadre. */
    fun name(written: Written): String? = session.name.takeIf { written.cadre == session.cadre }

    private fun lines(placed: IndexedValue<AnswerSection>): List<Line> {
        val (place, section) = placed
        val hides = !isOpen && (section.private || section.answers.any(WrittenAnswer::private))
        if (hides) return listOf(Line.Locked(place, section.title))
        val canChange = section.asked && !sheet.inProgress
        val open = if (place in unfolded) section.open.map { Line.Open(it, canChange) } else emptyList()
        val fold = Line.Fold(place, section.open.size).takeIf { open.size < it.count }
        return listOf(Line.Heading(place, section.title)) + section.answers.map { Line.Given(it, canChange) } + listOfNotNull(fold) + open
    }

    companion object {
        /** Stands for all sections without an answer. */
        const val EMPTY = -1
    }
}
