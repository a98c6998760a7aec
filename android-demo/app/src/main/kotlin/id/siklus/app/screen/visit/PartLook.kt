package id.siklus.app.screen.visit

import android.content.res.ColorStateList
import android.widget.ImageView
import id.siklus.PartOverview
import id.siklus.PartState
import id.siklus.Standing
import id.siklus.app.R
import id.siklus.app.kit.ActionLook

/** How a member stands at a visit that has not ended: where the form is, and what came of it once it is done. A danger sign does not wait for that. */
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

    companion object {
        /** How a member stands. */
        fun of(part: PartOverview): PartLook {
            val standing = part.standing?.takeIf { !part.open || it == Standing.EMERGENCY }
            return when (val state = part.state) {
                null -> PartLook(R.drawable.ic_circle, R.string.part_not_begun)
                PartState.ABSENT, PartState.REFUSED, PartState.NOT_VISITED -> PartLook(R.drawable.ic_close, state.label)
                PartState.ASSESSED -> standing?.let(ActionLook::of)?.let { PartLook(it.icon, it.word, it) } ?: PartLook(R.drawable.ic_half, R.string.part_begun)
            }
        }
    }
}
