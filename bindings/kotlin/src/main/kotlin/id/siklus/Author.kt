package id.siklus

import java.time.LocalDate
import java.time.OffsetDateTime

/** Who writes, of which day, and when. The library reads no clock. */
public data class Author(
    /** The id of the cadre, a UUID. */
    public val cadre: String,
    /** When it is recorded. */
    public val at: OffsetDateTime,
    /** The local calendar date on which it happened. */
    public val on: LocalDate = at.toLocalDate(),
) {
    override fun toString(): String = "Author"
}
