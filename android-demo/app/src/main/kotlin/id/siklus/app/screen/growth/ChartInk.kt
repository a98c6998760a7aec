package id.siklus.app.screen.growth

import android.content.Context
import android.graphics.Bitmap
import android.graphics.BitmapShader
import android.graphics.Canvas
import android.graphics.DashPathEffect
import android.graphics.Paint
import android.graphics.Shader
import android.graphics.drawable.BitmapDrawable
import android.graphics.drawable.Drawable
import android.graphics.drawable.GradientDrawable
import android.graphics.drawable.InsetDrawable
import android.graphics.drawable.LayerDrawable
import id.siklus.BandKind
import id.siklus.app.R

/**
 * With what a chart is drawn, by day and by night. Bands differ in colour and in pattern, points in being filled or hollow, so that nothing rests on
 * colour alone: not for the colour-blind, and not on grey paper.
 */
class ChartInk(private val context: Context) {
    private val dp = context.resources.displayMetrics.density

    /** What goes before and behind words, in pixels. */
    val gap: Float = 4 * dp

    /** How far a point reaches from its middle, in pixels. */
    val reach: Float = 5 * dp

    /** The words at the axes. */
    val words: Paint = paint(R.color.text, Paint.Style.FILL).apply { textSize = context.resources.getDimension(R.dimen.text_small) }

    /** The line between points. */
    val joined: Paint = paint(R.color.text, Paint.Style.STROKE, 3 * dp)

    /** What a point that counts is filled with, and its edge. */
    val filled: Paint = paint(R.color.text, Paint.Style.FILL)

    /** What a hollow point is filled with, and the ring around a filled one. */
    val paper: Paint = paint(R.color.card, Paint.Style.FILL)

    /** The edge of the chart, and of a hollow point. */
    val edge: Paint = paint(R.color.text, Paint.Style.STROKE, 2 * dp)

    private val major = paint(R.color.chart_grid, Paint.Style.STROKE, 1.5f * dp)
    private val minor = paint(R.color.chart_grid, Paint.Style.STROKE, 0.5f * dp)
    private val fills = BandKind.entries.associateWith { paint(colour(it), Paint.Style.FILL) }
    private val patterns = BandKind.entries.associateWith { kind -> pattern(kind)?.let(::shading) }

    /** A line of the grid. */
    fun grid(isMajor: Boolean): Paint = if (isMajor) major else minor

    /** A line of the WHO: the middle one is thick, the odd ones are dashed. */
    fun line(sd: Int): Paint =
        paint(R.color.chart_line, Paint.Style.STROKE, (if (sd == 0) 2.5f else 1.25f) * dp).apply {
            if (sd % 2 != 0) pathEffect = DashPathEffect(floatArrayOf(5 * dp, 4 * dp), 0f)
        }

    /** What a band is painted with, one over the other. */
    fun band(kind: BandKind): List<Paint> = listOfNotNull(fills[kind], patterns[kind])

    /** A piece of a band, for the legend. */
    fun swatch(kind: BandKind): Drawable {
        val fill = GradientDrawable().apply { setColor(context.getColor(colour(kind))) }
        val pattern = pattern(kind)?.let { BitmapDrawable(context.resources, it).apply { setTileModeXY(Shader.TileMode.REPEAT, Shader.TileMode.REPEAT) } }
        val border = GradientDrawable().apply { setStroke(dp.toInt(), context.getColor(R.color.border_strong)) }
        return LayerDrawable(listOfNotNull(fill, pattern, border).toTypedArray())
    }

    /** A point, for the legend. */
    fun dot(isHollow: Boolean): Drawable {
        val dot = GradientDrawable().apply {
            shape = GradientDrawable.OVAL
            setColor(context.getColor(if (isHollow) R.color.card else R.color.text))
            setStroke((2 * dp).toInt(), context.getColor(R.color.text))
        }
        val (beside, above) = (14 * dp).toInt() to (6 * dp).toInt()
        return InsetDrawable(dot, beside, above, beside, above)
    }

    /** The middle line, for the legend. */
    fun middle(): Drawable =
        GradientDrawable().apply {
            shape = GradientDrawable.LINE
            setStroke((2.5f * dp).toInt(), context.getColor(R.color.chart_line))
        }

    /** A tile that is laid side by side: none for what is well, close strokes for red, dots for yellow, wide strokes the other way for orange. */
    private fun pattern(kind: BandKind): Bitmap? {
        if (kind == BandKind.GREEN) return null
        val size = ((if (kind == BandKind.ORANGE) 16 else 8) * dp).toInt()
        val tile = Bitmap.createBitmap(size, size, Bitmap.Config.ARGB_8888)
        val (canvas, ink, end) = Triple(Canvas(tile), paint(R.color.chart_pattern, Paint.Style.STROKE, 1.25f * dp), size.toFloat())
        when (kind) {
            // Beyond the corners, so that the strokes of neighbours meet.
            BandKind.RED -> for (shift in listOf(-end, 0f, end)) canvas.drawLine(shift - dp, end + dp, shift + end + dp, -dp, ink)
            BandKind.ORANGE -> for (shift in listOf(-end, 0f, end)) canvas.drawLine(shift - dp, -dp, shift + end + dp, end + dp, ink)
            BandKind.YELLOW -> canvas.drawCircle(end / 2, end / 2, dp, ink)
            BandKind.GREEN -> Unit
        }
        return tile
    }

    private fun shading(tile: Bitmap) =
        Paint().apply { shader = BitmapShader(tile, Shader.TileMode.REPEAT, Shader.TileMode.REPEAT) }

    private fun paint(colour: Int, style: Paint.Style, width: Float = 0f) =
        Paint(Paint.ANTI_ALIAS_FLAG).apply {
            color = context.getColor(colour)
            this.style = style
            strokeWidth = width
            strokeJoin = Paint.Join.ROUND
        }

    companion object {
        /** The soft colour of a band. */
        fun colour(kind: BandKind): Int =
            when (kind) {
                BandKind.RED -> R.color.chart_red
                BandKind.YELLOW -> R.color.chart_yellow
                BandKind.GREEN -> R.color.chart_green
                BandKind.ORANGE -> R.color.chart_orange
            }
    }
}
