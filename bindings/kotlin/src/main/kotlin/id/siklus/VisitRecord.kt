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
) {
    override fun toString(): String = "VisitOverview"
}

/** A member at a visit that has not ended. */
public data class PartOverview(
    /** The id of the member. */
    public val person: String,
    /** The name. */
    public val name: String?,
    /** What became of the member; none while nobody dealt with it. */
    public val state: PartState?,
    /** Why the member was not visited. */
    public val reason: String?,
) {
    override fun toString(): String = "PartOverview"
}

/** A visit that ended. */
public data class VisitRecord(
    /** The id of the visit. */
    public val visit: String,
    /** The id of the household. */
    public val household: String,
    /** Where it took place. */
    public val place: Setting,
    /** Its day. */
    public val on: LocalDate,
    /** How it ended. */
    public val state: VisitState,
    /** Why it was cancelled. */
    public val reason: String?,
    /** What became of each member. */
    public val parts: List<PartRecord>,
) {
    override fun toString(): String = "VisitRecord"
}

/** What became of a member at a visit that ended. */
public data class PartRecord(
    /** The id of the member. */
    public val person: String,
    /** What became of the member. */
    public val state: PartState,
    /** Why the member was not visited. */
    public val reason: String?,
    /** The cadre was asked, and left urgent questions open. */
    public val leftOpen: Boolean,
) {
    override fun toString(): String = "PartRecord"
}
