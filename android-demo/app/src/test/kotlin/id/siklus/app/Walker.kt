package id.siklus.app

import android.graphics.Rect
import android.view.View
import android.view.ViewGroup
import android.widget.EditText
import android.widget.HorizontalScrollView
import android.widget.ImageView
import android.widget.ScrollView
import android.widget.TextView

/** Walks over a screen as a cadre with poor sight, thick fingers or a screen reader would, and says what stands in her way. */
class Walker(private val root: View) {
    private val density = root.resources.displayMetrics.density
    private val all = walk(root).filter(View::isShown).toList()
    private val labelled = all.map(View::getLabelFor).filter { it != View.NO_ID }.toSet()

    /** How many views are shown. */
    val views: Int get() = all.size

    /** What stands in her way; [pixels] are those of the screen as it is now. */
    fun faults(pixels: Pixels): List<String> =
        all.flatMap { view -> targets(view) + cut(view) + leaves(view) + contrast(view, pixels) } + order()

    /** What can be tapped has a name and room for a finger. */
    private fun targets(view: View): List<String> {
        if (!view.isClickable && view !is EditText) return emptyList()
        val (width, height) = touched(view)
        return listOfNotNull(
            "has no name".takeIf { spoken(view).isBlank() && view.id !in labelled },
            "is %.0f x %.0f dp".format(width / density, height / density).takeIf { minOf(width, height) < TOUCH_DP * density - 1 },
        ).map { named(view, it) }
    }

    /** The room for a finger: that of the view, or of the part of its parent that hands touches on to it. */
    private fun touched(view: View): Pair<Int, Int> {
        val delegate = (view.parent as? View)?.touchDelegate?.touchDelegateInfo
        val region = delegate?.let { info -> (0 until info.regionCount).map(info::getRegionAt).firstOrNull { info.getTargetForRegion(it) != null } }
        val bounds = region?.bounds ?: Rect(0, 0, view.width, view.height)
        return maxOf(bounds.width(), view.width) to maxOf(bounds.height(), view.height)
    }

    /** What it says to a screen reader, with the words in it. */
    private fun spoken(view: View): String =
        listOfNotNull(view.contentDescription, (view as? TextView)?.text, (view as? TextView)?.hint).firstOrNull(CharSequence::isNotBlank)?.toString()
            ?: (view as? ViewGroup)?.let { group -> children(group).filter { it.isShown && !it.isClickable }.joinToString(" ", transform = ::spoken).trim() }
            ?: ""

    /** Text that does not fit. */
    private fun cut(view: View): List<String> {
        if (view !is TextView || view is EditText || view.text.isEmpty()) return emptyList()
        val (width, height) = view.width - view.compoundPaddingLeft - view.compoundPaddingRight to view.height - view.extendedPaddingTop - view.extendedPaddingBottom
        val layout = view.layout ?: return listOf(named(view, "has no room"))
        val lines = 0 until layout.lineCount
        return listOfNotNull(
            "ends in dots".takeIf { lines.any { layout.getEllipsisCount(it) > 0 } },
            "is wider than its view".takeIf { lines.any { layout.getLineMax(it) > width + 1 } },
            "is higher than its view".takeIf { layout.height > height + 1 },
            lines.map(layout::getLineEnd).firstOrNull { end -> breaksWord(layout.text, end) }?.let { "breaks a word after '${layout.text.take(it).takeLast(NEAR)}'" },
        ).map { named(view, it) }
    }

    private fun breaksWord(text: CharSequence, end: Int) = end in 1 until text.length && text[end - 1].isLetter() && text[end].isLetter()

    private fun leaves(view: View): List<String> {
        val parent = view.parent as? View ?: return emptyList()
        if (parent is ScrollView || parent is HorizontalScrollView || view.width == 0) return emptyList()
        val inside = view.left >= 0 && view.top >= 0 && view.right <= parent.width && view.bottom <= parent.height
        return if (inside) emptyList() else listOf(named(view, "leaves its parent"))
    }

    /** Words and icons that can hardly be told from what is behind them. */
    private fun contrast(view: View, pixels: Pixels): List<String> {
        val isText = view is TextView && view.text.isNotEmpty()
        val isIcon = view is ImageView && view.drawable != null
        val place = Rect().takeIf { (isText || isIcon) && view.getGlobalVisibleRect(it) && it.height() == view.height } ?: return emptyList()
        val needed = if (isIcon || (view as TextView).textSize / density >= LARGE_DP) LARGE_RATIO else SMALL_RATIO
        val ratio = pixels.contrast(place)
        return if (ratio >= needed) emptyList() else listOf(named(view, "has a contrast of %.1f".format(ratio)))
    }

    /** A screen reader goes from top to bottom, and from start to end within a line. What is scrolled away comes when it is scrolled to. */
    private fun order(): List<String> {
        val read = all.filter { it.isImportantForAccessibility && (it is TextView || it.isClickable || it.isScreenReaderFocusable) && it.height > 0 && !isReadWithin(it) }
        val seen = read.mapNotNull { view -> Rect().takeIf(view::getGlobalVisibleRect)?.let { view to it } }
        return seen.zipWithNext().filter { (before, after) -> goesBack(before.second, after.second) }.map { (_, after) -> named(after.first, "is read too late") }
    }

    /** Whether its words are read together with others, in one breath. */
    private fun isReadWithin(view: View) = generateSequence(view.parent as? View) { it.parent as? View }.any(View::isScreenReaderFocusable)

    private fun goesBack(before: Rect, after: Rect): Boolean {
        val sameLine = after.top < before.bottom && before.top < after.bottom
        return if (sameLine) after.right <= before.left else after.bottom <= before.top
    }

    private fun named(view: View, fault: String): String {
        val id = runCatching { view.resources.getResourceEntryName(view.id) }.getOrDefault("")
        return "${view.javaClass.simpleName} $id '${(view as? TextView)?.text ?: spoken(view)}' $fault"
    }

    private fun walk(view: View): Sequence<View> =
        sequence {
            yield(view)
            if (view is ViewGroup) for (child in children(view)) yieldAll(walk(child))
        }

    private fun children(group: ViewGroup) = (0 until group.childCount).map(group::getChildAt)

    private companion object {
        const val TOUCH_DP = 48

        /** Letters that tell which word is meant. */
        const val NEAR = 12

        /** From this size on text counts as large (WCAG 2.2, 1.4.3). */
        const val LARGE_DP = 24
        const val LARGE_RATIO = 3.0
        const val SMALL_RATIO = 4.5
    }
}
