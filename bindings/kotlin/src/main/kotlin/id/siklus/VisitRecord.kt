package id.siklus

import java.time.LocalDate

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
    /** Whether the family sheet was filled in at it. */
    public val familySheet: Boolean,
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
