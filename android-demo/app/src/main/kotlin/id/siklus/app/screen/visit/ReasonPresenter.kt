package id.siklus.app.screen.visit

import id.siklus.Alarm
import id.siklus.PartState
import id.siklus.app.R
import id.siklus.app.kit.Field
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell

/** What becomes of a member who is not asked, or of a visit that is cancelled. */
class ReasonState(
    /** The heading. */
    val title: String,
    /** What became of the member; nothing for a visit. */
    val parts: List<PartState>,
    /** The one that was tapped. */
    val part: PartState?,
    /** The danger signs of the visit. */
    val alarms: List<Alarm>,
    /** What is wrong with the reason. */
    val errors: Map<String, String> = emptyMap(),
) {
    /** Whether a reason is asked for. */
    val needsReason: Boolean get() = parts.isEmpty() || part == PartState.NOT_VISITED

    companion object {
        val REASON = Field("reason", R.string.reason, Field.Shape.SENTENCE)
    }
}

/** Says why a member is not asked. */
class NotAskedPresenter(model: Model, private val place: Place.NotAsked) : ReasonPresenter(model, place.visit) {
    override suspend fun load(): ReasonState {
        val visit = visit()
        val part = visit.parts.first { it.person == place.person }
        return ReasonState(part.name.orEmpty(), listOf(PartState.ABSENT, PartState.REFUSED, PartState.NOT_VISITED), part.state, visit.alarms)
    }

    override suspend fun save(part: PartState?, reason: String) {
        session.visit(place.visit).setPart(place.person, part ?: return, reason.takeIf { part == PartState.NOT_VISITED }, language)
        model.back()
    }
}

/** Says why a visit is cancelled. */
class CancelPresenter(model: Model, private val place: Place.CancelVisit) : ReasonPresenter(model, place.visit) {
    override suspend fun load() = ReasonState("", emptyList(), part = null, visit().alarms)

    override suspend fun save(part: PartState?, reason: String) {
        session.visit(place.visit).cancel(session.author(), reason, language)
        model.backTo(Place.Today)
    }
}

/** What both have in common: a reason in words, and what is wrong with it. */
abstract class ReasonPresenter(model: Model, private val visit: String) : Presenter<ReasonState>(model) {
    override fun view(shell: Shell) = ReasonView(shell, this)

    protected abstract suspend fun save(part: PartState?, reason: String)

    protected suspend fun visit() = around(visit).overview()

    fun alarms() = model.open(Place.Alarms(visit))

    fun choose(part: PartState) = state?.let { show(ReasonState(it.title, it.parts, part, it.alarms)) }

    fun save() {
        val now = state ?: return
        saving({ ReasonState(now.title, now.parts, now.part, now.alarms, it) }) { save(now.part, typed[ReasonState.REASON.name].orEmpty()) }
    }
}
