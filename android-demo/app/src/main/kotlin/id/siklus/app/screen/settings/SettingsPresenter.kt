package id.siklus.app.screen.settings

import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell

/** How the app speaks, and how large. */
class SettingsState(
    /** `id` or `en`. */
    val language: String,
    /** How much larger than the phone's own text, in percent. */
    val textPercent: Int,
)

/** Language and size of text, and the way to the rest. */
class SettingsPresenter(model: Model) : Presenter<SettingsState>(model) {
    private val look = model.phone.look

    override fun view(shell: Shell) = SettingsView(shell, this)

    override suspend fun load() = now()

    /** The Activity is made anew for it, and draws what is shown then. */
    fun speak(language: String) {
        look.language = language
        show(now())
    }

    /** As [speak]. */
    fun enlarge(percent: Int) {
        look.textPercent = percent
        show(now())
    }

    fun open(place: Place) = model.open(place)

    fun lock() = model.lock()

    private fun now() = SettingsState(look.language, look.textPercent)
}
