package id.siklus

/** What the pack of new visits says of itself, and the library. */
public data class About(
    /** The id, as `ilp`. */
    public val id: String,
    /** What it is called. */
    public val title: String,
    /** The version, as `2026.11.0`. */
    public val version: String,
    /** The first twelve hexadecimal digits of its identity. */
    public val shortHash: String,
    /** How many rules it has. */
    public val rules: Int,
    /** The languages in which it has texts: Indonesian, English, then the others. */
    public val languages: List<String>,
    /** The documents on which its rules rest, the most used first. */
    public val sources: List<AboutSource>,
    /** How sure its rules are, the surest first. */
    public val confidence: List<AboutConfidence>,
    /** The version of this library. */
    public val library: String,
)

/** A document on which rules rest. */
public data class AboutSource(
    /** What it is called; it has the year where it is known. */
    public val title: String,
    /** How many rules name it. */
    public val rules: Int,
)

/** How many rules are sure to a degree. */
public data class AboutConfidence(
    /** The degree. */
    public val confidence: Confidence,
    /** The same in words. */
    public val text: String,
    /** How many rules. */
    public val rules: Int,
)
