package id.siklus.app.screen.household

import id.siklus.Person
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell

/** A household: its members, and the way to a visit. */
class HouseholdPresenter(model: Model, private val place: Place.Household) : Presenter<HouseholdState>(model) {
    override fun view(shell: Shell) = HouseholdView(shell, this)

    override suspend fun load(): HouseholdState {
        val siklus = model.atWork().siklus
        return HouseholdState(siklus.household(place.id), siklus.openVisits().find { it.household == place.id }?.visit)
    }

    fun correct() = model.open(Place.HouseholdForm(place.id))

    fun addMember() = model.open(Place.PersonForm(place.id, person = null))

    fun open(person: Person) = model.open(Place.Person(person.id))

    fun visit() = model.open(state?.visit?.let(Place::Visit) ?: Place.NewVisit(place.id))
}
