package id.siklus

import java.time.LocalDate

/** The first page. */
public data class Today(
    /** The visits that have not ended, the latest first. */
    public val drafts: List<DraftLine>,
    /** The first households, in the order of their names. */
    public val households: List<HouseholdLine>,
    /** Whether more households follow; [Siklus.households] has them. */
    public val more: Boolean,
) {
    override fun toString(): String = "Today"
}

/** A visit that has not ended, on the first page. */
public data class DraftLine(
    /** The id of the visit. */
    public val visit: String,
    /** The id of the household. */
    public val household: String,
    /** How the household is called. */
    public val householdName: String?,
    /** Its day. */
    public val on: LocalDate,
    /** How many members it has a part for. */
    public val parts: Int,
    /** Of how many something is left to do. */
    public val openParts: Int,
    /** The most urgent so far; none before the first answer. */
    public val standing: Standing?,
) {
    override fun toString(): String = "DraftLine"
}

/** A household with its members and its visits. */
public data class HouseholdPage(
    /** The household. */
    public val household: Household,
    /** Its members as the page shows them, the oldest first; also those who died or left. */
    public val members: List<Member>,
    /** The most urgent of those who live here; none before the first visit. */
    public val standing: Standing?,
    /** The id of a visit that has not ended. */
    public val openVisit: String?,
    /** The visits that ended, the latest first. */
    public val visits: List<VisitLine>,
) {
    override fun toString(): String = "HouseholdPage"
}

/** A member on the page of a household. */
public data class Member(
    /** The id of the member. */
    public val person: String,
    /** The name. */
    public val name: String?,
    /** Age and life stage on the day of the page, or of death; none when sex or birth date is not known. */
    public val described: Described?,
    /** How the member stood after the last visit; none before the first. */
    public val standing: Standing?,
    /** Whether the member neither left nor died. */
    public val livesHere: Boolean,
) {
    override fun toString(): String = "Member"
}

/** A visit in the list of a household. */
public data class VisitLine(
    /** The id of the visit. */
    public val visit: String,
    /** Its day. */
    public val on: LocalDate,
    /** Where it took place. */
    public val place: Setting,
    /** How it ended. */
    public val state: VisitState,
) {
    override fun toString(): String = "VisitLine"
}

/** A person with pregnancies and visits. */
public data class PersonPage(
    /** The person. */
    public val person: Person,
    /** Age and life stage on the day of the page, or of death; none when sex or birth date is not known. */
    public val described: Described?,
    /** How the person stood after the last visit; none before the first. */
    public val standing: Standing?,
    /**
     * Whether recording a pregnancy is offered: to a living woman of an age that the pack names, with no pregnancy in progress. It is advice for
     * the screen: `beginPregnancy` refuses nobody for her age.
     */
    public val offersPregnancy: Boolean,
    /**
     * Whether the growth chart is offered: to whom [Siklus.growthChart] has a picture, or would have if sex and day of birth were known. To nobody
     * of 19 years and over.
     */
    public val offersGrowthChart: Boolean,
    /** The pregnancies, the first recorded one first. */
    public val pregnancies: List<PregnancyLine>,
    /** The completed visits, the latest first. */
    public val visits: List<PersonVisit>,
) {
    override fun toString(): String = "PersonPage"
}

/** A pregnancy on the page of a person. */
public data class PregnancyLine(
    /** The pregnancy. */
    public val pregnancy: PregnancyRecord,
    /** How far it is, or was at its end, in weeks and days; none when that cannot be known. */
    public val gestation: String?,
) {
    override fun toString(): String = "PregnancyLine"
}

/** A completed visit on the page of a person. */
public data class PersonVisit(
    /** The id of the visit. */
    public val visit: String,
    /** Its day. */
    public val on: LocalDate,
    /** Where it took place. */
    public val place: Setting,
    /** What became of the person at it. */
    public val state: PartState,
    /** How the person stood after it; none when not assessed. */
    public val standing: Standing?,
    /** The version of the pack by which the person was judged. */
    public val packVersion: String?,
    /** Whether answers were corrected afterwards. */
    public val corrected: Boolean,
    /** Whether the result was told to the health worker. */
    public val reported: Boolean,
) {
    override fun toString(): String = "PersonVisit"
}
