package id.siklus.app.screen.result

import id.siklus.Action
import id.siklus.Finding
import id.siklus.PersonResult
import id.siklus.Question
import java.time.ZoneOffset

/** How a visit came out for one person. */
class ResultState(
    /** The result. */
    val result: PersonResult,
    /** Whether the cadre said that nobody listens. What was said alone waits for that. */
    val alone: Boolean,
    /** The rules whose reasons are unfolded. */
    val unfolded: Set<String>,
    /** Whether all open questions are shown. */
    val all: Boolean,
    /** How far the clock of the phone is from UTC. */
    val offset: ZoneOffset,
) {
    /** What was found, as far as it may be seen now. */
    val findings: List<Finding> = result.findings.filter { alone || !it.private }

    /** Whether something was found that is seen only alone with the person. */
    val isPrivate: Boolean = result.findings.any { it.private }

    private val questions = result.undetermined.flatMap { it.questions }.distinctBy { if (hides(it)) null else it.fact }

    /** What is still to be asked, the most urgent first; what is asked alone stands there once, without its words. */
    val open: List<Question> = if (all) questions else questions.take(FIRST)

    /** Whether more is to be asked than is shown. */
    val more: Boolean = open.size < questions.size

    /** Whether a question is not for the eyes of the others. */
    fun hides(question: Question): Boolean = question.private && !alone

    /** Whether a health worker is to be told, or to examine the person. */
    val isForHealthWorker: Boolean get() = result.action >= Action.REPORT

    private companion object {
        const val FIRST = 5
    }
}
