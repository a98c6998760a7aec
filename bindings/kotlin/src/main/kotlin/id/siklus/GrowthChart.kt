package id.siklus

import java.time.LocalDate

/** An index of growth that has a chart. The arm circumference has none: it is judged by centimetres. */
public enum class ChartIndex {
    /** Weight for age (BB/U), to 120 months. */
    WEIGHT_FOR_AGE,

    /** Length or height for age (PB/U, TB/U). */
    LENGTH_FOR_AGE,

    /** Weight for length or height (BB/PB, BB/TB), under 60 months. */
    WEIGHT_FOR_LENGTH,

    /** Body mass index for age (IMT/U). */
    BMI_FOR_AGE,

    /** Head circumference for age (LK/U), under 60 months. */
    HEAD_FOR_AGE,
}

/**
 * The kind of colour of a band, for the screen to choose. It is never the only sign: a band has its label too. Weight for age has the colours of
 * the KMS; the others follow the same order of concern.
 */
public enum class BandKind {
    /** The most severe. */
    RED,

    /** Watch. */
    YELLOW,

    /** As it should be. */
    GREEN,

    /** Too heavy. */
    ORANGE,
}

/** How a point is drawn. */
public enum class PointMark {
    /** A full dot. */
    MEASURED,

    /** Hollow and not joined: it cannot be, measure again. It may lie outside the axis: it is drawn at the edge then. */
    FLAGGED,

    /** Hollow and not joined: oedema makes the weight useless. It may lie outside the axis too. */
    OEDEMA,
}

/** The growth chart of a person. */
public data class GrowthChart(
    /** The index that is drawn; null when the person can have no chart at all and none was asked for. */
    public val index: ChartIndex?,
    /** The title, with the sex: "Grafik berat badan menurut umur, anak perempuan". */
    public val title: String,
    /** The indices of which the person can have a chart on this day. */
    public val choices: List<ChartChoice>,
    /** What is drawn; null when there is no chart: [spoken] says why. It has no points while nothing was measured. */
    public val picture: ChartPicture?,
    /** The chart in words, for those who cannot see it: the last point, and what became of the measure since the one before. */
    public val spoken: String,
    /** Whose the lines and the classes are. */
    public val source: String,
) {
    override fun toString(): String = "GrowthChart"
}

/** An index with its name. */
public data class ChartChoice(
    /** Which. */
    public val index: ChartIndex,
    /** How it is called: "Berat badan menurut umur". */
    public val label: String,
)

/** What is drawn of a growth chart, in the units of its axes: months of 30.4375 days or cm across, kg, cm or kg/m² upwards. */
public data class ChartPicture(
    /** The lines of the WHO, from -3 to +3 standard deviations. */
    public val lines: List<ChartLine>,
    /** What lies between the lines, from the lowest to the highest, one table of the WHO after the other. */
    public val bands: List<ChartBand>,
    /** The points, the earliest first. */
    public val points: List<ChartPoint>,
    /** How points are drawn here, and what that says: for the legend. Empty while there are no points. */
    public val marks: List<ChartMark>,
    /** The whole first, then the year of the child or the place around its last point, then the earlier years, going back. */
    public val zooms: List<ChartZoom>,
) {
    override fun toString(): String = "ChartPicture"
}

/** A line of the WHO. */
public data class ChartLine(
    /** Standard deviations from the median, -3 to +3. */
    public val sd: Int,
    /** How it is called: "-3", "0", "+3". */
    public val label: String,
    /** Its pieces. Nothing joins one with the next: between them the method changes, and no child grows by that. */
    public val strokes: List<ChartStroke>,
)

/** A piece of a line. */
public data class ChartStroke(
    /** From left to right. */
    public val xs: List<Float>,
    /** As many. */
    public val ys: List<Float>,
)

/** A class of the ministry, between two lines or beyond the outermost. */
public data class ChartBand(
    /** How it is coloured. */
    public val kind: BandKind,
    /** What a point in it means: "Berat badan kurang". A point on the edge belongs to the milder of two. */
    public val label: String,
    /** From left to right. */
    public val xs: List<Float>,
    /** The lower edge, as many. */
    public val low: List<Float>,
    /** The upper edge, as many. */
    public val high: List<Float>,
)

/** What was measured on a day. */
public data class ChartPoint(
    /** Across. */
    public val x: Float,
    /** Upwards. Length and height are corrected for the position, as the standards read them. */
    public val y: Float,
    /** The day. */
    public val on: LocalDate,
    /** Day, value and class in words. */
    public val text: String,
    /** How it is drawn. */
    public val mark: PointMark,
    /**
     * The place in [ChartPicture.points] of the point from which a straight line leads here; null where none does. As on the KMS the points of
     * consecutive months are joined, and a month that was left out is a gap.
     */
    public val joinedTo: Int?,
) {
    override fun toString(): String = "ChartPoint"
}

/** A way to draw a point, with its words. */
public data class ChartMark(
    /** Which. */
    public val mark: PointMark,
    /** What it says: "Hasil ukur". */
    public val label: String,
)

/** A part of a chart with the axes that suit it. */
public data class ChartZoom(
    /** Which: "Semua umur", "12 sampai 24 bulan". */
    public val label: String,
    /** Across. */
    public val horizontal: ChartAxis,
    /** Upwards. */
    public val vertical: ChartAxis,
)

/** An axis, or the part of it that is looked at. */
public data class ChartAxis(
    /** What is counted along it, with the unit: "Umur (bulan)". */
    public val title: String,
    /** Its lower end. */
    public val from: Float,
    /** Its upper end. */
    public val until: Float,
    /** What is marked on it, from the lower end to the upper. */
    public val ticks: List<ChartTick>,
)

/** A place that is marked on an axis. */
public data class ChartTick(
    /** Where. */
    public val at: Float,
    /** What stands at it. */
    public val label: String,
    /** A whole year, or a rounder number than the others: where there is no room for all labels, these stay. */
    public val major: Boolean,
    /** What stands below the month in which a year is complete: "1 tahun". */
    public val under: String?,
)
