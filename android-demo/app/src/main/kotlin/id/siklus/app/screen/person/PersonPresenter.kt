package id.siklus.app.screen.person

import id.siklus.PersonPage
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell

/** A person: what is known, and the visits so far. */
class PersonPresenter(model: Model, private val place: Place.Person) : Presenter<PersonPage>(model) {
    override fun view(shell: Shell) = PersonView(shell, this)

    override suspend fun load(): PersonPage =
        session.let { it.siklus.personPage(place.id, it.author().on, language = language) }

    fun correct() = state?.person?.household?.let { model.open(Place.PersonForm(it, place.id)) }

    fun pregnancy() = model.open(Place.Pregnancy(place.id))

    fun growth() = model.open(Place.Growth(place.id))

    fun move() = model.open(Place.Move(place.id))

    fun result(visit: String) = model.open(Place.Result(visit, place.id))

    fun answers(visit: String) = model.open(Place.Answers(visit, place.id))

    fun household() = state?.person?.household?.let { model.backTo(Place.Household(it)) }
}
