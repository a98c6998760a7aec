package id.siklus.app.screen.access

import id.siklus.app.R
import id.siklus.app.kit.Said
import id.siklus.app.model.AccessPlace
import id.siklus.app.model.Found
import id.siklus.app.model.Model

/** The first thing that a cadre sees. */
fun welcome(model: Model) =
    NoticePresenter(model) {
        Notice(Said(R.string.app_name), R.drawable.ic_app, Said(R.string.welcome), Said(R.string.begin), colour = null, canGoBack = false) {
            model.open(AccessPlace.FirstStart)
        }
    }

/** What lies on the phone cannot be opened, and is left as it is. A damaged ring can be made again beside the old one. */
fun stuck(model: Model, place: AccessPlace.Stuck) =
    NoticePresenter(model) {
        val mends = place.why == Found.RING_DAMAGED
        val button = if (mends) R.string.use_code else R.string.try_again
        Notice(Said(place.why.title), R.drawable.ic_lock, Said(place.why.help), Said(button), R.color.error, canGoBack = false) {
            model.open(if (mends) AccessPlace.Restore else AccessPlace.Door)
        }
    }

private val Found.title: Int
    get() =
        when (this) {
            Found.RING_ALONE -> R.string.store_missing
            Found.STORE_ALONE -> R.string.ring_missing
            else -> R.string.ring_damaged
        }

private val Found.help: Int
    get() =
        when (this) {
            Found.RING_ALONE -> R.string.store_missing_help
            Found.STORE_ALONE -> R.string.ring_missing_help
            else -> R.string.ring_damaged_help
        }

/** The PIN is another one now. */
fun pinChanged(model: Model) =
    NoticePresenter(model) {
        Notice(Said(R.string.change_pin), R.drawable.ic_none, Said(R.string.pin_changed), Said(R.string.finish), R.color.none) { model.back() }
    }

/** Before the old recovery code is worth nothing any more. */
fun newCode(model: Model) =
    NoticePresenter(model) {
        Notice(Said(R.string.recovery_code), R.drawable.ic_lock, Said(R.string.new_code_help), Said(R.string.make_code)) {
            model.replace(AccessPlace.RecoveryCode)
        }
    }
