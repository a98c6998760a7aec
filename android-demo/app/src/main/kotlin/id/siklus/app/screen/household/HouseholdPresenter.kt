package id.siklus.app.screen.household

import id.siklus.HouseholdPage
import id.siklus.Member
import id.siklus.VisitLine
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell

/** A household: its members, and the way to a visit. */
class HouseholdPresenter(model: Model, private val place: Place.Household) : Presenter<HouseholdPage>(model) {
    override fun view(shell: Shell) = HouseholdView(shell, this)

    override suspend fun load(): HouseholdPage =
        session.let { it.siklus.householdPage(place.id, it.author().on, language = language) }

    fun correct() = model.open(Place.HouseholdForm(place.id))

    fun addMember() = model.open(Place.PersonForm(place.id, person = null))

    fun open(member: Member) = model.open(Place.Person(member.person))

    fun consent() = model.open(Place.Consent(place.id))

    fun results(visit: VisitLine) = model.open(Place.Results(visit.visit))

    fun visit() = model.open(state?.openVisit?.let(Place::Visit) ?: Place.NewVisit(place.id))
}
