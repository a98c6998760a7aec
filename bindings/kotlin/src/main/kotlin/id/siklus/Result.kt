package id.siklus

import java.time.Instant
import java.time.LocalDate

/** What came of completing a visit. */
public sealed class Completion {
    /** Urgent questions are open: nothing was written. Completing again with `leaveOpen` does it, and records that the cadre was asked. */
    public data class AskFirst(
        /** The questions of each member who has some. */
        public val open: List<OpenQuestions>,
    ) : Completion() {
        override fun toString(): String = "AskFirst"
    }

    /** It is completed. */
    public data class Done(
        /** The results of everyone who was assessed, the most urgent first. */
        public val results: List<PersonResult>,
    ) : Completion() {
        override fun toString(): String = "Done"
    }
}

/** Urgent questions that are open for a member. */
public data class OpenQuestions(
    /** The id of the member. */
    public val person: String,
    /** At most five, danger signs first. */
    public val askNext: List<AskNext>,
) {
    override fun toString(): String = "OpenQuestions"
}

/** How a visit came out. */
public data class VisitResults(
    /** The id of the visit. */
    public val visit: String,
    /** The id of the household. */
    public val household: String,
    /** How the household is called now. */
    public val householdName: String?,
    /** Its day. */
    public val on: LocalDate,
    /** How it ended. */
    public val state: VisitState,
    /** Why it was cancelled. */
    public val reason: String?,
    /** Everyone who was assessed, the most urgent first; nobody when it was cancelled. */
    public val results: List<PersonResult>,
    /** The other members, with what became of them; nobody when it was cancelled. */
    public val notAssessed: List<NotAssessed>,
) {
    override fun toString(): String = "VisitResults"
}

/** A member who was not assessed at a visit. */
public data class NotAssessed(
    /** The id of the member. */
    public val person: String,
    /** The name as known now. */
    public val name: String?,
    /** What became of the member. */
    public val state: PartState,
    /** Why the member was not visited. */
    public val reason: String?,
) {
    override fun toString(): String = "NotAssessed"
}

/** The result of a person at a visit. */
public data class PersonResult(
    /** The id of the person. */
    public val person: String,
    /** The name as known now. */
    public val name: String?,
    /** Age and life stage on the day of the visit. */
    public val described: Described,
    /** The day of the visit. */
    public val on: LocalDate,
    /** The most urgent action. */
    public val action: Action,
    /** Whether something urgent could not be judged. */
    public val openUrgent: Boolean,
    /** Whether every question of the form was answered, "not known" included. */
    public val complete: Boolean,
    /** How the person stands: what a screen shows. */
    public val standing: Standing,
    /** The word for that, as "RUJUK". */
    public val headline: String,
    /** What the result means, a sentence or two. */
    public val sentences: List<String>,
    /** What was found, the most urgent first. */
    public val findings: List<Finding>,
    /** What could not be judged, the most urgent first. */
    public val undetermined: List<Undetermined>,
    /** How a child grows; none of adults, and of one of whom nothing was measured. */
    public val growth: Growth?,
    /** What is due on the day of the visit; null where nothing is. */
    public val dueToday: DueToday?,
    /** When to look again, by which pack the person was judged, and whether the age is estimated. */
    public val notes: List<String>,
    /** To whom it was told so far, the first one first. */
    public val reports: List<Report>,
    /** The whole result in words. */
    public val lines: List<ResultLine>,
    /** Whether judging again gave what was kept. It always does, unless the store or the library is broken. */
    public val follows: Boolean,
) {
    override fun toString(): String = "PersonResult"
}

/** One line of a result. It is as long as its sentence; the screen breaks it. */
public data class ResultLine(
    /** What it is for. */
    public val role: LineRole,
    /** The action that it speaks of. */
    public val action: Action?,
    /** What it says. */
    public val text: String,
) {
    override fun toString(): String = "ResultLine"
}

/** A result was told to the health worker. */
public data class Report(
    /** When. */
    public val toldAt: Instant,
    /** To whom. */
    public val toldTo: String,
    /** How. */
    public val way: ReportWay,
) {
    override fun toString(): String = "Report"
}
