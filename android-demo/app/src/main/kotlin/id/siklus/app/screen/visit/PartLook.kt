package id.siklus.app.screen.visit

import android.content.res.ColorStateList
import android.view.View
import android.widget.ImageView
import id.siklus.PartOverview
import id.siklus.PartState
import id.siklus.Standing
import id.siklus.app.R
import id.siklus.app.kit.ActionLook
import id.siklus.app.kit.text

/** How a member stands at a visit that has not ended: how far the form is, or what came of it. */
class PartLook private constructor(
    private val icon: Int,
    /** The same in words. */
    val word: Int,
    private val look: ActionLook? = null,
) {
    /** Puts the icon there. */
    fun put(into: ImageView) {
        if (look != null) return look.put(into)
        into.setImageResource(icon)
        into.imageTintList = ColorStateList.valueOf(into.context.getColor(R.color.link))
    }

    /** Puts icon and word on a view that includes `action_line`. */
    fun putLine(into: View) {
        put(into.findViewById(R.id.action_icon))
        into.text(R.id.action_word).let {
            it.setText(word)
            it.setTextColor(look?.colour(it.context) ?: it.context.getColor(R.color.text))
        }
    }

    companion object {
        /** How a member stands. What came of the form waits until it is done, unless it is as urgent as [atOnce]. */
        fun of(part: PartOverview, atOnce: Standing): PartLook {
            val standing = part.standing?.takeIf { !part.open || it >= atOnce }
            return when (val state = part.state) {
                null -> PartLook(R.drawable.ic_circle, R.string.part_not_begun)
                PartState.ABSENT, PartState.REFUSED, PartState.NOT_VISITED -> PartLook(R.drawable.ic_close, state.label)
                PartState.ASSESSED -> standing?.let(ActionLook::of)?.let { PartLook(it.icon, it.word, it) } ?: PartLook(R.drawable.ic_half, R.string.part_begun)
            }
        }
    }
}
