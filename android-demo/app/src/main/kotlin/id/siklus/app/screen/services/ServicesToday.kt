package id.siklus.app.screen.services

import android.view.View
import id.siklus.PlannedDay
import id.siklus.ServiceCard
import id.siklus.app.R
import id.siklus.app.kit.ActionLook
import id.siklus.app.kit.show
import id.siklus.app.kit.showText
import id.siklus.app.kit.text
import java.time.LocalDate

/** What can be given together today on the page of a person, and the way to the card. */
class ServicesToday(private val view: View, open: () -> Unit) {
    init {
        view.setOnClickListener { open() }
    }

    /** Shows it; without a card only the way there, which says what is missing. */
    fun show(card: ServiceCard?, on: LocalDate, hasUnsaved: Boolean) {
        view.together(card?.today(on), card?.planNote)
        view.show(R.id.unsaved, hasUnsaved)
    }

    companion object {
        /** Day, services and note of what can be given together. */
        fun View.together(day: PlannedDay?, note: String?) {
            background = if (day == null) context.getDrawable(R.drawable.card_tappable) else ActionLook.SERVICE_DUE.card(context)
            show(R.id.together, day != null)
            text(R.id.day).showText(day?.let { resources.getString(R.string.services_together, it.day) })
            text(R.id.names).showText(day?.services?.joinToString("\n") { "• $it" })
            text(R.id.note).showText(note?.takeIf { day != null })
        }
    }
}
