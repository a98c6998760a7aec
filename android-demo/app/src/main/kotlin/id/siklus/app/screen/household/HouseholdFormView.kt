package id.siklus.app.screen.household

import id.siklus.app.R
import id.siklus.app.kit.Fields
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws the fields of a household. */
class HouseholdFormView(shell: Shell, private val presenter: HouseholdFormPresenter) :
    ScreenView<HouseholdFormState>(shell, R.layout.column) {
    private val fields = Fields(content.findViewById(R.id.column), presenter.typed)

    override fun draw(state: HouseholdFormState) {
        val title = if (state.known == null) R.string.new_household else R.string.correct_household
        shell.header(shell.text(title), canGoBack = true)
        shell.primary(shell.text(R.string.save), presenter::save)
        fields.show(state.fields, state.errors)
        fields.firstWrong()?.let(shell::scrollTo)
    }
}
