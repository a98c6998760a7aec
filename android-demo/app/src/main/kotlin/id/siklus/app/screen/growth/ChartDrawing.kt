package id.siklus.app.screen.growth

import android.graphics.Canvas
import android.graphics.Paint
import android.graphics.Path
import id.siklus.ChartBand
import id.siklus.ChartLine
import id.siklus.ChartPicture
import id.siklus.ChartPoint
import id.siklus.ChartTick
import id.siklus.PointMark

/** Draws a chart: bands, grid, lines and points, with the words of the axes around them. */
class ChartDrawing(private val canvas: Canvas, private val frame: ChartFrame, private val ink: ChartInk) {
    private val horizontal = frame.zoom.horizontal.ticks
    private val vertical = frame.zoom.vertical.ticks

    /** Draws this. */
    fun draw(picture: ChartPicture) {
        canvas.save()
        canvas.clipRect(frame.left, frame.top, frame.right, frame.bottom)
        canvas.drawPaint(ink.paper)
        picture.bands.forEach(::band)
        grid()
        for (line in picture.lines) for (stroke in line.strokes) canvas.drawPath(path(stroke.xs, stroke.ys), ink.line(line.sd))
        for (point in picture.points) point.joinedTo?.let { join(picture.points[it], point) }
        canvas.restore()
        canvas.drawRect(frame.left, frame.top, frame.right, frame.bottom, ink.edge)
        picture.points.filter(frame::shows).forEach(::point)
        months()
        measures()
        names(picture.lines)
    }

    private fun band(band: ChartBand) {
        val outline = path(band.xs, band.high)
        for (place in band.xs.indices.reversed()) outline.lineTo(frame.x(band.xs[place]), frame.y(band.low[place]))
        outline.close()
        for (paint in ink.band(band.kind)) canvas.drawPath(outline, paint)
    }

    private fun path(xs: List<Float>, ys: List<Float>): Path {
        val path = Path()
        for ((place, at) in xs.withIndex()) {
            val (x, y) = frame.x(at) to frame.y(ys[place])
            if (place == 0) path.moveTo(x, y) else path.lineTo(x, y)
        }
        return path
    }

    private fun grid() {
        for (tick in horizontal) frame.x(tick.at).let { canvas.drawLine(it, frame.top, it, frame.bottom, ink.grid(tick.major)) }
        for (tick in vertical) frame.y(tick.at).let { canvas.drawLine(frame.left, it, frame.right, it, ink.grid(tick.major)) }
    }

    private fun join(from: ChartPoint, to: ChartPoint) = canvas.drawLine(frame.x(from.x), frame.y(from.y), frame.x(to.x), frame.y(to.y), ink.joined)

    private fun point(point: ChartPoint) {
        val (x, y) = frame.edged(point)
        val isHollow = point.mark != PointMark.MEASURED
        canvas.drawCircle(x, y, ink.reach, ink.paper)
        if (isHollow) canvas.drawCircle(x, y, ink.reach - ink.edge.strokeWidth, ink.edge) else canvas.drawCircle(x, y, ink.reach - ink.edge.strokeWidth, ink.filled)
    }

    private fun months() {
        val base = frame.bottom + ink.gap - ink.words.fontMetrics.ascent
        row(horizontal, base, ChartTick::label)
        row(horizontal.filter { it.under != null }, base + ink.words.fontSpacing) { it.under.orEmpty() }
    }

    private fun row(ticks: List<ChartTick>, base: Float, words: (ChartTick) -> String) {
        fun half(tick: ChartTick) = ink.words.measureText(words(tick)) / 2 + ink.gap
        val written = ticks.written { one, next -> middle(one, half(one)) + half(one) > middle(next, half(next)) - half(next) }
        for (tick in written) write(words(tick), middle(tick, half(tick)), base, Paint.Align.CENTER)
    }

    /** In the middle of its tick, but within the screen. */
    private fun middle(tick: ChartTick, half: Float) = frame.x(tick.at).coerceIn(half, maxOf(half, canvas.width - half))

    private fun measures() {
        val written = vertical.written { one, next -> frame.y(one.at) - frame.y(next.at) < ink.words.fontSpacing }
        for (tick in written) write(tick.label, frame.left - ink.gap, middle(frame.y(tick.at)), Paint.Align.RIGHT)
    }

    /** The names of the lines stand where they leave the chart, moved apart where there is no room for them. */
    private fun names(lines: List<ChartLine>) {
        val ends = lines.mapNotNull { line -> end(line)?.let { line.label to it } }.sortedBy { it.second }
        val places = ends.map { it.second }.apart(ink.words.fontSpacing, frame.top, frame.bottom)
        for ((end, place) in ends.zip(places)) write(end.first, frame.right + ink.gap, middle(place), Paint.Align.LEFT)
    }

    /** Where a line leaves the part that is seen. */
    private fun end(line: ChartLine): Float? {
        val seen = line.strokes.flatMap { it.xs.zip(it.ys) }.lastOrNull { it.first <= frame.zoom.horizontal.until }
        return seen?.let { frame.y(it.second) }?.takeIf { it in frame.top..frame.bottom }
    }

    private fun middle(y: Float) = y - (ink.words.fontMetrics.ascent + ink.words.fontMetrics.descent) / 2

    private fun write(words: String, x: Float, y: Float, align: Paint.Align) {
        ink.words.textAlign = align
        canvas.drawText(words, x, y, ink.words)
    }
}
