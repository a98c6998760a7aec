package id.siklus.app.screen.services

import android.view.View
import android.widget.ImageView
import android.widget.LinearLayout
import id.siklus.app.R
import id.siklus.app.kit.Choice
import id.siklus.app.kit.FairRow
import id.siklus.app.kit.ServiceLook
import id.siklus.app.kit.onTap
import id.siklus.app.kit.show
import id.siklus.app.kit.showText
import id.siklus.app.kit.shown
import id.siklus.app.kit.text
import id.siklus.app.shell.Shell

/** Draws a service of the card: how it stands, and unfolded why, and what can be entered. */
class ServiceRowView(private val shell: Shell, private val presenter: ServiceCardPresenter) {
    private val doses = HashMap<View, DosesView>()

    /** Draws it there. */
    fun bind(view: View, row: ServiceCardState.Row) {
        view.onTap(R.id.head) { presenter.fold(row.service.code) }
        look(view, row)
        view.text(R.id.name).text = row.service.name
        view.text(R.id.timing).showText(row.service.whenText)
        view.text(R.id.recorded).showText(row.service.doses.flatMap { listOfNotNull(it.text, it.remark) }.joinToString("\n"))
        view.show(R.id.row_unsaved, row.isEntered)
        view.text(R.id.row_error).showText(if (row.isUnfolded) null else row.errors.values.map(shell::wrong).distinct().joinToString("\n"))
        view.show(R.id.edit, row.isUnfolded)
        if (row.isUnfolded) edit(view, row)
    }

    private fun look(view: View, row: ServiceCardState.Row) {
        val look = row.service.status?.let(ServiceLook::of)
        view.background = look?.card(shell.context) ?: shell.context.getDrawable(R.drawable.card)
        view.show(R.id.status_line, look != null)
        look?.put(view.findViewById(R.id.icon))
        view.text(R.id.status).text = row.service.statusText?.replaceFirstChar(Char::uppercase)
        look?.let { view.text(R.id.status).setTextColor(it.colour(shell.context)) }
        view.text(R.id.open_text).setText(if (row.isUnfolded) R.string.service_close else R.string.service_open)
        view.findViewById<ImageView>(R.id.open_arrow).rotation = if (row.isUnfolded) HALF_TURN else 0f
    }

    private fun edit(view: View, row: ServiceCardState.Row) {
        view.text(R.id.why).showText(row.service.why.joinToString("\n"))
        val choices: FairRow = view.findViewById(R.id.choices)
        choices.stacked = true
        choices.show(if (row.isMany) many(row) else once(row))
        val column: LinearLayout = view.findViewById(R.id.doses)
        column.shown = row.doses.isNotEmpty()
        doses.getOrPut(view) { DosesView(shell, column, presenter) }.show(row)
    }

    private fun once(row: ServiceCardState.Row): List<Choice> {
        val dose = row.doses.firstOrNull()
        fun choice(text: Int, isChosen: Boolean, doses: List<Dose>) = Choice(shell.text(text), isChosen, { presenter.enter(row.service.code, doses) })
        return listOf(
            choice(R.string.service_on_day, dose?.typed != null, listOf(Dose(dose?.typed.orEmpty()))),
            choice(R.string.service_day_unknown, dose != null && dose.typed == null, listOf(Dose(null))),
            choice(R.string.service_not_given, dose == null, emptyList()),
        )
    }

    private fun many(row: ServiceCardState.Row): List<Choice> {
        fun choice(text: Int, dose: Dose) = Choice(shell.text(text), selected = false, tap = { presenter.enter(row.service.code, row.doses + dose) })
        return listOf(choice(R.string.service_add_day, Dose("")), choice(R.string.service_add_unknown, Dose(null)))
    }

    private companion object {
        const val HALF_TURN = 180f
    }
}

/** What is wrong with a date. */
fun Shell.wrong(error: String?): String = error ?: text(R.string.not_a_date)
