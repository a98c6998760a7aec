package id.siklus.app.screen

import id.siklus.app.R
import id.siklus.app.model.Model
import id.siklus.app.model.Presenter
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Shows nothing of anybody, until nobody looks on any more. */
class NeutralPresenter(model: Model) : Presenter<Unit>(model) {
    override suspend fun load() = Unit

    override fun view(shell: Shell) =
        object : ScreenView<Unit>(shell, R.layout.neutral) {
            override fun draw(state: Unit) {
                shell.header(shell.text(R.string.app_name), canGoBack = false)
                shell.primary(shell.text(R.string.go_on)) { model.back() }
            }
        }
}
