package id.siklus

import java.time.LocalDate

/** A visit that has not ended. */
public data class VisitOverview(
    /** The id of the visit. */
    public val visit: String,
    /** The id of the household. */
    public val household: String,
    /** How the household is called. */
    public val householdName: String?,
    /** Where it takes place. */
    public val place: Setting,
    /** Its day. */
    public val on: LocalDate,
    /** Whether the family sheet is filled in at it. */
    public val familySheet: Boolean,
    /** The members, the oldest first. */
    public val parts: List<PartOverview>,
    /** The most urgent of its members so far; none before the first answer. */
    public val standing: Standing?,
    /** Every emergency found so far, for the bar that stands on each screen of the visit. */
    public val alarms: List<Alarm>,
) {
    override fun toString(): String = "VisitOverview"
}

/** A member at a visit that has not ended. */
public data class PartOverview(
    /** The id of the member. */
    public val person: String,
    /** The name. */
    public val name: String?,
    /** Age and life stage on the day of the visit; none when sex or birth date is not known. */
    public val described: Described?,
    /** What became of the member; none while nobody dealt with it. */
    public val state: PartState?,
    /** Why the member was not visited. */
    public val reason: String?,
    /** How far the form is; none when sex or birth date is not known. */
    public val progress: Progress?,
    /** Whether something is left to do: nobody dealt with the member, or questions are open. */
    public val open: Boolean,
    /** How the member stands so far; none who is not asked yet, or not at all. */
    public val standing: Standing?,
) {
    override fun toString(): String = "PartOverview"
}

/** An emergency found at a visit that has not ended. */
public data class Alarm(
    /** The id of the member. */
    public val person: String,
    /** The name. */
    public val name: String?,
    /** What was found. */
    public val title: String,
    /** What the cadre says or does. */
    public val advice: String,
    /** Whether it would brand the person, or may tell something that was said alone: where others look on, show the word of the emergency alone. */
    public val private: Boolean,
) {
    override fun toString(): String = "Alarm"
}
