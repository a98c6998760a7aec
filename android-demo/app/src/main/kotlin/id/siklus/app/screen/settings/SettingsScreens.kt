package id.siklus.app.screen.settings

import id.siklus.app.R
import id.siklus.app.kit.Said
import id.siklus.app.model.Model
import id.siklus.app.model.Presenter
import id.siklus.app.model.SettingsPlace
import id.siklus.app.screen.access.Notice
import id.siklus.app.screen.access.NoticePresenter

/** Which screen stands at a place behind the settings. */
fun settingsPresenter(model: Model, place: SettingsPlace): Presenter<*> =
    when (place) {
        SettingsPlace.StoreCheck -> storeCheck(model)
        SettingsPlace.About -> AboutPresenter(model)
        SettingsPlace.Licences -> LicencesPresenter(model)
    }

/** Looks through the whole store, and says what came out. */
private fun storeCheck(model: Model) =
    NoticePresenter(model, waiting = R.string.checking_store) {
        val found = model.atWork().siklus.verify()
        val words = if (found.whole) Said(R.string.store_whole, found.rows) else Said(R.string.damaged_help)
        val (icon, colour) = if (found.whole) R.drawable.ic_none to R.color.none else R.drawable.ic_undecidable to R.color.error
        Notice(Said(R.string.check_store), icon, words, Said(R.string.finish), colour) { model.back() }
    }
