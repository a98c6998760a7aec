package id.siklus.demo

import id.siklus.Answer
import id.siklus.Form
import id.siklus.FormQuestion
import id.siklus.PartState
import id.siklus.Screen
import id.siklus.Siklus
import id.siklus.Visit
import java.time.LocalDate

/** Answers a form from its top to its bottom with what is known; follow-ups are answered when they appear. */
internal suspend fun Visit.fillIn(member: Member, facts: Map<String, Answer>, language: String, saved: suspend (String) -> Unit): Screen {
    val form = Form.Member(member.id)
    var screen = screen(form, language)
    while (true) {
        val question = screen.questions().firstOrNull { it.open && it.fact in facts } ?: return screen
        screen = answer(form, question.fact, facts.getValue(question.fact), language)
        val error = screen.question(question.fact)?.error
        check(error == null) { "${question.fact}: ${error?.text}" }
        saved(question.fact)
    }
}

/** What is known and stands nowhere on the screen. */
internal fun Screen.notAsked(facts: Map<String, Answer>): List<String> = (facts.keys - questions().map(FormQuestion::fact).toSet()).toList()

/** The visits before that of today, each to one member while the others were out. */
internal suspend fun Siklus.earlierVisits(household: String, members: List<Member>, words: Words, say: (String) -> Unit) {
    val visits = members.flatMap { member -> member.case.visits.filterKeys { it < member.case.today }.map { Earlier(it.key, member, it.value) } }
    for ((day, member, facts) in visits.sortedBy(Earlier::day)) {
        recordPregnancy(member, day)
        val visit = openVisit(cadreOn(day), household)
        var answers = 0
        val screen = visit.fillIn(member, facts, words.language) { answers += 1 }
        for (other in members - member) visit.setPart(other.id, PartState.ABSENT)
        visit.complete(cadreOn(day), leaveOpen = true, words.language)
        say(words.earlier(day, member.name, answers))
        screen.notAsked(facts).ifEmpty { null }?.let { say("  " + words.notAsked(it)) }
    }
}

private data class Earlier(
    val day: LocalDate,
    val member: Member,
    val facts: Map<String, Answer>,
)
