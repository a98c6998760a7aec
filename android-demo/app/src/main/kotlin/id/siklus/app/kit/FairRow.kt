package id.siklus.app.kit

import android.content.Context
import android.util.AttributeSet
import android.view.View
import android.widget.LinearLayout
import android.widget.TextView
import id.siklus.app.R

/** Buttons side by side, equally wide; one below the other where a word would be broken, as with large print. */
class FairRow(context: Context, attributes: AttributeSet?) : LinearLayout(context, attributes) {
    /** Whether they stand one below the other in any case. */
    var stacked = false

    /** How these children stand now. */
    private var arranged: Pair<Boolean, List<View>>? = null
    private val gap = resources.getDimensionPixelSize(R.dimen.gap)

    override fun onMeasure(widthMeasureSpec: Int, heightMeasureSpec: Int) {
        val shown = (0 until childCount).map(::getChildAt).filter(View::shown)
        val share = if (shown.isEmpty()) 0 else (MeasureSpec.getSize(widthMeasureSpec) - gap * (shown.size - 1)) / shown.size
        val below = stacked || shown.any { it is TextView && it.longestWord() > share }
        arrange(below, shown)
        super.onMeasure(widthMeasureSpec, heightMeasureSpec)
    }

    /** New parameters ask for another layout, so they are given only when the arrangement changes. */
    private fun arrange(below: Boolean, shown: List<View>) {
        if (arranged == below to shown) return
        arranged = below to shown
        orientation = if (below) VERTICAL else HORIZONTAL
        shown.forEachIndexed { place, child -> child.layoutParams = parameters(below, first = place == 0) }
    }

    private fun parameters(below: Boolean, first: Boolean): LayoutParams {
        val given = if (below) LayoutParams(LayoutParams.MATCH_PARENT, LayoutParams.WRAP_CONTENT) else LayoutParams(0, LayoutParams.MATCH_PARENT, 1f)
        if (!first) if (below) given.topMargin = gap else given.marginStart = gap
        return given
    }

    private fun TextView.longestWord(): Float {
        val longest = text.split(' ', '\n').maxOfOrNull { paint.measureText(it) } ?: 0f
        // Asking for the padding resolves it; the compound padding of a view that was never measured would leave it out.
        return longest + maxOf(paddingLeft, compoundPaddingLeft) + maxOf(paddingRight, compoundPaddingRight)
    }
}
