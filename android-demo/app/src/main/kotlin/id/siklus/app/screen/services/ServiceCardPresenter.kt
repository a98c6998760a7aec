package id.siklus.app.screen.services

import id.siklus.InvalidField
import id.siklus.ServiceCard
import id.siklus.SiklusException
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell
import java.time.LocalDate
import java.time.OffsetDateTime

/** The services of a person, entered by tapping. Nothing is written before the cadre saves, and nothing is lost when she goes back before. */
class ServiceCardPresenter(model: Model, private val place: Place.ServiceCard) : Presenter<ServiceCardState>(model) {
    private val drafts get() = Drafts(model.unsaved, place.person)
    private var errors: Map<DosePlace, String?> = emptyMap()
    private var savedAt: OffsetDateTime? = null

    override fun view(shell: Shell) = ServiceCardView(shell, this)

    override suspend fun load(): ServiceCardState = state(day().let { page(session.siklus.serviceCard(place.person, it, language), it) })

    /** Looks into a service, or closes it. */
    fun fold(service: String) {
        if (typed[UNFOLDED] == service) typed.remove(UNFOLDED) else typed[UNFOLDED] = service
        redraw()
    }

    /** Shows everything that may be entered in a group. */
    fun openGroup(place: Int) {
        typed[GROUP + place] = "open"
        redraw()
    }

    /** What is to stand there of a service. What stands there already is nothing to save. */
    fun enter(service: String, doses: List<Dose>) {
        val recorded = state?.service(service)?.recorded ?: return
        drafts.put(service, doses.takeIf { it != recorded })
        errors = errors.filterKeys { it.service != service }
        redraw()
    }

    /** Saves the whole card; what is not accepted stands at its row, and nothing is saved then. */
    fun save() = once {
        val now = state ?: return@once
        val entries = now.entries()
        errors = entries.filter { it.second == null }.associate { it.first to null }
        if (errors.isNotEmpty()) return@once refused()
        try {
            val card = session.siklus.saveServiceCard(session.author(), place.person, now.page.day, entries.mapNotNull { it.second }, language)
            saved(card, now)
        } catch (error: SiklusException.InvalidInput) {
            errors = error.fields.associate { field -> entries[field.entry ?: throw error].first to field.accepted }
            refused()
        }
    }

    fun alarms() = place.visit?.let { model.open(Place.Alarms(it)) }

    /** What was entered meanwhile is not saved yet. */
    private suspend fun saved(card: ServiceCard, before: ServiceCardState) {
        val now = drafts.all()
        for ((service, doses) in before.entered) if (now[service] == doses) drafts.put(service, null)
        typed.remove(UNFOLDED)
        savedAt = model.phone.now()
        session.changed()
        show(state(page(card, before.page.day)))
    }

    /** The first row that is wrong is looked into. */
    private fun refused() {
        typed[UNFOLDED] = errors.keys.first().service
        redraw()
    }

    private fun redraw() {
        state?.let { show(state(it.page)) }
    }

    /** The day of the visit that goes on, or today. */
    private suspend fun day(): LocalDate = place.visit?.let { around(it).overview().on } ?: session.author().on

    private suspend fun page(card: ServiceCard, day: LocalDate) = CardPage(card, day, place.visit?.let { around(it).overview().alarms }.orEmpty())

    private fun state(page: CardPage): ServiceCardState {
        val opened = typed.keys.filter { it.startsWith(GROUP) }.map { it.removePrefix(GROUP).toInt() }.toSet()
        return ServiceCardState(page, drafts.all(), typed[UNFOLDED], opened, errors, savedAt)
    }

    private companion object {
        const val UNFOLDED = "unfolded"
        const val GROUP = "group/"
    }
}

/** Which entry is meant: `entries[2].on` is the third. */
private val InvalidField.entry: Int? get() = field.substringAfter('[', "").substringBefore(']').toIntOrNull()
