package id.siklus

import java.time.LocalDate

/** What a pack says of a person on a day, in one language. Nothing of it shows in `toString`. */
public data class Assessment(
    /** The life stages of the person: one of age, and pregnancy or the time after a delivery beside it. */
    public val stages: Set<LifeStage>,
    /** The most urgent action among the findings. Show it only when the result is not [undecidable]. */
    public val action: Action,
    /** Whether the answers are too few to call the person safe: nothing urgent was found, but something urgent is open. */
    public val undecidable: Boolean,
    /** The result in one word or two. */
    public val headline: String,
    /** What the result means, a sentence or two. */
    public val sentences: List<String>,
    /** What was found, the most urgent first. */
    public val findings: List<Finding>,
    /** What could not be judged, the most urgent first. It is not clear. */
    public val undetermined: List<Undetermined>,
    /** The first day on which the result can differ when only the date moves; none when nothing depends on it. */
    public val nextChangeOn: LocalDate?,
) {
    override fun toString(): String = "Assessment"
}

/** A rule that fires. */
public data class Finding(
    /** The id of the rule. */
    public val rule: String,
    /** What was found. */
    public val title: String,
    /** What to do about it. */
    public val advice: String,
    /** How urgent it is. */
    public val action: Action,
    /** The word for that, as "RUJUK". */
    public val actionText: String,
    /** By when, for a referral with a deadline. */
    public val within: Within?,
    /** The deadline in words. */
    public val withinText: String?,
    /** Why: a sentence for each value that decided it. */
    public val reasons: List<String>,
    /** The documents on which it rests, and how surely, in words. */
    public val source: String,
    /** How sure the source is. */
    public val confidence: Confidence,
    /** The same in words. */
    public val confidenceText: String,
    /** Whether it may tell something that was said alone: not for the eyes of the others. */
    public val private: Boolean,
) {
    override fun toString(): String = "Finding"
}

/** A rule that cannot be decided yet. */
public data class Undetermined(
    /** The id of the rule. */
    public val rule: String,
    /** What it would find. */
    public val title: String,
    /** How urgent that would be. */
    public val action: Action,
    /** The word for that. */
    public val actionText: String,
    /** The shortest way out: some answers to these questions decide the rule. */
    public val questions: List<Question>,
) {
    override fun toString(): String = "Undetermined"
}

/** A question that has not been answered. */
public data class Question(
    /** The id of the fact. */
    public val fact: String,
    /** What the cadre calls it. */
    public val label: String,
    /** The id of the section in which the form asks it; none when it belongs to no form, as the weight at birth. */
    public val section: String?,
    /** Whether it is asked alone with the person. */
    public val private: Boolean,
) {
    override fun toString(): String = "Question"
}
