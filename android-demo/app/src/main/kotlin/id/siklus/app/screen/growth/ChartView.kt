package id.siklus.app.screen.growth

import android.annotation.SuppressLint
import android.content.Context
import android.graphics.Canvas
import android.util.AttributeSet
import android.view.MotionEvent
import android.view.ScaleGestureDetector
import android.view.View
import id.siklus.ChartPicture
import id.siklus.ChartZoom
import id.siklus.app.R

/** A chart of growth. Two fingers that part take a closer look at what lies between them, two that meet show all of it. */
class ChartView(context: Context, attributes: AttributeSet?) : View(context, attributes) {
    /** Another part is wanted, by its place among those of the picture. */
    var onZoom: (Int) -> Unit = {}

    private val ink = ChartInk(context)
    private var picture: ChartPicture? = null
    private var zoom: ChartZoom? = null
    private val pinch = ScaleGestureDetector(context, Pinch())

    /** Shows a part of this picture. */
    fun show(picture: ChartPicture, zoom: ChartZoom) {
        this.picture = picture
        this.zoom = zoom
        invalidate()
    }

    override fun onMeasure(widthMeasureSpec: Int, heightMeasureSpec: Int) {
        val (width, line) = MeasureSpec.getSize(widthMeasureSpec) to ink.words.fontSpacing
        val least = maxOf(resources.getDimension(R.dimen.chart_least), NAMES * line)
        val room = resources.displayMetrics.heightPixels - resources.getDimension(R.dimen.around_chart)
        setMeasuredDimension(width, (room.coerceIn(least, maxOf(least, width.toFloat())) + WORDS * line).toInt())
    }

    override fun onDraw(canvas: Canvas) {
        val (picture, frame) = (picture ?: return) to (frame() ?: return)
        ChartDrawing(canvas, frame, ink).draw(picture)
    }

    @SuppressLint("ClickableViewAccessibility")
    override fun onTouchEvent(event: MotionEvent): Boolean {
        // A second finger means the chart; one alone scrolls the screen.
        if (event.actionMasked == MotionEvent.ACTION_POINTER_DOWN) parent.requestDisallowInterceptTouchEvent(true)
        return pinch.onTouchEvent(event)
    }

    private fun frame(): ChartFrame? {
        val (picture, zoom) = (picture ?: return null) to (zoom ?: return null)
        val (lines, line) = zoom.horizontal.ticks.maxOfOrNull { if (it.under == null) 1 else 2 }.let { it ?: 0 } to ink.words.fontSpacing
        val before = zoom.vertical.ticks.maxOfOrNull { ink.words.measureText(it.label) } ?: 0f
        val behind = picture.lines.maxOfOrNull { ink.words.measureText(it.label) } ?: 0f
        return ChartFrame(zoom, before + 2 * ink.gap, line / 2, width - behind - 2 * ink.gap, height - lines * line - ink.gap)
    }

    private inner class Pinch : ScaleGestureDetector.SimpleOnScaleGestureListener() {
        private var parted = 1f
        private var between = 0f

        override fun onScaleBegin(detector: ScaleGestureDetector): Boolean {
            parted = 1f
            // In the end one finger alone may be left.
            between = detector.focusX
            return true
        }

        override fun onScale(detector: ScaleGestureDetector): Boolean {
            parted *= detector.scaleFactor
            return true
        }

        override fun onScaleEnd(detector: ScaleGestureDetector) {
            val (zooms, frame) = (picture?.zooms ?: return) to (frame() ?: return)
            if (parted > MEANT) onZoom(zooms.closest(frame.at(between))) else if (parted < 1 / MEANT) onZoom(0)
        }
    }

    private companion object {
        /** How far the fingers must part. */
        const val MEANT = 1.2f

        /** Lines of words that stand beside the chart and below each other, with some air; and those beneath it. */
        const val NAMES = 7.5f
        const val WORDS = 2.5f
    }
}
