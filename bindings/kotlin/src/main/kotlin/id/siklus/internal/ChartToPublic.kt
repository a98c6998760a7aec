package id.siklus.internal

import id.siklus.ChartAxis
import id.siklus.ChartBand
import id.siklus.ChartChoice
import id.siklus.ChartLine
import id.siklus.ChartMark
import id.siklus.ChartPicture
import id.siklus.ChartPoint
import id.siklus.ChartStroke
import id.siklus.ChartTick
import id.siklus.ChartZoom
import id.siklus.GrowthChart
import id.siklus.ffi.ChartAxisView
import id.siklus.ffi.ChartBandView
import id.siklus.ffi.ChartLineView
import id.siklus.ffi.ChartPictureView
import id.siklus.ffi.ChartPointView
import id.siklus.ffi.ChartZoomView
import id.siklus.ffi.GrowthChartView

internal fun GrowthChartView.toPublic() =
    GrowthChart(
        index = index?.let { word(it) },
        title = title,
        choices = choices.map { ChartChoice(word(it.index), it.label) },
        picture = picture?.toPublic(),
        spoken = spoken,
        source = source,
    )

private fun ChartPictureView.toPublic() =
    ChartPicture(
        lines = lines.map(ChartLineView::toPublic),
        bands = bands.map(ChartBandView::toPublic),
        points = points.map(ChartPointView::toPublic),
        marks = marks.map { ChartMark(word(it.mark), it.label) },
        zooms = zooms.map(ChartZoomView::toPublic),
    )

private fun ChartLineView.toPublic() = ChartLine(sd, label, strokes.map { ChartStroke(it.xs, it.ys) })

private fun ChartBandView.toPublic() = ChartBand(word(kind), label, xs, low, high)

private fun ChartPointView.toPublic() = ChartPoint(x, y, day(on), text, word(mark), joinedTo?.toInt())

private fun ChartZoomView.toPublic() = ChartZoom(label, horizontal.toPublic(), vertical.toPublic())

private fun ChartAxisView.toPublic() = ChartAxis(title, from, until, ticks.map { ChartTick(it.at, it.label, it.major, it.under) })
