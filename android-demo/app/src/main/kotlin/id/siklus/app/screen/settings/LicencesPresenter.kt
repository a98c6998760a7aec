package id.siklus.app.screen.settings

import id.siklus.app.R
import id.siklus.app.kit.text
import id.siklus.app.model.Model
import id.siklus.app.model.Presenter
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** What others wrote, and under which licence. */
class LicencesPresenter(model: Model) : Presenter<Unit>(model) {
    override suspend fun load() = Unit

    override fun view(shell: Shell) =
        object : ScreenView<Unit>(shell, R.layout.line) {
            override fun draw(state: Unit) {
                shell.header(shell.text(R.string.licences), canGoBack = true)
                val names = shell.context.resources.openRawResource(R.raw.licences).bufferedReader().use { it.readText() }
                // Long names may be broken behind dots, hyphens and underscores, which large print needs.
                content.text(R.id.line).text = names.replace(Regex("(?<=[a-z])[._-](?=[a-z])"), "$0\u200B")
            }
        }
}
