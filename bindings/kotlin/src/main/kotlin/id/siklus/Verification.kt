package id.siklus

/** What a look through the whole file found. */
public data class Verification(
    /** Whether nothing is wrong. */
    public val whole: Boolean,
    /** Faults of pages that cannot be authenticated. */
    public val damagedPages: Long,
    /** Faults of tables, indexes and references between rows. */
    public val damagedTables: Long,
    /** Rows whose hash does not follow from the row and the hash before it. */
    public val brokenLinks: Long,
    /** How many rows were looked at. */
    public val rows: Long,
)
