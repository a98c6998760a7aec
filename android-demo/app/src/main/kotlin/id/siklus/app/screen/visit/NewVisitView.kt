package id.siklus.app.screen.visit

import id.siklus.Setting
import id.siklus.app.R
import id.siklus.app.kit.FairRow
import id.siklus.app.kit.choices
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
        setting.show(shell.choices(Setting.entries, state.setting, Setting::label, presenter::choose))
        sheet.show(shell.choices(listOf(true, false), state.familySheet, { if (it) R.string.yes else R.string.no }, presenter::withSheet))
    }
}

/** Where a visit takes place, in words. */
val Setting.label: Int
    get() =
        when (this) {
            Setting.HOME_VISIT -> R.string.at_home
            Setting.POSYANDU -> R.string.at_posyandu
        }
