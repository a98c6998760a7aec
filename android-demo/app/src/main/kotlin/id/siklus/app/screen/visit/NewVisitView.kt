package id.siklus.app.screen.visit

import id.siklus.Setting
import id.siklus.app.R
import id.siklus.app.kit.Choice
import id.siklus.app.kit.FairRow
import id.siklus.app.kit.show
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws what is asked before a visit. */
class NewVisitView(shell: Shell, private val presenter: NewVisitPresenter) : ScreenView<NewVisitState>(shell, R.layout.new_visit) {
    private val setting: FairRow = content.findViewById(R.id.setting)
    private val sheet: FairRow = content.findViewById(R.id.family_sheet)

    override fun draw(state: NewVisitState) {
        shell.header(shell.text(R.string.new_visit), canGoBack = true)
        shell.primary(shell.text(R.string.begin_visit)) { presenter.begin(state) }
        setting.show(Setting.entries.map { choice -> Choice(shell.text(choice.label), state.setting == choice, { presenter.choose(choice) }) })
        val withSheet = listOf(true to R.string.yes, false to R.string.no)
        sheet.show(withSheet.map { (value, label) -> Choice(shell.text(label), state.familySheet == value, { presenter.withSheet(value) }) })
    }
}

/** Where a visit takes place, in words. */
val Setting.label: Int
    get() =
        when (this) {
            Setting.HOME_VISIT -> R.string.at_home
            Setting.POSYANDU -> R.string.at_posyandu
        }
