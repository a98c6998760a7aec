package id.siklus.app.screen.person

import id.siklus.DueToday
import id.siklus.PersonPage
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.screen.services.Drafts
import id.siklus.app.screen.services.dueOn
import id.siklus.app.shell.Shell

/** A person: what is known, and the visits so far. */
class PersonPresenter(model: Model, private val place: Place.Person) : Presenter<PersonPage>(model) {
    override fun view(shell: Shell) = PersonView(shell, this)

    /** What is due today; unknown while sex or birth date are. */
    var dueToday: DueToday? = null
        private set

    /** Whether something was entered into it that is not saved yet. */
    val hasUnsaved: Boolean get() = Drafts(model.unsaved, place.id).all().isNotEmpty()

    override suspend fun load(): PersonPage = session.let {
        val on = it.author().on
        val page = it.siklus.personPage(place.id, on, language = language)
        dueToday = if (page.described == null) null else it.siklus.serviceCard(place.id, on, language).dueOn(on)
        page
    }

    fun correct() = state?.person?.household?.let { model.open(Place.PersonForm(it, place.id)) }

    fun pregnancy() = model.open(Place.Pregnancy(place.id))

    fun growth() = model.open(Place.Growth(place.id))

    fun move() = model.open(Place.Move(place.id))

    fun result(visit: String) = model.open(Place.Result(visit, place.id))

    fun answers(visit: String) = model.open(Place.Answers(visit, place.id))

    fun services() = model.open(Place.ServiceCard(place.id))

    fun household() = state?.person?.household?.let { model.backTo(Place.Household(it)) }
}
