package id.siklus.app.screen.result

import id.siklus.Action
import id.siklus.Finding
import id.siklus.PersonResult
import id.siklus.Question
import id.siklus.app.model.Discretion
import java.time.ZoneOffset

/** How a visit came out for one person. */
class ResultState(
    /** The result. */
    val result: PersonResult,
    alone: Boolean,
    /** The rules whose reasons are unfolded. */
    val unfolded: Set<String>,
    /** Whether all open questions are shown. */
    val all: Boolean,
    /** How far the clock of the phone is from UTC. */
    val offset: ZoneOffset,
) {
    /** What of it is seen now. */
    val discretion = Discretion(result.findings.any(Finding::private), alone)

    /** What was found, as far as it may be seen now. */
    val findings: List<Finding> = result.findings.filterNot { discretion.hides(it.private) }

    private val questions = result.undetermined.flatMap { it.questions }.distinctBy { if (discretion.hides(it.private)) null else it.fact }

    /** What is still to be asked, the most urgent first; what is asked alone stands there once, without its words. */
    val open: List<Question> = if (all) questions else questions.take(FIRST)

    /** Whether more is to be asked than is shown. */
    val more: Boolean = open.size < questions.size

    /** Whether a health worker is to be told, or to examine the person. */
    val isForHealthWorker: Boolean get() = result.action >= Action.REPORT

    private companion object {
        const val FIRST = 5
    }
}
