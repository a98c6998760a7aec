package id.siklus

/**
 * How a child grows, in words: compared with the WHO Child Growth Standards (2006), from 60 months on with the WHO Growth Reference (2007); classes of
 * Permenkes 2/2020; the weighings as on the card of the child (KMS, Buku KIA).
 */
public data class Growth(
    /** The heading. */
    public val title: String,
    /** The indices that have a z-score. */
    public val indices: List<GrowthIndex>,
    /** What is told of the weighings, the status of the month first; empty where there is nothing to tell. */
    public val monthly: List<GrowthRemark>,
    /** What to measure once more, each thing once. Nothing is refused because of it. */
    public val measureAgain: List<MeasureAgain>,
) {
    override fun toString(): String = "Growth"
}

/** An index in words. */
public data class GrowthIndex(
    /** Which. */
    public val kind: GrowthIndexKind,
    /** Its name, as "Berat badan menurut umur". */
    public val name: String,
    /** The z-score with two decimals and its unit, as "-2,13 SD". */
    public val zText: String,
    /** The class, or that the value cannot be; none where the ministry has no classes. */
    public val classText: String?,
    /** Whether it is beyond what can be: measure again. */
    public val flagged: Boolean,
    /** All of it in one line. */
    public val text: String,
) {
    override fun toString(): String = "GrowthIndex"
}

/** A measure compared with that of healthy children of the same age or length. */
public enum class GrowthIndexKind {
    /** Weight for age (BB/U), to 120 months. */
    WEIGHT_FOR_AGE,

    /** Length or height for age (PB/U, TB/U). */
    LENGTH_FOR_AGE,

    /** Weight for length or height (BB/PB, BB/TB), under 60 months. */
    WEIGHT_FOR_LENGTH,

    /** Body mass index for age (IMT/U). */
    BMI_FOR_AGE,

    /** Head circumference for age (LK/U), under 60 months. */
    HEAD_FOR_AGE,

    /** Mid-upper arm circumference for age (LiLA/U), from day 91 on and under 60 months. */
    ARM_FOR_AGE,
}

/** Something that is told of the weighings. */
public data class GrowthRemark(
    /** What it is. */
    public val kind: GrowthRemarkKind,
    /** The same in words. */
    public val text: String,
) {
    override fun toString(): String = "GrowthRemark"
}

/** What is told of the weighings of a child. */
public enum class GrowthRemarkKind {
    /** The weight rises (N). */
    RISING,

    /** The weight does not rise (T). */
    NOT_RISING,

    /** It did not rise in two months in a row (2T). */
    NOT_RISING_TWICE,

    /** It did not rise in three months in a row, or more (3T). */
    NOT_RISING_THRICE,

    /** Not weighed in the month before, so that nothing can be compared (O). */
    ABSENT_LAST_MONTH,

    /** Weighed for the first time (B). */
    FIRST_WEIGHING,

    /** The two weighings are not a month apart. */
    ODDLY_SPACED,

    /** Below the red line (BGM): weight for age below -3 SD. */
    BELOW_RED_LINE,
}

/** What to measure once more. */
public data class MeasureAgain(
    /** The id of the fact at which it is shown. */
    public val fact: String,
    /** Why, and a polite question. */
    public val text: String,
) {
    override fun toString(): String = "MeasureAgain"
}
