package id.siklus.app

import android.graphics.Bitmap
import android.graphics.Color
import android.graphics.Rect
import kotlin.math.pow

/** The pixels of a screen. */
class Pixels(private val bitmap: Bitmap) {
    /** The contrast between what is most and what differs most from it, in a part of the screen (WCAG 2.2, 1.4.3). */
    fun contrast(place: Rect): Double {
        val colours = colours(place)
        val behind = luminance(colours.maxBy { it.value }.key)
        // A colour of a few pixels is an edge; a stroke of a letter has many.
        val strokes = colours.filter { it.value >= FEWEST }.keys
        return strokes.maxOf { ratio(luminance(it), behind) }
    }

    private fun colours(place: Rect): Map<Int, Int> {
        val pixels = IntArray(place.width() * place.height())
        bitmap.getPixels(pixels, 0, place.width(), place.left, place.top, place.width(), place.height())
        return pixels.groupBy { it }.mapValues { it.value.size }
    }

    companion object {
        private const val FEWEST = 6
        private const val OFFSET = 0.05
        private const val RED = 0.2126
        private const val GREEN = 0.7152
        private const val BLUE = 0.0722

        /** The contrast of two colours. */
        fun ratio(one: Int, other: Int): Double = ratio(luminance(one), luminance(other))

        private fun ratio(one: Double, other: Double) = (maxOf(one, other) + OFFSET) / (minOf(one, other) + OFFSET)

        private fun luminance(colour: Int) =
            RED * linear(Color.red(colour)) + GREEN * linear(Color.green(colour)) + BLUE * linear(Color.blue(colour))

        private fun linear(channel: Int): Double {
            val share = channel / 255.0
            return if (share <= 0.04045) share / 12.92 else ((share + 0.055) / 1.055).pow(2.4)
        }
    }
}
