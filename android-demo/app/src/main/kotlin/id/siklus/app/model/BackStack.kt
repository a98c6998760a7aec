package id.siklus.app.model

import java.io.Serializable

/** The screens that lie over each other, the first one at the bottom. It is never empty. */
class BackStack(entries: List<Entry> = listOf(Entry(Place.Today))) {
    /** A place with what was typed there and is not saved yet. */
    class Entry(val place: Place, val typed: HashMap<String, String> = HashMap()) : Serializable

    private val entries = ArrayList(entries)

    /** What lies on top. */
    val top: Entry get() = entries.last()

    /** What lies below everything. */
    val bottom: Entry get() = entries.first()

    /** Whether something lies below it. */
    val canGoBack: Boolean get() = entries.size > 1

    /** Lays a place on top. */
    fun push(place: Place) {
        entries.add(Entry(place))
    }

    /** Takes the top away, if something lies below it. */
    fun pop() {
        if (canGoBack) entries.removeLast()
    }

    /** Puts a place where the top was. */
    fun replace(place: Place) {
        entries[entries.lastIndex] = Entry(place)
    }

    /** Takes away what lies over the last place that is meant, and puts [place] on it. When none is, everything but the bottom goes. */
    fun backTo(place: Place, meant: (Place) -> Boolean) {
        val at = entries.indexOfLast { meant(it.place) }.coerceAtLeast(0)
        while (entries.size > at + 1) entries.removeLast()
        if (entries.last().place != place) entries.add(Entry(place))
    }

    /** Forgets something that was typed or tapped, wherever it was. */
    fun forget(key: String) = entries.forEach { it.typed.remove(key) }

    /** Everything, to be kept. */
    fun toList(): ArrayList<Entry> = ArrayList(entries)
}
