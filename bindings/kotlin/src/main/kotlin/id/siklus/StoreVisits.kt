package id.siklus

import id.siklus.RulePack.Companion.DEFAULT_LANGUAGE
import id.siklus.internal.OpenStore
import id.siklus.internal.count
import id.siklus.internal.languageCode
import id.siklus.internal.toNative
import id.siklus.internal.toPublic
import id.siklus.internal.wellFormed
import id.siklus.internal.word
import id.siklus.ffi.NewVisitRequest as NativeNewVisit

/** The visits of an open store: opened, and read back and corrected when they ended. [Siklus] has these calls. */
public abstract class StoreVisits internal constructor(
    store: OpenStore,
) : StorePeople(store) {
    private val native get() = store.native
    private val caller get() = store.caller

    /**
     * Opens a visit on the day of its author, with a part for each member who lives in the household.
     *
     * @param familySheet whether the family sheet is filled in at it, and what it asks of each member
     * @throws SiklusException.NoConsent when the household did not agree that its data are kept
     * @throws SiklusException.State when a visit to this household has not ended
     */
    public suspend fun openVisit(
        author: Author,
        household: String,
        place: Setting = Setting.HOME_VISIT,
        familySheet: Boolean = false,
    ): Visit =
        caller.write("openVisit", { listOf(Change.Visit(it.id), Change.Household(household)) }) {
            val new = NativeNewVisit(household.wellFormed(), word(place), familySheet)
            Visit(native.openVisit(author.toNative(), new), caller)
        }

    /** Goes on with a visit that has not ended. */
    public suspend fun resumeVisit(id: String): Visit = caller.call("resumeVisit") { Visit(native.resumeVisit(id.wellFormed()), caller) }

    /** The visits that have not ended, the latest first. */
    public suspend fun openVisits(language: String = DEFAULT_LANGUAGE): List<VisitOverview> =
        caller.call("openVisits") { native.openVisits(languageCode(language)).map { it.toPublic() } }

    /** The ids of the visits of a household that ended, the latest first, at most [limit]. */
    public suspend fun visitsOf(household: String, limit: Int): List<String> =
        caller.call("visitsOf") { native.visitsOf(household.wellFormed(), limit.count()) }

    /** A visit that ended. */
    public suspend fun visit(id: String): VisitRecord = caller.call("visit") { native.visit(id.wellFormed()).toPublic() }

    /** How a visit that ended came out, for everyone who was assessed and everyone who was not. */
    public suspend fun results(visit: String, language: String = DEFAULT_LANGUAGE): VisitResults =
        caller.call("results") { native.results(visit.wellFormed(), languageCode(language)).toPublic() }

    /**
     * The result of a person at a visit.
     *
     * @throws SiklusException.State when the person was not assessed at it
     */
    public suspend fun result(visit: String, person: String, language: String = DEFAULT_LANGUAGE): PersonResult =
        caller.call("result") { native.result(visit.wellFormed(), person.wellFormed(), languageCode(language)).toPublic() }

    /**
     * Every answer of a person at a visit with what became of it: the history, and what a cadre picks from to correct. Of a visit that has
     * not ended nothing is written yet.
     *
     * @throws SiklusException.State when the person was not assessed at a visit that ended
     */
    public suspend fun answerSheet(visit: String, person: String, language: String = DEFAULT_LANGUAGE): AnswerSheet =
        caller.call("answerSheet") { native.answerSheet(visit.wellFormed(), person.wellFormed(), languageCode(language)).toPublic() }

    /**
     * Corrects an answer of a completed visit, and judges the person again. Nothing is overwritten: the correction supersedes the answer.
     *
     * @throws SiklusException.InvalidInput when the answer is not accepted
     * @throws SiklusException.State when the person was not assessed, or the form did not ask for the fact
     */
    public suspend fun correctAnswer(
        author: Author,
        visit: String,
        person: String,
        fact: String,
        entry: Entry,
        language: String = DEFAULT_LANGUAGE,
    ): PersonResult =
        caller.write("correctAnswer", { listOf(Change.Visit(visit), Change.Person(person)) }) {
            val (which, who) = visit.wellFormed() to person.wellFormed()
            native.correctAnswer(author.toNative(), which, who, fact.wellFormed(), entry.toNative(), languageCode(language)).toPublic()
        }

    /** Records that a result was told to the health worker. */
    public suspend fun report(author: Author, visit: String, person: String, report: Report): Unit =
        caller.write("report", { listOf(Change.Visit(visit)) }) {
            native.report(author.toNative(), visit.wellFormed(), person.wellFormed(), report.toNative())
        }

    /** To whom the result of a person at a visit was told, the first one first. */
    public suspend fun reports(visit: String, person: String): List<Report> =
        caller.call("reports") { native.reports(visit.wellFormed(), person.wellFormed()).map { it.toPublic() } }

    /**
     * A note to a health worker on a person at a visit, completed or in progress, to be sent by a message when the cadre taps for it. It has
     * the urgency, the day, initials, RT and age group, and the titles of findings; what was said alone is told only as something to talk
     * about. Nothing is sent or recorded: [report] does that.
     *
     * @return none when nothing was found that a health worker must know
     * @throws SiklusException.State when the person was not assessed
     */
    public suspend fun referralNote(
        visit: String,
        person: String,
        language: String = DEFAULT_LANGUAGE,
        from: NoteSender = NoteSender(),
    ): String? =
        caller.call("referralNote") {
            native.referralNote(visit.wellFormed(), person.wellFormed(), from.toNative(), languageCode(language))
        }
}
