package id.siklus.app.screen

import android.view.View
import id.siklus.app.R
import id.siklus.app.kit.onTap
import id.siklus.app.kit.show
import id.siklus.app.model.DiscreetPresenter
import id.siklus.app.model.Discretion
import id.siklus.app.shell.Shell

/** The button that hides what is private as soon as somebody comes. */
fun Shell.showHide(discretion: Discretion, presenter: DiscreetPresenter<*>) =
    headerAction(R.drawable.ic_close.takeIf { discretion.shows }, text(R.string.hide_screen), presenter::hide)

/** The same, and the card of `alone` that asks before it is shown. */
fun Shell.showAlone(content: View, discretion: Discretion, presenter: DiscreetPresenter<*>) {
    showHide(discretion, presenter)
    content.show(R.id.alone, discretion.waits)
    content.onTap(R.id.alone_yes) { presenter.alone() }
}
