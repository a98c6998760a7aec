package id.siklus

import id.siklus.RulePack.Companion.DEFAULT_LANGUAGE
import id.siklus.internal.OpenStore
import id.siklus.internal.count
import id.siklus.internal.languageCode
import id.siklus.internal.toNative
import id.siklus.internal.toPublic
import id.siklus.internal.wellFormed
import id.siklus.internal.word
import java.time.LocalDate

/** The households and persons of an open store, and its pages. [Siklus] has these calls. */
public abstract class StorePeople internal constructor(
    internal val store: OpenStore,
) {
    private val native get() = store.native
    private val caller get() = store.caller

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
    public suspend fun today(limit: Int): Today = caller.call("today") { native.today(limit.count()).toPublic() }

    /** The page of a household on a day, with at most [visits] of its past visits. */
    public suspend fun householdPage(id: String, on: LocalDate, visits: Int = 20, language: String = DEFAULT_LANGUAGE): HouseholdPage =
        caller.call("householdPage") {
            native.householdPage(id.wellFormed(), on.toString(), visits.count(), languageCode(language)).toPublic()
        }

    /** The page of a person on a day, with at most [visits] completed visits. */
    public suspend fun personPage(id: String, on: LocalDate, visits: Int = 20, language: String = DEFAULT_LANGUAGE): PersonPage =
        caller.call("personPage") {
            native.personPage(id.wellFormed(), on.toString(), visits.count(), languageCode(language)).toPublic()
        }

    /**
     * The growth chart of a person on a day, or on the day of death, with what was measured at all completed visits up to it; corrected values
     * count.
     *
     * @param index which one; null for the first that the person can have
     * @throws SiklusException.NotFound when there is no such person
     */
    public suspend fun growthChart(
        person: String,
        on: LocalDate,
        index: ChartIndex? = null,
        language: String = DEFAULT_LANGUAGE,
    ): GrowthChart =
        caller.call("growthChart") {
            native.growthChart(person.wellFormed(), on.toString(), index?.let { word(it) }, languageCode(language)).toPublic()
        }

    /**
     * The card of services of a person on a day, or on the day of death, with what is recorded up to it: each service that applies to the person
     * or is recorded, with its doses, and the plan of the next ones. On the day of a visit that goes on it agrees with the form.
     *
     * @throws SiklusException.NotFound when there is no such person
     * @throws SiklusException.State when sex or birth date of the person is not known
     */
    public suspend fun serviceCard(person: String, on: LocalDate, language: String = DEFAULT_LANGUAGE): ServiceCard =
        caller.call("serviceCard") { native.serviceCard(person.wellFormed(), on.toString(), languageCode(language)).toPublic() }

    /**
     * Saves the card of a person as it is on a day, in one step. A service that was given several times has several [entries]. Of each service
     * with an entry, what is recorded up to that day becomes what the entries say; services without one, and what was received later, stay. An
     * open form of the person goes by it at once.
     *
     * @param on the day of the card: of the visit, where one goes on
     * @return the card as it is recorded now
     * @throws SiklusException.InvalidInput with every entry that is not accepted, as `entries[2].on` counted from 0, with words for the cadre;
     * nothing is written then. A day may be neither before the birth nor after [on], a service stands once a day, and its code is one of the pack
     * @throws SiklusException.NoConsent when the household did not agree that its data are kept
     */
    public suspend fun saveServiceCard(
        author: Author,
        person: String,
        on: LocalDate,
        entries: List<CardEntry>,
        language: String = DEFAULT_LANGUAGE,
    ): ServiceCard =
        caller.write("saveServiceCard", { listOf(Change.Person(person)) }) {
            val given = entries.map { it.toNative() }
            native.saveServiceCard(author.toNative(), person.wellFormed(), on.toString(), given, languageCode(language)).toPublic()
        }

    /** A household and its members. */
    public suspend fun household(id: String): Household = caller.call("household") { native.household(id.wellFormed()).toPublic() }

    /** Households that live here, in the order of their names, at most [limit] from the [offset]-th on. Those that refused are left out. */
    public suspend fun households(offset: Int, limit: Int): List<HouseholdLine> =
        caller.call("households") { native.households(offset.count(), limit.count()).map { it.toPublic() } }

    /** Households and persons in whose name each of the given words is the beginning of a word, at most [limit]. */
    public suspend fun search(text: String, limit: Int): List<NameHit> =
        caller.call("search") { native.search(text.wellFormed(), limit.count()).map { it.toPublic() } }

    /** A person. */
    public suspend fun person(id: String): Person = caller.call("person") { native.person(id.wellFormed()).toPublic() }

    /** The pregnancies of a person, the first recorded one first. */
    public suspend fun pregnancies(person: String): List<PregnancyRecord> =
        caller.call("pregnancies") { native.pregnancies(person.wellFormed()).map { it.toPublic() } }
}
