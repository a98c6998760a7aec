package id.siklus.app.screen.household

import id.siklus.Consent
import id.siklus.ConsentState
import id.siklus.HouseholdField
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.model.changes
import id.siklus.app.model.fill
import id.siklus.app.model.values
import id.siklus.app.screen.consent.ConsentPage
import id.siklus.app.shell.Shell

/** Registers a household that agreed, or corrects one. */
class HouseholdFormPresenter(model: Model, private val place: Place.HouseholdForm) : Presenter<HouseholdFormState>(model) {
    override fun view(shell: Shell) = HouseholdFormView(shell, this)

    override suspend fun load(): HouseholdFormState {
        val known = place.id?.let { session.siklus.household(it).known() }
        return HouseholdFormState(known).also { state -> known?.let { typed.fill(state.fields, it) } }
    }

    fun save() =
        saving({ HouseholdFormState(state?.known, it) }) {
            val id = place.id
            if (id == null) register() else correct(id)
        }

    private suspend fun register() {
        val fields = typed.values(state!!.fields).mapKeys { (name, _) -> field(name) }
        val consent = Consent(ConsentState.AGREED, place.notice.orEmpty(), givenBy = typed[ConsentPage.GIVEN_BY.name])
        val id = session.siklus.registerHousehold(session.author(), consent, fields, language)
        model.backTo(Place.Household(id)) { it is Place.Today }
    }

    private suspend fun correct(id: String) {
        val changes = typed.changes(state!!.fields, state!!.known.orEmpty()).mapKeys { (name, _) -> field(name) }
        if (changes.isNotEmpty()) session.siklus.correctHousehold(session.author(), id, changes, language)
        model.back()
    }

    private fun field(name: String) = HouseholdField.entries.first { it.key == name }
}
