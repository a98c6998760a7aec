package id.siklus

import id.siklus.RulePack.Companion.DEFAULT_LANGUAGE
import id.siklus.internal.Caller
import id.siklus.internal.count
import id.siklus.internal.languageCode
import id.siklus.internal.toNative
import id.siklus.internal.toPublic
import id.siklus.internal.wellFormed
import id.siklus.internal.word
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asSharedFlow
import java.nio.file.Path
import java.time.LocalDate
import java.time.OffsetDateTime
import id.siklus.ffi.NewVisitRequest as NativeNewVisit
import id.siklus.ffi.Siklus as NativeSiklus

/**
 * An encrypted store with the households, persons and visits in it. It may be used from any thread; one process has it open at a time.
 *
 * Each call is one action of the cadre: it is written whole or not at all, and it is on the disk when the call returns. A call that has begun
 * goes on when its coroutine is cancelled: what was to be saved is saved. Every call but [close] throws [SiklusException.Closed] once it is
 * closed, and may throw [SiklusException.Damaged], [SiklusException.NoSpace] and [SiklusException.NotFound].
 */
public class Siklus private constructor(
    private val native: NativeSiklus,
    private val caller: Caller,
) : AutoCloseable {
    /** What calls of this store change, from when it is collected. Nothing is left out, however slowly it is read. */
    public val changes: Flow<Change> = caller.changes.asSharedFlow()

    /**
     * Registers a household with what it said to the notice. One that refuses has nothing kept but the refusal.
     *
     * @param fields as the cadre typed them
     * @return the id of the household
     * @throws SiklusException.InvalidInput with the fields that are not accepted
     */
    public suspend fun registerHousehold(
        author: Author,
        consent: Consent,
        fields: Map<HouseholdField, String>,
        language: String = DEFAULT_LANGUAGE,
    ): String =
        caller.write("registerHousehold", { listOf(Change.Household(it)) }) {
            native.registerHousehold(author.toNative(), consent.toNative(), fields.toNative(), languageCode(language))
        }

    /**
     * Corrects fields of a household; no text takes a value back.
     *
     * @throws SiklusException.InvalidInput with the fields that are not accepted
     * @throws SiklusException.NoConsent when the household did not agree that its data are kept
     */
    public suspend fun correctHousehold(
        author: Author,
        household: String,
        changes: Map<HouseholdField, String?>,
        language: String = DEFAULT_LANGUAGE,
    ): Unit =
        caller.write("correctHousehold", { listOf(Change.Household(household)) }) {
            native.correctHousehold(author.toNative(), household.wellFormed(), changes.toNative(), languageCode(language))
        }

    /** Records what a household says to the notice now. */
    public suspend fun recordConsent(author: Author, household: String, consent: Consent): Unit =
        caller.write("recordConsent", { listOf(Change.Household(household)) }) {
            native.recordConsent(author.toNative(), household.wellFormed(), consent.toNative())
        }

    /**
     * Registers a person in a household. Name, sex and birth date must be there.
     *
     * @param fields as the cadre typed them
     * @throws SiklusException.InvalidInput with the fields that are missing or not accepted
     * @throws SiklusException.NoConsent when the household did not agree that its data are kept
     */
    public suspend fun registerPerson(
        author: Author,
        household: String,
        fields: Map<PersonField, String>,
        language: String = DEFAULT_LANGUAGE,
    ): Registered =
        caller.write("registerPerson", { listOf(Change.Person(it.person), Change.Household(household)) }) {
            native.registerPerson(author.toNative(), household.wellFormed(), fields.toNative(), languageCode(language)).toPublic()
        }

    /** Corrects fields of a person; no text takes a value back. It throws as [registerPerson]. */
    public suspend fun correctPerson(
        author: Author,
        person: String,
        changes: Map<PersonField, String?>,
        language: String = DEFAULT_LANGUAGE,
    ): Registered =
        caller.write("correctPerson", { listOf(Change.Person(person)) }) {
            native.correctPerson(author.toNative(), person.wellFormed(), changes.toNative(), languageCode(language)).toPublic()
        }

    /** Moves a person into another household, as after a marriage. */
    public suspend fun movePerson(author: Author, person: String, household: String): Unit =
        caller.write("movePerson", { listOf(Change.Person(person), Change.Household(household)) }) {
            native.movePerson(author.toNative(), person.wellFormed(), household.wellFormed())
        }

    /**
     * Records the beginning of a pregnancy.
     *
     * @return the id of the pregnancy
     * @throws SiklusException.InvalidInput when the person is a man, a pregnancy is in progress, or the date cannot be
     */
    public suspend fun beginPregnancy(author: Author, person: String, begin: Pregnancy, language: String = DEFAULT_LANGUAGE): String =
        caller.write("beginPregnancy", { listOf(Change.Person(person)) }) {
            native.beginPregnancy(author.toNative(), person.wellFormed(), begin.toNative(), languageCode(language))
        }

    /**
     * Corrects a date of a pregnancy or records its end; no date takes one back.
     *
     * @throws SiklusException.InvalidInput when the date cannot be
     */
    public suspend fun changePregnancy(
        author: Author,
        person: String,
        pregnancy: String,
        field: PregnancyField,
        date: LocalDate?,
        language: String = DEFAULT_LANGUAGE,
    ): Unit =
        caller.write("changePregnancy", { listOf(Change.Person(person)) }) {
            val (who, which) = person.wellFormed() to pregnancy.wellFormed()
            native.changePregnancy(author.toNative(), who, which, word(field), date?.toString(), languageCode(language))
        }

    /** The first page: the visits that have not ended, and the first [limit] households in the order of their names. */
    public suspend fun today(limit: Int): Today = caller.read("today") { native.today(limit.count()).toPublic() }

    /** The page of a household on a day, with at most [visits] of its past visits. */
    public suspend fun householdPage(id: String, on: LocalDate, visits: Int = 20, language: String = DEFAULT_LANGUAGE): HouseholdPage =
        caller.read("householdPage") {
            native.householdPage(id.wellFormed(), on.toString(), visits.count(), languageCode(language)).toPublic()
        }

    /** The page of a person on a day, with at most [visits] completed visits. */
    public suspend fun personPage(id: String, on: LocalDate, visits: Int = 20, language: String = DEFAULT_LANGUAGE): PersonPage =
        caller.read("personPage") {
            native.personPage(id.wellFormed(), on.toString(), visits.count(), languageCode(language)).toPublic()
        }

    /** A household and its members. */
    public suspend fun household(id: String): Household = caller.read("household") { native.household(id.wellFormed()).toPublic() }

    /** Households that live here, in the order of their names, at most [limit] from the [offset]-th on. Those that refused are left out. */
    public suspend fun households(offset: Int, limit: Int): List<HouseholdLine> =
        caller.read("households") { native.households(offset.count(), limit.count()).map { it.toPublic() } }

    /** Households and persons in whose name each of the given words is the beginning of a word, at most [limit]. */
    public suspend fun search(text: String, limit: Int): List<NameHit> =
        caller.read("search") { native.search(text.wellFormed(), limit.count()).map { it.toPublic() } }

    /** A person. */
    public suspend fun person(id: String): Person = caller.read("person") { native.person(id.wellFormed()).toPublic() }

    /** The pregnancies of a person, the first recorded one first. */
    public suspend fun pregnancies(person: String): List<PregnancyRecord> =
        caller.read("pregnancies") { native.pregnancies(person.wellFormed()).map { it.toPublic() } }

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
    public suspend fun resumeVisit(id: String): Visit = caller.read("resumeVisit") { Visit(native.resumeVisit(id.wellFormed()), caller) }

    /** The visits that have not ended, the latest first. */
    public suspend fun openVisits(language: String = DEFAULT_LANGUAGE): List<VisitOverview> =
        caller.read("openVisits") { native.openVisits(languageCode(language)).map { it.toPublic() } }

    /** The ids of the visits of a household that ended, the latest first, at most [limit]. */
    public suspend fun visitsOf(household: String, limit: Int): List<String> =
        caller.read("visitsOf") { native.visitsOf(household.wellFormed(), limit.count()) }

    /** A visit that ended. */
    public suspend fun visit(id: String): VisitRecord = caller.read("visit") { native.visit(id.wellFormed()).toPublic() }

    /** The results of a visit that was completed, of everyone who was assessed. */
    public suspend fun results(visit: String, language: String = DEFAULT_LANGUAGE): List<PersonResult> =
        caller.read("results") { native.results(visit.wellFormed(), languageCode(language)).map { it.toPublic() } }

    /**
     * The result of a person at a visit.
     *
     * @throws SiklusException.State when the person was not assessed at it
     */
    public suspend fun result(visit: String, person: String, language: String = DEFAULT_LANGUAGE): PersonResult =
        caller.read("result") { native.result(visit.wellFormed(), person.wellFormed(), languageCode(language)).toPublic() }

    /**
     * Every answer of a person at a visit with what became of it: the history, and what a cadre picks from to correct. Of a visit that has
     * not ended nothing is written yet.
     *
     * @throws SiklusException.State when the person was not assessed at a visit that ended
     */
    public suspend fun answerSheet(visit: String, person: String, language: String = DEFAULT_LANGUAGE): AnswerSheet =
        caller.read("answerSheet") { native.answerSheet(visit.wellFormed(), person.wellFormed(), languageCode(language)).toPublic() }

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
        caller.read("reports") { native.reports(visit.wellFormed(), person.wellFormed()).map { it.toPublic() } }

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
        caller.read("referralNote") {
            native.referralNote(visit.wellFormed(), person.wellFormed(), from.toNative(), languageCode(language))
        }

    /** The notice on personal data, to be read out before a household is registered. */
    public suspend fun consentNotice(language: String = DEFAULT_LANGUAGE): ConsentNotice =
        caller.read("consentNotice") { native.consentNotice(languageCode(language)).toPublic() }

    /** What the pack by which new visits are judged says of itself, and the version of this library. */
    public suspend fun about(language: String = DEFAULT_LANGUAGE): About =
        caller.read("about") { native.about(languageCode(language)).toPublic() }

    /** The form of the settings of the area, on a day. */
    public suspend fun settings(on: LocalDate, language: String = DEFAULT_LANGUAGE): Screen =
        caller.read("settings") { native.settingsScreen(on.toString(), languageCode(language)).toPublic() }

    /** Changes a setting of the area. Visits that were opened before keep the settings with which they were opened. */
    public suspend fun changeSetting(author: Author, fact: String, entry: Entry, language: String = DEFAULT_LANGUAGE): Screen =
        caller.write("changeSetting", { listOf(Change.Settings) }) {
            native.changeSetting(author.toNative(), fact.wellFormed(), entry.toNative(), languageCode(language)).toPublic()
        }

    /** Looks through the whole file. Takes seconds for a large one. */
    public suspend fun verify(): Verification = caller.read("verify") { native.verify().toPublic() }

    /** Whether damage was found since it was opened, so that it can only be read. */
    public suspend fun isDamaged(): Boolean = caller.read("isDamaged") { native.isDamaged() }

    /** Closes the file, after the calls that have begun. Calling it again does nothing. */
    @Synchronized
    override fun close() {
        if (caller.closed) return
        try {
            caller.run("close") { native.shut() }
        } finally {
            caller.closed = true
            native.close()
        }
    }

    override fun toString(): String = "Siklus"

    /** Makes and opens stores. */
    public companion object {
        /**
         * Makes a new store at a place where nothing lies, and opens it.
         *
         * @param key 32 bytes from a secure random source; they are overwritten with zeros before this returns
         * @param at when it is made
         * @param maxPages the most pages of 4 KiB that the file may have; as many as there is room for when absent
         * @param log hears of each call
         * @param dispatcher where the calls run
         * @throws SiklusException.AlreadyThere when a file lies there; it is left as it is
         * @throws SiklusException.InvalidInput when the key has another length
         */
        public suspend fun create(
            path: Path,
            key: ByteArray,
            at: OffsetDateTime,
            maxPages: Int? = null,
            log: SiklusLog? = null,
            dispatcher: CoroutineDispatcher = Dispatchers.IO,
        ): Siklus =
            wiping(key) {
                opened("create", Caller(dispatcher, log)) { NativeSiklus.create(path.toString(), key, maxPages?.count(), at.toNative()) }
            }

        /**
         * Opens a store. With a wrong key, damage or a later schema the file stays as it is, byte by byte.
         *
         * The parameters are those of [create].
         *
         * @throws SiklusException.NotFound when there is none
         * @throws SiklusException.WrongKey when it is another key's
         * @throws SiklusException.Damaged when it cannot be read as it was written
         * @throws SiklusException.NewerSchema when a later version of the library wrote it
         * @throws SiklusException.ReadOnly when it cannot be written
         * @throws SiklusException.Locked when it is open elsewhere
         */
        public suspend fun open(
            path: Path,
            key: ByteArray,
            maxPages: Int? = null,
            log: SiklusLog? = null,
            dispatcher: CoroutineDispatcher = Dispatchers.IO,
        ): Siklus = wiping(key) { opened("open", Caller(dispatcher, log)) { NativeSiklus.open(path.toString(), key, maxPages?.count()) } }

        /**
         * As [create] with bytes, with a key of the ring, which stays as it is.
         *
         * @throws SiklusException.AlreadyThere when a file lies there; it is left as it is
         */
        public suspend fun create(
            path: Path,
            key: UnlockedKey,
            at: OffsetDateTime,
            maxPages: Int? = null,
            log: SiklusLog? = null,
            dispatcher: CoroutineDispatcher = Dispatchers.IO,
        ): Siklus = opened("create", Caller(dispatcher, log)) { NativeSiklus.createWith(path.toString(), key.handle.native, maxPages?.count(), at.toNative()) }

        /** As [open] with bytes, with a key of the ring, which stays as it is. It throws the same. */
        public suspend fun open(
            path: Path,
            key: UnlockedKey,
            maxPages: Int? = null,
            log: SiklusLog? = null,
            dispatcher: CoroutineDispatcher = Dispatchers.IO,
        ): Siklus = opened("open", Caller(dispatcher, log)) { NativeSiklus.openWith(path.toString(), key.handle.native, maxPages?.count()) }

        private suspend fun opened(event: String, caller: Caller, open: () -> NativeSiklus): Siklus =
            caller.open(event) { Siklus(open(), caller) }

        private suspend fun wiping(key: ByteArray, open: suspend () -> Siklus): Siklus =
            try {
                open()
            } finally {
                key.fill(0)
            }
    }
}
