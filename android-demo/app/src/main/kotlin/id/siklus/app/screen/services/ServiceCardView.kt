package id.siklus.app.screen.services

import android.view.View
import id.siklus.PlannedDay
import id.siklus.app.R
import id.siklus.app.kit.Rows
import id.siklus.app.kit.age
import id.siklus.app.kit.onTap
import id.siklus.app.kit.show
import id.siklus.app.kit.showText
import id.siklus.app.kit.shown
import id.siklus.app.kit.speaks
import id.siklus.app.kit.text
import id.siklus.app.kit.timeOfDay
import id.siklus.app.screen.visit.alarms
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws what can be given together today, the services under their headings, and those to come. */
class ServiceCardView(shell: Shell, private val presenter: ServiceCardPresenter) : ScreenView<ServiceCardState>(shell, R.layout.service_card) {
    private val row = ServiceRowView(shell, presenter)
    private val groups = Rows<Int>(content.findViewById(R.id.groups), { it }, { R.layout.service_group }, ::group)
    private val rows = HashMap<Int, Rows<ServiceCardState.Row>>()
    private val later = Rows<PlannedDay>(content.findViewById(R.id.later), { it.on }, { R.layout.planned_day }, ::planned)
    private var lookedAt: Map<DosePlace, String?> = emptyMap()
    private lateinit var state: ServiceCardState

    override fun draw(state: ServiceCardState) {
        this.state = state
        header(state)
        today(state)
        groups.show(state.card.groups.indices.toList())
        calendar(state)
        firstWrong(state)?.let(shell::scrollTo)
        lookedAt = state.errors
    }

    private fun header(state: ServiceCardState) {
        val step = listOf(shell.text(R.string.services), shell.age(state.card.described)).joinToString(" · ")
        shell.header(state.card.name ?: shell.text(R.string.no_name), canGoBack = true, step = step)
        shell.saved(state.savedAt?.let { shell.text(R.string.saved_at, shell.timeOfDay(it)) })
        content.show(R.id.unsaved, state.entered.isNotEmpty())
        if (state.entered.isEmpty()) shell.primary(shell.text(R.string.result_done), presenter::finish) else shell.primary(shell.text(R.string.save), presenter::save)
        shell.alarms(state.page.alarms, state.card.person) { presenter.alarms() }
    }

    private fun today(state: ServiceCardState) {
        val view = content.findViewById<View>(R.id.today)
        val due = state.dueToday
        view.shown = due != null
        shell.showDue(view, due)
        // The title says so already.
        view.show(R.id.due, false)
        view.speaks(R.id.speak, shell) { due?.let(shell::spoken).orEmpty() }
    }

    private fun group(view: View, place: Int) {
        view.text(R.id.title).text = state.card.groups[place].title
        rows.getOrPut(place) { Rows(view.findViewById(R.id.rows), { it.service.code }, { R.layout.service_row }, row::bind) }.show(state.rows(place))
        view.show(R.id.more, state.hasMore(place))
        view.onTap(R.id.more) { presenter.openGroup(place) }
    }

    private fun calendar(state: ServiceCardState) {
        later.show(state.later)
        content.show(R.id.later_title, state.later.isNotEmpty())
        content.text(R.id.note).showText(state.card.planNote.takeIf { state.later.isNotEmpty() })
        content.text(R.id.completeness).showText(state.card.completeness.joinToString("\n\n"))
        content.show(R.id.completeness_title, state.card.completeness.isNotEmpty())
    }

    private fun planned(view: View, day: PlannedDay) {
        view.text(R.id.name).text = day.day
        view.text(R.id.detail).text = day.services.joinToString("\n") { "• $it" }
    }

    /** The row of the first error that was not seen yet. */
    private fun firstWrong(state: ServiceCardState): View? =
        (state.errors.keys - lookedAt.keys).firstOrNull()?.let { wrong -> rows.values.firstNotNullOfOrNull { it.view(wrong.service) } }
}
