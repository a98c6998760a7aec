package id.siklus.app.kit

import android.view.LayoutInflater
import android.widget.Button
import android.widget.LinearLayout
import id.siklus.app.R
import id.siklus.app.shell.Shell

/** One of several buttons. */
class Choice(
    val label: String,
    val selected: Boolean,
    val tap: () -> Unit,
    /** What a long press does; nothing when absent. */
    val held: (() -> Unit)? = null,
    /** The picture before the words. */
    val icon: Int? = null,
)

/** Buttons for these, of which one may be chosen. */
fun <T : Any> Shell.choices(all: List<T>, chosen: T?, label: (T) -> Int, choose: (T) -> Unit): List<Choice> =
    all.map { Choice(text(label(it)), it == chosen, { choose(it) }) }

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
    setCompoundDrawablesRelativeWithIntrinsicBounds(choice.icon ?: 0, 0, 0, 0)
    compoundDrawableTintList = textColors
    setOnClickListener { choice.tap() }
    setOnLongClickListener { choice.held?.let { held -> held() } != null }
}
