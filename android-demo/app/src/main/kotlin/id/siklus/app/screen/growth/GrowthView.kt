package id.siklus.app.screen.growth

import android.content.res.ColorStateList
import android.graphics.drawable.Drawable
import android.view.View
import android.widget.ImageView
import id.siklus.ChartChoice
import id.siklus.ChartPoint
import id.siklus.app.R
import id.siklus.app.kit.Rows
import id.siklus.app.kit.named
import id.siklus.app.kit.show
import id.siklus.app.kit.showChip
import id.siklus.app.kit.shown
import id.siklus.app.kit.speaks
import id.siklus.app.kit.text
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws the chart, and says beneath it in words what it shows. */
class GrowthView(shell: Shell, private val presenter: GrowthPresenter) : ScreenView<GrowthState>(shell, R.layout.growth_chart) {
    private val ink = ChartInk(shell.context)
    private val chart: ChartView = content.findViewById(R.id.chart)
    private val indices = Rows<ChartChoice>(shell.chips, { it.index }, { R.layout.chip }, ::index)
    private val zooms = Rows<IndexedValue<String>>(content.findViewById(R.id.zooms), { it }, { R.layout.chip }, ::zoom)
    private val measures = Rows<ChartPoint>(content.findViewById(R.id.measures), { it }, { R.layout.line }, ::measure)
    private val legend = Rows<Pair<String, Drawable>>(content.findViewById(R.id.legend), { it.first }, { R.layout.legend_row }, ::legend)
    private lateinit var state: GrowthState

    init {
        chart.onZoom = presenter::zoom
        content.findViewById<ImageView>(R.id.picture).let {
            it.setImageResource(R.drawable.ic_growth)
            it.imageTintList = ColorStateList.valueOf(shell.context.getColor(R.color.link))
        }
    }

    override fun draw(state: GrowthState) {
        this.state = state
        val person = state.person
        shell.header(shell.named(person.name), canGoBack = true, step = state.chart.title)
        shell.showChips(state.chart.choices.size > 1)
        indices.show(state.chart.choices)
        state.chart.index?.let(indices::view)?.let(shell::scrollTo)
        content.show(R.id.empty, state.zooms.isEmpty())
        content.show(R.id.seen, state.zooms.isNotEmpty())
        if (state.zooms.isEmpty()) empty() else seen()
    }

    private fun empty() {
        content.text(R.id.sentence).text = state.chart.spoken
        val hasHome = state.person.household != null
        if (state.lacksData) shell.primary(shell.text(R.string.correct_person).takeIf { hasHome }, presenter::complete)
        else shell.primary(shell.text(R.string.open_household).takeIf { hasHome }, presenter::household)
    }

    private fun seen() {
        val (growth, zoom) = state.chart to state.zooms[state.zoom]
        content.text(R.id.vertical).text = zoom.vertical.title
        content.text(R.id.horizontal).text = zoom.horizontal.title
        growth.picture?.let { chart.show(it, zoom) }
        chart.contentDescription = "${growth.title}. ${growth.spoken}"
        zooms.show(state.zooms.map { it.label }.withIndex().toList())
        content.text(R.id.label).text = growth.spoken
        content.speaks(R.id.speak, shell) { growth.spoken }
        legend.show(legend())
        measures.show(state.measures)
        content.text(R.id.source).text = growth.source
        shell.primary(shell.text(R.string.finish), presenter::finish)
    }

    private fun legend(): List<Pair<String, Drawable>> {
        val hollow = (shell.text(R.string.chart_hollow) to ink.dot(isHollow = true)).takeIf { state.hasHollow }
        val points = listOfNotNull(shell.text(R.string.chart_dot) to ink.dot(isHollow = false), hollow)
        return points + (shell.text(R.string.chart_middle) to ink.middle()) + state.bands.map { (kind, label) -> label to ink.swatch(kind) }
    }

    private fun index(view: View, choice: ChartChoice) {
        view.showChip(choice.label, choice.index == state.chart.index)
        view.setOnClickListener { presenter.choose(choice.index) }
    }

    private fun zoom(view: View, zoom: IndexedValue<String>) {
        view.showChip(zoom.value, zoom.index == state.zoom)
        view.setOnClickListener { presenter.zoom(zoom.index) }
    }

    private fun measure(view: View, point: ChartPoint) {
        view.text(R.id.line).text = point.text
    }

    private fun legend(view: View, entry: Pair<String, Drawable>) {
        view.text(R.id.label).text = entry.first
        view.findViewById<View>(R.id.swatch).background = entry.second
    }
}
