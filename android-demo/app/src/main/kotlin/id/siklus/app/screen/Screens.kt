package id.siklus.app.screen

import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.screen.today.TodayPresenter

/** Which screen stands at a place. */
fun presenter(model: Model, place: Place): Presenter<*> =
    when (place) {
        Place.Today -> TodayPresenter(model)
        else -> TodayPresenter(model)
    }
