package id.siklus

/** Who sends a note to a health worker, as far as that is known. */
public data class NoteSender(
    /** The name of the cadre. */
    public val cadre: String? = null,
    /** The name of the Posyandu. */
    public val posyandu: String? = null,
) {
    override fun toString(): String = "NoteSender"
}
