package id.siklus.app.screen.result

import id.siklus.Alarm
import id.siklus.app.model.DiscreetPresenter
import id.siklus.app.model.Discretion
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.shell.Shell

/** Every danger sign of a visit that has not ended. */
class AlarmsState(
    /** All of them. */
    val alarms: List<Alarm>,
    alone: Boolean,
) {
    /** What of them is seen now; the others are told without what was found. */
    val discretion = Discretion(alarms.any(Alarm::private), alone)

    /** The members in danger, one alarm of each. */
    val members: List<Alarm> get() = alarms.distinctBy { it.person }
}

/** What to do about the danger signs, at the door: it does not wait for the end of the visit. */
class AlarmsPresenter(model: Model, private val place: Place.Alarms) : DiscreetPresenter<AlarmsState>(model) {
    override fun view(shell: Shell) = AlarmsView(shell, this)

    override suspend fun load() = AlarmsState(around(place.visit).overview().alarms, isAlone)

    fun letter(person: String) = model.open(Place.Letter(place.visit, person))
}
