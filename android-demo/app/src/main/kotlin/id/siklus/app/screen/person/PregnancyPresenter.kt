package id.siklus.app.screen.person

import id.siklus.Pregnancy
import id.siklus.PregnancyField
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.model.fill
import id.siklus.app.model.values
import id.siklus.app.screen.person.PregnancyState.Companion.ENDS
import id.siklus.app.screen.person.PregnancyState.Companion.FIELDS
import id.siklus.app.shell.Shell
import java.time.LocalDate
import java.time.format.DateTimeParseException

/** Records the beginning of a pregnancy, corrects it, or records its end. */
class PregnancyPresenter(model: Model, private val place: Place.Pregnancy) : Presenter<PregnancyState>(model) {
    override fun view(shell: Shell) = PregnancyView(shell, this)

    override suspend fun load(): PregnancyState {
        val page = session.let { it.siklus.personPage(place.person, it.author().on, visits = 1, language = language) }
        val state = PregnancyState(page, PregnancyField.entries.find { it.name == typed[CHOSEN] })
        state.running?.let { line -> typed.fill(FIELDS.values.toList(), FIELDS.entries.associate { (field, shown) -> shown.name to line.pregnancy.date(field)?.toString() }) }
        return state
    }

    fun choose(field: PregnancyField) {
        typed[CHOSEN] = field.name
        state?.let { show(PregnancyState(it.page, field)) }
    }

    /** Saves it, and leads from a birth on to the child. */
    fun save() {
        val now = state ?: return
        val field = now.chosen ?: return
        val date = date(field) ?: return show(PregnancyState(now.page, field, noDate = true))
        saving({ PregnancyState(now.page, field, it) }) {
            val running = now.running
            if (running == null) begin(field, date) else change(running.pregnancy.id, field, date)
            val home = now.page.person.household.takeIf { field == PregnancyField.DELIVERED_ON }
            if (home == null) model.back() else model.replace(Place.Delivered(home, place.person))
        }
    }

    /** The last one has not ended after all. */
    fun takeBackEnd() = once {
        val ended = state?.ended?.pregnancy ?: return@once
        for (end in ENDS) if (ended.date(end) != null) change(ended.id, end, date = null)
        typed.clear()
        show(load())
    }

    private suspend fun begin(field: PregnancyField, date: LocalDate) {
        val begun = if (field == PregnancyField.LMP) Pregnancy.Lmp(date) else Pregnancy.Edd(date)
        session.siklus.beginPregnancy(session.author(), place.person, begun, language)
    }

    private suspend fun change(pregnancy: String, field: PregnancyField, date: LocalDate?) {
        session.siklus.changePregnancy(session.author(), place.person, pregnancy, field, date, language)
    }

    private fun date(field: PregnancyField): LocalDate? =
        try {
            typed.values(listOf(FIELDS.getValue(field))).values.firstOrNull()?.let(LocalDate::parse)
        } catch (_: DateTimeParseException) {
            null
        }

    private companion object {
        const val CHOSEN = "chosen"
    }
}
