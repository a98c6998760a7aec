package id.siklus

import java.time.LocalDate

/** What is known about one person on one day. Nothing of it shows in `toString`. */
public data class PersonCase(
    /** The day of the visit, a local calendar date. */
    public val on: LocalDate,
    /** The sex. */
    public val sex: Sex,
    /** The birth date. */
    public val born: BirthDate,
    /** The answers of this visit by the id of the fact. A fact that was not asked is left out. */
    public val facts: Map<String, Answer> = emptyMap(),
    /** The pregnancy in progress. */
    public val pregnancy: Pregnancy? = null,
    /** The day of the latest delivery. */
    public val deliveredOn: LocalDate? = null,
    /** What is known of the person's own birth. */
    public val birth: BirthData = BirthData(),
    /** Earlier visits, in any order. */
    public val history: List<EarlierVisit> = emptyList(),
    /** Immunisations and other dated services received, in any order. */
    public val doses: List<Dose> = emptyList(),
) {
    override fun toString(): String = "PersonCase"
}

/** A birth date and how exactly it is known. Ages count from the middle of a month or year. */
public data class BirthDate(
    /** The date; only the part that [precision] names counts. */
    public val date: LocalDate,
    /** How exactly it is known. */
    public val precision: Precision = Precision.DAY,
) {
    override fun toString(): String = "BirthDate"
}

/** How the beginning of a pregnancy is known. */
public sealed class Pregnancy {
    /** By the first day of the last menstrual period (HPHT). */
    public data class Lmp(
        /** That day. */
        public val on: LocalDate,
    ) : Pregnancy() {
        override fun toString(): String = "Pregnancy"
    }

    /** By the estimated date of delivery (HPL). */
    public data class Edd(
        /** That day. */
        public val on: LocalDate,
    ) : Pregnancy() {
        override fun toString(): String = "Pregnancy"
    }
}

/** What is known of a person's own birth. */
public data class BirthData(
    /** Birth weight in grams, 300 to 7,000. */
    public val weightG: Int? = null,
    /** Completed weeks of gestation at birth, 20 to 45. */
    public val gestationWeeks: Int? = null,
) {
    override fun toString(): String = "BirthData"
}

/** A visit before this one, with what was recorded. */
public data class EarlierVisit(
    /** Its day. */
    public val on: LocalDate,
    /** Its answers by the id of the fact. */
    public val facts: Map<String, Answer>,
) {
    override fun toString(): String = "EarlierVisit"
}

/** A dated service that was received. */
public data class Dose(
    /** The code of the service in the pack, as `anc.k1`. */
    public val service: String,
    /** When; none when the date is not known. */
    public val on: LocalDate? = null,
) {
    override fun toString(): String = "Dose"
}
