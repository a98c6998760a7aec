package id.siklus.app.screen.services

import android.view.View
import id.siklus.DueService
import id.siklus.DueToday
import id.siklus.ServiceStatus
import id.siklus.app.R
import id.siklus.app.kit.ActionLook
import id.siklus.app.kit.shortDate
import id.siklus.app.kit.show
import id.siklus.app.kit.showText
import id.siklus.app.kit.text
import id.siklus.app.shell.Shell

/** What is due today on the page of a person, and the way to the card. */
class ServicesToday(private val shell: Shell, private val view: View, open: () -> Unit) {
    init {
        view.setOnClickListener { open() }
    }

    /** Shows it; where nothing is due only the way there, which says what is missing. */
    fun show(due: DueToday?, hasUnsaved: Boolean = false) {
        shell.showDue(view, due)
        view.show(R.id.unsaved, hasUnsaved)
    }
}

/** Puts there what is due, and what of it can be given together. */
fun Shell.showDue(view: View, due: DueToday?) {
    view.background = if (due == null) context.getDrawable(R.drawable.card_tappable) else ActionLook.SERVICE_DUE.card(context)
    view.show(R.id.due, due != null)
    view.text(R.id.day).showText(due?.let { text(R.string.services_due, shortDate(it.on)) })
    val together = due?.together.orEmpty()
    view.text(R.id.together_title).showText(text(if (together.size > 1) R.string.services_together else R.string.services_alone).takeIf { together.isNotEmpty() })
    view.text(R.id.together).showText(listed(together))
    val others = due?.others.orEmpty()
    view.show(R.id.others_title, together.isNotEmpty() && others.isNotEmpty())
    view.text(R.id.others).showText(listed(others))
    view.text(R.id.due_note).showText(due?.note)
}

/** What is due as it is read aloud. */
fun Shell.spoken(due: DueToday): String = (due.together + due.others).map(::named).plus(due.note).joinToString(". ")

private fun Shell.listed(services: List<DueService>) = services.joinToString("\n") { "• ${named(it)}" }

/** That it is due stands above. */
private fun Shell.named(service: DueService) =
    if (service.status == ServiceStatus.OVERDUE) text(R.string.service_overdue, service.name, service.statusText) else service.name
