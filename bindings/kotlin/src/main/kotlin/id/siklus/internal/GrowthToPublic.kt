package id.siklus.internal

import id.siklus.Growth
import id.siklus.GrowthIndex
import id.siklus.GrowthRemark
import id.siklus.MeasureAgain
import id.siklus.ffi.GrowthIndexView
import id.siklus.ffi.GrowthView

internal fun GrowthView.toPublic() =
    Growth(
        title = title,
        indices = indices.map(GrowthIndexView::toPublic),
        monthly = monthly.map { GrowthRemark(word(it.remark), it.text) },
        measureAgain = measureAgain.map { MeasureAgain(it.fact, it.text) },
    )

private fun GrowthIndexView.toPublic() = GrowthIndex(word(index), name, zText, classText, flagged, text)
