package id.siklus.app.shell

import android.view.View

/** Draws a state. One lives as long as its screen is on top of one Activity. */
abstract class ScreenView<S : Any>(
    protected val shell: Shell,
    layout: Int,
) {
    /** What lies between header and bottom. */
    protected val content: View = shell.content(layout)

    /** Draws the state, whatever was drawn before. */
    abstract fun draw(state: S)
}
