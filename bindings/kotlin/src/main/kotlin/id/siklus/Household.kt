package id.siklus

import java.time.LocalDate

/** What a household said to the notice on its data. (UU 27/2022) */
public data class Consent(
    /** What it said. */
    public val state: ConsentState,
    /** The version of the notice that was read out. */
    public val notice: String,
    /** How it was said. */
    public val way: ConsentWay = ConsentWay.SPOKEN,
    /** Who said it; not kept with a refusal. */
    public val givenBy: String? = null,
) {
    override fun toString(): String = "Consent"
}

/** A household as it stands now. */
public data class Household(
    /** Its id. */
    public val id: String,
    /** How it is called. */
    public val name: String?,
    /** Where it lives. */
    public val address: String?,
    /** Rukun tetangga. */
    public val rt: String?,
    /** Rukun warga. */
    public val rw: String?,
    /** The number of the family card. */
    public val kkNumber: String?,
    /** When it moved away. */
    public val movedOn: LocalDate?,
    /** Whether it agreed that its data are kept; none when it was not asked. */
    public val consent: ConsentState?,
    /** Its members, the oldest first; also those who died or left. */
    public val members: List<Person>,
) {
    override fun toString(): String = "Household"
}

/** A household in the list. */
public data class HouseholdLine(
    /** Its id. */
    public val id: String,
    /** How it is called. */
    public val name: String?,
    /** Rukun tetangga. */
    public val rt: String?,
    /** Rukun warga. */
    public val rw: String?,
    /** How many members live in it. */
    public val members: Int,
    /** The day of the last visit. */
    public val lastVisitOn: LocalDate?,
    /** The most urgent of the last results of its members. */
    public val lastAction: Action?,
    /** Whether something urgent could not be judged then. */
    public val lastOpenUrgent: Boolean,
    /** How it stands after them; none before the first visit. */
    public val standing: Standing?,
    /** The id of a visit that was begun and has not ended. */
    public val visitInProgress: String?,
) {
    override fun toString(): String = "HouseholdLine"
}

/** Someone whose name was searched for. */
public data class NameHit(
    /** The id of the household. */
    public val household: String,
    /** The id of the person; none when the household itself has the name. */
    public val person: String?,
    /** The name. */
    public val name: String,
    /** How the household is called, so that people of one name are told apart. */
    public val householdName: String?,
    /** Its rukun tetangga. */
    public val rt: String?,
) {
    override fun toString(): String = "NameHit"
}
