package id.siklus.app.screen.visit

import id.siklus.Setting
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell

/** How a visit is to be. */
class NewVisitState(
    /** Where it takes place. */
    val setting: Setting,
    /** Whether the family sheet is filled in at it. */
    val familySheet: Boolean,
)

/** Asks where the visit takes place, and begins it. */
class NewVisitPresenter(model: Model, private val place: Place.NewVisit) : Presenter<NewVisitState>(model) {
    override fun view(shell: Shell) = NewVisitView(shell, this)

    override suspend fun load() = NewVisitState(Setting.HOME_VISIT, familySheet = false)

    fun choose(setting: Setting) = state?.let { show(NewVisitState(setting, it.familySheet)) }

    fun withSheet(familySheet: Boolean) = state?.let { show(NewVisitState(it.setting, familySheet)) }

    fun begin(how: NewVisitState) = once {
        val visit = session.siklus.openVisit(session.author(), place.household, how.setting, how.familySheet)
        model.replace(Place.Visit(session.opened(visit)))
    }
}
