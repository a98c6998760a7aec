package id.siklus.app.kit

import android.view.LayoutInflater
import android.view.View
import android.widget.LinearLayout

/** Shows a list in a column and keeps the view of each item, so that what was just tapped keeps its focus and its place. */
class Rows<T : Any>(
    private val column: LinearLayout,
    private val key: (T) -> Any,
    private val layout: (T) -> Int,
    private val bind: (View, T) -> Unit,
) {
    private val views = LinkedHashMap<Any, View>()

    /** Shows these, in this order. */
    fun show(items: List<T>) {
        val keys = items.map(key)
        (views.keys - keys.toSet()).forEach { column.removeView(views.remove(it)) }
        items.forEachIndexed { place, item ->
            val view = views.getOrPut(keys[place]) { LayoutInflater.from(column.context).inflate(layout(item), column, false) }
            if (column.getChildAt(place) !== view) {
                column.removeView(view)
                column.addView(view, place)
            }
            view.tag = keys[place]
            bind(view, item)
        }
    }

    /** The view of an item. */
    fun view(key: Any): View? = views[key]
}
