package id.siklus.app.screen.settings

import id.siklus.About
import id.siklus.app.model.Model
import id.siklus.app.model.Presenter
import id.siklus.app.model.SettingsPlace
import id.siklus.app.shell.Shell

/** By which rules the app judges, and on what they rest. */
class AboutPresenter(model: Model) : Presenter<About>(model) {
    override fun view(shell: Shell) = AboutView(shell, this)

    override suspend fun load() = session.siklus.about(language)

    fun licences() = model.open(SettingsPlace.Licences)
}
