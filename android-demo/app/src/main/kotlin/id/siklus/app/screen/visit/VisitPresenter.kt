package id.siklus.app.screen.visit

import id.siklus.AskNext
import id.siklus.Completion
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.model.Whose
import id.siklus.app.shell.Shell

/** Who is here: the way to each form, and to the results. */
class VisitPresenter(model: Model, private val place: Place.Visit) : Presenter<VisitState>(model) {
    override fun view(shell: Shell) = VisitView(shell, this)

    override suspend fun load() = VisitState(around(place.id).again())

    fun ask(person: String) = model.open(Place.Section(place.id, Whose.Member(person)))

    fun ask(person: String, question: AskNext) = model.open(Place.Section(place.id, Whose.Member(person), question.section))

    fun sheet() = model.open(Place.Section(place.id, Whose.Family(state!!.overview.household)))

    fun notAsked(person: String) = model.open(Place.NotAsked(place.id, person))

    fun alarms() = model.open(Place.Alarms(place.id))

    fun cancel() = model.open(Place.CancelVisit(place.id))

    /** Completes the visit. Urgent questions that are open are shown once before. */
    fun complete(leaveOpen: Boolean) = once {
        when (val done = session.visit(place.id).complete(session.author(), leaveOpen, language)) {
            is Completion.AskFirst -> show(VisitState(state!!.overview, done.open))
            is Completion.Done -> model.replace(Place.Results(place.id))
        }
    }

    override fun back(): Boolean {
        val asking = state?.open.orEmpty().isNotEmpty()
        if (asking) refresh()
        return asking
    }
}
