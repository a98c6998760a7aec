package id.siklus.app.screen.settings

import android.app.Activity
import android.view.View
import id.siklus.app.R
import id.siklus.app.kit.Choice
import id.siklus.app.kit.FairRow
import id.siklus.app.kit.Rows
import id.siklus.app.kit.show
import id.siklus.app.kit.text
import id.siklus.app.model.AccessPlace
import id.siklus.app.model.Place
import id.siklus.app.model.SettingsPlace
import id.siklus.app.phone.Look
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws the settings. */
class SettingsView(shell: Shell, private val presenter: SettingsPresenter) : ScreenView<SettingsState>(shell, R.layout.settings) {
    private val language: FairRow = content.findViewById(R.id.language)
    private val textSize: FairRow = content.findViewById(R.id.text_size)
    private val rows = Rows<Pair<Int, Place>>(content.findViewById(R.id.more_settings), { it.first }, { R.layout.ask_row }, ::row)

    override fun draw(state: SettingsState) {
        shell.header(shell.text(R.string.settings), canGoBack = true)
        shell.primary(shell.text(R.string.lock_now), presenter::lock)
        language.show(LANGUAGES.map { (code, name) -> choice(name, state.language == code) { presenter.speak(code) } })
        textSize.show(SIZES.map { percent -> choice(shell.text(R.string.percent, percent), state.textPercent == percent) { presenter.enlarge(percent) } })
        rows.show(MORE)
    }

    private fun choice(label: String, selected: Boolean, tap: () -> Unit) =
        Choice(label, selected, {
            tap()
            (shell.context as Activity).recreate()
        })

    private fun row(view: View, row: Pair<Int, Place>) {
        view.text(R.id.label).setText(row.first)
        view.setOnClickListener { presenter.open(row.second) }
    }

    private companion object {
        /** A language is called by its own name, so that who chose the wrong one finds back. */
        val LANGUAGES = listOf(Look.INDONESIAN to "Indonesia", Look.ENGLISH to "English")
        val SIZES = listOf(Look.NORMAL, 115, 130, 150)
        val MORE =
            listOf(
                R.string.change_pin to AccessPlace.ChangePin,
                R.string.cadres to AccessPlace.Cadres,
                R.string.new_code to AccessPlace.NewCode,
                R.string.check_store to SettingsPlace.StoreCheck,
                R.string.about to SettingsPlace.About,
            )
    }
}
