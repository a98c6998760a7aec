package id.siklus

import id.siklus.RulePack.Companion.DEFAULT_LANGUAGE
import id.siklus.internal.Caller
import id.siklus.internal.languageCode
import id.siklus.internal.toNative
import id.siklus.internal.toPublic
import id.siklus.internal.wellFormed
import id.siklus.internal.word
import id.siklus.ffi.Visit as NativeVisit

/**
 * A visit that has not ended. Each call saves before it returns, so that nothing is lost when the app is killed;
 * [Siklus.resumeVisit] goes on with it. It needs no closing and ends with its store.
 */
public class Visit internal constructor(
    private val native: NativeVisit,
    private val caller: Caller,
) {
    /** Its id, which it keeps when it ends. */
    public val id: String = native.id()

    private val changed = listOf(Change.Visit(id))

    /** What became of each member so far, how far the forms are, and what is an emergency. */
    public suspend fun overview(language: String = DEFAULT_LANGUAGE): VisitOverview =
        caller.call("overview") { native.overview(languageCode(language)).toPublic() }

    /** Adds a member who was registered during the visit. */
    public suspend fun addMember(person: String): Unit = write("addMember") { native.addMember(person.wellFormed()) }

    /**
     * Says what became of a member. Who is not visited needs a [reason].
     *
     * @throws SiklusException.InvalidInput when the reason is missing
     */
    public suspend fun setPart(person: String, state: PartState, reason: String? = null, language: String = DEFAULT_LANGUAGE): Unit =
        write("setPart") { native.setPart(person.wellFormed(), word(state), reason?.wellFormed(), languageCode(language)) }

    /** The screen of a form as it was left. However many questions it has, it is one call. */
    public suspend fun screen(form: Form, language: String = DEFAULT_LANGUAGE): Screen =
        caller.call("screen") { native.screen(form.toNative(), languageCode(language)).toPublic() }

    /**
     * Answers a question and saves the answer. One that is not accepted changes nothing; the screen says why at the question.
     *
     * @throws SiklusException.State when the form does not ask for the fact, or its question is not visible
     */
    public suspend fun answer(form: Form, fact: String, entry: Entry, language: String = DEFAULT_LANGUAGE): Screen =
        write("answer") { native.answer(form.toNative(), fact.wellFormed(), entry.toNative(), languageCode(language)).toPublic() }

    /** The same with an answer that was tapped or measured. */
    public suspend fun answer(form: Form, fact: String, answer: Answer, language: String = DEFAULT_LANGUAGE): Screen =
        answer(form, fact, Entry.Known(answer), language)

    /**
     * Makes an answer of an earlier visit that is shown to be confirmed one of this visit.
     *
     * @throws SiklusException.State when there is nothing to confirm
     */
    public suspend fun confirm(form: Form, fact: String, language: String = DEFAULT_LANGUAGE): Screen =
        write("confirm") { native.confirm(form.toNative(), fact.wellFormed(), languageCode(language)).toPublic() }

    /** Answers the open yes-or-no questions of a section with "no", but for those whose "no" can fire a rule: they are asked singly. */
    public suspend fun answerSectionNo(form: Form, section: String, language: String = DEFAULT_LANGUAGE): Screen =
        write("answerSectionNo") { native.answerSectionNo(form.toNative(), section.wellFormed(), languageCode(language)).toPublic() }

    /** Looks at a form again after the person was corrected or a pregnancy recorded: what it no longer asks for is withdrawn. */
    public suspend fun refreshForm(form: Form, language: String = DEFAULT_LANGUAGE): Screen =
        write("refreshForm") { native.refreshForm(form.toNative(), languageCode(language)).toPublic() }

    /**
     * Completes the visit: everyone who was assessed is judged. When urgent questions are open it asks once; with [leaveOpen] they are left open.
     *
     * @throws SiklusException.State when nobody said what became of some member
     */
    public suspend fun complete(author: Author, leaveOpen: Boolean = false, language: String = DEFAULT_LANGUAGE): Completion =
        caller.write("complete", { done -> if (done is Completion.Done) changed + done.persons() else emptyList() }) {
            native.complete(author.toNative(), leaveOpen, languageCode(language)).toPublic()
        }

    /**
     * Cancels the visit for a [reason]. What was answered is kept, and counts for nothing.
     *
     * @throws SiklusException.InvalidInput when the reason is missing
     */
    public suspend fun cancel(author: Author, reason: String, language: String = DEFAULT_LANGUAGE): Unit =
        write("cancel") { native.cancel(author.toNative(), reason.wellFormed(), languageCode(language)) }

    override fun toString(): String = "Visit"

    private suspend fun <T> write(event: String, call: () -> T): T = caller.write(event, { changed }, call)

    private fun Completion.Done.persons() = results.map { Change.Person(it.person) }
}
