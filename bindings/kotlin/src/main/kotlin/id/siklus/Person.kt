package id.siklus

import java.time.LocalDate

/** A person as known now. */
public data class Person(
    /** The id, which stays when a NIK arrives. */
    public val id: String,
    /** The id of the household that the person belongs to. */
    public val household: String?,
    /** The name. */
    public val name: String?,
    /** The sex. */
    public val sex: Sex?,
    /** The birth date, as far as it is known. */
    public val born: BirthDate?,
    /** What the person is to the head of the household. */
    public val relation: Relation?,
    /** The national number (NIK). */
    public val nik: String?,
    /** What is known of the person's own birth. */
    public val birth: BirthData,
    /** When the person left the household. */
    public val leftOn: LocalDate?,
    /** When the person died. */
    public val diedOn: LocalDate?,
    /** How the last visit came out at which the person was assessed. */
    public val last: LastResult?,
) {
    override fun toString(): String = "Person"
}

/** How a person's last visit came out. */
public data class LastResult(
    /** The id of the visit. */
    public val visit: String,
    /** Its day. */
    public val on: LocalDate,
    /** The most urgent action. */
    public val action: Action,
    /** Whether something urgent could not be judged. */
    public val openUrgent: Boolean,
    /** How the person stands after it. */
    public val standing: Standing,
) {
    override fun toString(): String = "LastResult"
}

/** Who somebody is on a day, in words. */
public data class Described(
    /** The age, as "17 tahun". */
    public val age: String,
    /** Whether the birth date is not known to the day. */
    public val isEstimated: Boolean,
    /** Pregnancy with its weeks, the time after a delivery, or the life stage of the age. */
    public val stage: String,
    /** The life stage of the age alone. */
    public val ageGroup: String,
) {
    override fun toString(): String = "Described"
}

/** A person who was registered or corrected. */
public data class Registered(
    /** The id of the person. */
    public val person: String,
    /** What the cadre should look at again; it was kept as entered. */
    public val warnings: List<RegisterWarning>,
) {
    override fun toString(): String = "Registered"
}

/** A pregnancy as it is kept. */
public data class PregnancyRecord(
    /** Its id. */
    public val id: String,
    /** The first day of the last period (HPHT). */
    public val lmp: LocalDate?,
    /** The due date (HPL). */
    public val edd: LocalDate?,
    /** The day of the birth. */
    public val deliveredOn: LocalDate?,
    /** The day on which it was lost. */
    public val lostOn: LocalDate?,
) {
    override fun toString(): String = "PregnancyRecord"
}
