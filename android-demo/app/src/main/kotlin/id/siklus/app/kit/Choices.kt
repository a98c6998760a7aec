package id.siklus.app.kit

import android.view.LayoutInflater
import android.widget.Button
import android.widget.LinearLayout
import id.siklus.app.R

/** One of several buttons. */
class Choice(
    val label: String,
    val selected: Boolean,
    val tap: () -> Unit,
    /** What a long press does; nothing when absent. */
    val held: (() -> Unit)? = null,
)

/** Shows these buttons, and keeps those that are there. */
fun FairRow.show(choices: List<Choice>) {
    while (childCount > choices.size) removeViewAt(choices.size)
    while (childCount < choices.size) LayoutInflater.from(context).inflate(R.layout.answer, this)
    choices.forEachIndexed { place, choice -> (getChildAt(place) as Button).show(choice) }
}

/** Shows these buttons two by two. */
fun LinearLayout.showPairs(choices: List<Choice>) {
    val pairs = choices.chunked(2)
    while (childCount < pairs.size) LayoutInflater.from(context).inflate(R.layout.pair, this)
    pairs.forEachIndexed { place, pair -> (getChildAt(place) as FairRow).show(pair) }
}

private fun Button.show(choice: Choice) {
    text = choice.label
    isSelected = choice.selected
    setOnClickListener { choice.tap() }
    setOnLongClickListener { choice.held?.let { held -> held() } != null }
}
