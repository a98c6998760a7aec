package id.siklus.app.kit

/** Something that the app says: a string resource, and what is put into it. */
class Said(
    val id: Int,
    vararg val with: Any,
)
