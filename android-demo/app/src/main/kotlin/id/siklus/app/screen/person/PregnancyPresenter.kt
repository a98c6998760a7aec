package id.siklus.app.screen.person

import id.siklus.Pregnancy
import id.siklus.PregnancyField
import id.siklus.SiklusException
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.model.byField
import id.siklus.app.model.fill
import id.siklus.app.model.values
import id.siklus.app.screen.person.PregnancyState.Companion.ENDS
import id.siklus.app.screen.person.PregnancyState.Companion.FIELDS
import id.siklus.app.shell.Shell
import java.time.LocalDate
import java.time.format.DateTimeParseException

/** Records the beginning of a pregnancy, corrects it, or records its end. */
class PregnancyPresenter(model: Model, private val place: Place.Pregnancy) : Presenter<PregnancyState>(model) {
    val typed get() = model.typed
    private val language get() = model.phone.look.language

    override fun view(shell: Shell) = PregnancyView(shell, this)

    override suspend fun load(): PregnancyState {
        val page = model.atWork().let { it.siklus.personPage(place.person, it.author().on, visits = 1, language = language) }
        val state = PregnancyState(page, PregnancyField.entries.find { it.name == typed[CHOSEN] })
        state.running?.let { line -> typed.fill(FIELDS.values.toList(), FIELDS.entries.associate { (field, shown) -> shown.name to line.pregnancy.date(field)?.toString() }) }
        return state
    }

    fun choose(field: PregnancyField) {
        typed[CHOSEN] = field.name
        state?.let { show(PregnancyState(it.page, field)) }
    }

    /** Saves it; what is not accepted stays with the reason at its field. */
    fun save() = work {
        val now = state ?: return@work
        val field = now.chosen ?: return@work
        val date = date(field) ?: return@work show(PregnancyState(now.page, field, noDate = true))
        try {
            val running = now.running
            if (running == null) begin(field, date) else change(running.pregnancy.id, field, date)
            model.back()
        } catch (refused: SiklusException.InvalidInput) {
            show(PregnancyState(now.page, field, refused.byField()))
        }
    }

    /** The last one has not ended after all. */
    fun takeBackEnd() = work {
        val ended = state?.ended?.pregnancy ?: return@work
        for (end in ENDS) if (ended.date(end) != null) change(ended.id, end, date = null)
        typed.clear()
        show(load())
    }

    private suspend fun begin(field: PregnancyField, date: LocalDate) {
        val session = model.atWork()
        val begun = if (field == PregnancyField.LMP) Pregnancy.Lmp(date) else Pregnancy.Edd(date)
        session.siklus.beginPregnancy(session.author(), place.person, begun, language)
    }

    private suspend fun change(pregnancy: String, field: PregnancyField, date: LocalDate?) {
        val session = model.atWork()
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
