package id.siklus.app.screen.growth

import id.siklus.BandKind
import id.siklus.ChartPoint
import id.siklus.ChartZoom
import id.siklus.GrowthChart
import id.siklus.Person
import id.siklus.PointMark

/** The growth of a child, and which part of its chart is seen. */
class GrowthState(
    /** The child. */
    val person: Person,
    /** The chart. */
    val chart: GrowthChart,
    zoom: Int,
) {
    private val picture = chart.picture?.takeIf { it.points.isNotEmpty() }

    /** The parts that can be seen; none where there is nothing to be seen yet. */
    val zooms: List<ChartZoom> = picture?.zooms.orEmpty()

    /** The place of the one that is seen; the whole chart at first. */
    val zoom: Int = zoom.takeIf { it in zooms.indices } ?: 0

    /** What was measured, the latest first. */
    val measures: List<ChartPoint> get() = picture?.points.orEmpty().asReversed()

    /** What the bands mean, from the highest to the lowest. */
    val bands: List<Pair<BandKind, String>> get() = picture?.bands.orEmpty().map { it.kind to it.label }.distinct().asReversed()

    /** Whether something that was measured does not count. */
    val hasHollow: Boolean get() = measures.any { it.mark != PointMark.MEASURED }

    /** Whether nothing is to be seen because something of the person is not known, and not because nothing was measured yet. */
    val lacksData: Boolean get() = chart.picture == null
}
