package id.siklus.app.screen.settings

import android.view.View
import android.widget.TextView
import id.siklus.RulePack
import id.siklus.app.R
import id.siklus.app.kit.Rows
import id.siklus.app.model.Model
import id.siklus.app.model.Presenter
import id.siklus.app.model.SettingsPlace
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** What the rules are made of. */
class AboutPresenter(model: Model) : Presenter<List<String>>(model) {
    override fun view(shell: Shell) = AboutView(shell, this)

    override suspend fun load() = RulePack.embedded().use { listOf(it.title(model.phone.look.language), it.version) }

    fun licences() = model.open(SettingsPlace.Licences)
}

/** Draws it line by line. */
class AboutView(shell: Shell, private val presenter: AboutPresenter) : ScreenView<List<String>>(shell, R.layout.about) {
    private val lines = Rows<String>(content.findViewById(R.id.column), { it }, { R.layout.line }) { view, line -> (view as TextView).text = line }

    init {
        content.findViewById<View>(R.id.licences).setOnClickListener { presenter.licences() }
    }

    override fun draw(state: List<String>) {
        shell.header(shell.text(R.string.about), canGoBack = true)
        lines.show(state)
    }
}
