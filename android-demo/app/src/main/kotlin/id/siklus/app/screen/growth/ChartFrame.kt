package id.siklus.app.screen.growth

import id.siklus.ChartPoint
import id.siklus.ChartTick
import id.siklus.ChartZoom

/** The room of a chart on the screen: turns what is measured in the units of its axes into pixels. */
class ChartFrame(
    /** The part of the chart that is seen. */
    val zoom: ChartZoom,
    val left: Float,
    val top: Float,
    val right: Float,
    val bottom: Float,
) {
    /** Where a place of the horizontal axis lies. */
    fun x(at: Float): Float = left + share(at, zoom.horizontal.from, zoom.horizontal.until) * (right - left)

    /** Where a measure lies. */
    fun y(at: Float): Float = bottom - share(at, zoom.vertical.from, zoom.vertical.until) * (bottom - top)

    /** Which place of the horizontal axis lies there. */
    fun at(x: Float): Float = zoom.horizontal.run { from + share(x, left, right) * (until - from) }

    /** Whether a point lies in the part that is seen. */
    fun shows(point: ChartPoint): Boolean = point.x in zoom.horizontal.from..zoom.horizontal.until

    /** Where a point is drawn; one that cannot be stands at the edge. */
    fun edged(point: ChartPoint): Pair<Float, Float> = x(point.x) to y(point.y).coerceIn(top, bottom)

    private fun share(at: Float, from: Float, until: Float) = (at - from) / (until - from)
}

/** The narrowest part that shows a place; the whole where none is narrower. */
fun List<ChartZoom>.closest(at: Float): Int =
    indices.filter { at in this[it].horizontal.from..this[it].horizontal.until }.minByOrNull { this[it].horizontal.run { until - from } } ?: 0

/**
 * The ticks whose words are written: all, or each second, third and so on, so that none touches the next one. Those of the major ones stay as long as
 * there is room for them.
 */
fun List<ChartTick>.written(touch: (ChartTick, ChartTick) -> Boolean): List<ChartTick> {
    val first = indexOfFirst(ChartTick::major).coerceAtLeast(0)
    val apart = drop(first + 1).indexOfFirst(ChartTick::major) + 1
    val steps = (1..size).filter { apart == 0 || apart % it == 0 || it % apart == 0 }
    return steps.map { step -> filterIndexed { place, _ -> (place - first).mod(step) == 0 } }
        .firstOrNull { kept -> kept.zipWithNext().none { (one, next) -> touch(one, next) } }
        ?: take(1)
}

/** Moves places, which go upwards, as little apart as keeps [gap] between them, within [top] and [bottom]. */
fun List<Float>.apart(gap: Float, top: Float, bottom: Float): List<Float> {
    val downwards = runningFold(top - gap) { before, at -> maxOf(at, before + gap) }.drop(1)
    return downwards.asReversed().runningFold(bottom + gap) { below, at -> minOf(at, below - gap) }.drop(1).asReversed()
}
