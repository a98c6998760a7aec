package id.siklus

/** The notice on personal data that a cadre reads out before a household is registered. */
public data class ConsentNotice(
    /** What [Consent.notice] keeps of it. */
    public val version: String,
    /** The heading. */
    public val title: String,
    /** What is read out, in about a minute. */
    public val paragraphs: List<String>,
    /** The question after it. */
    public val question: String,
)
