package id.siklus.app.screen.result

import id.siklus.Alarm
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell

/** Every danger sign of a visit that has not ended. */
class AlarmsState(
    /** All of them. */
    val alarms: List<Alarm>,
    /** Whether the cadre said that nobody listens. */
    val alone: Boolean,
) {
    /** Whether some are seen only alone with the person. */
    val isPrivate: Boolean get() = alarms.any { it.private }

    /** Whether an alarm is told without what was found. */
    fun hides(alarm: Alarm): Boolean = alarm.private && !alone

    /** The members in danger, one alarm of each. */
    val members: List<Alarm> get() = alarms.distinctBy { it.person }
}

/** What to do about the danger signs, at the door: it does not wait for the end of the visit. */
class AlarmsPresenter(model: Model, private val place: Place.Alarms) : Presenter<AlarmsState>(model) {
    override fun view(shell: Shell) = AlarmsView(shell, this)

    override suspend fun load() = AlarmsState(model.atWork().around(place.visit, model.phone.look.language).overview().alarms, ALONE in model.typed)

    fun alone() {
        model.typed[ALONE] = "yes"
        refresh()
    }

    fun hide() = model.open(Place.Neutral)

    fun letter(person: String) = model.open(Place.Letter(place.visit, person))

    fun finish() {
        model.back()
    }

    private companion object {
        const val ALONE = "alone"
    }
}
