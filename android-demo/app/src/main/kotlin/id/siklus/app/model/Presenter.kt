package id.siklus.app.model

import id.siklus.SiklusException
import id.siklus.app.R
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** A screen behind its view: it loads the state by one call of the library, and does what taps ask for. */
abstract class Presenter<S : Any>(protected val model: Model) {
    private var view: ScreenView<S>? = null

    /** What is shown; none before it is loaded. */
    protected var state: S? = null
        private set

    /** What is said while it takes its time, a string resource. */
    protected open val waiting: Int = R.string.waiting

    /** What was typed here and is not saved yet, whatever lies on top meanwhile. */
    val typed: MutableMap<String, String> = model.typed

    private var isDoing = false

    /** Who is at work. */
    protected val session: Session get() = model.atWork()

    /** In which language the library speaks. */
    protected val language: String get() = model.phone.look.language

    /** Reads what is shown. */
    protected abstract suspend fun load(): S

    /** Makes the view. */
    protected abstract fun view(shell: Shell): ScreenView<S>

    /** Does something else with Back than leaving the screen. */
    open fun back(): Boolean = false

    /** Nothing more is to be done here. */
    open fun finish() {
        model.back()
    }

    /** Shows itself there from now on. */
    fun attach(shell: Shell) {
        shell.clear()
        view = view(shell)
        state?.let { view?.draw(it) } ?: refresh()
    }

    /** Is not seen any more. */
    fun detach() {
        view = null
    }

    /** Reads again. */
    fun refresh() = work { show(load()) }

    /** Shows itself anew where an error stood, and reads again. */
    private fun again() {
        state = null
        model.showAgain()
    }

    /** Shows another state. */
    protected fun show(state: S) {
        this.state = state
        view?.draw(state)
    }

    /** What stands around the forms of a visit. */
    protected suspend fun around(visit: String): Around = session.around(visit, language)

    /** Saves a form; what is not accepted stays on the screen, with the reasons by the names of the fields. */
    protected fun saving(refused: (Map<String, String>) -> S, what: suspend () -> Unit) = once {
        try {
            what()
        } catch (error: SiklusException.InvalidInput) {
            show(refused(error.byField()))
        }
    }

    /** Something that is done by one tap: a second tap while the first is at work does nothing. */
    protected fun once(what: suspend () -> Unit) {
        if (isDoing) return
        isDoing = true
        work {
            try {
                what()
            } finally {
                isDoing = false
            }
        }
    }

    /** Something that may fail; tried again it begins anew. */
    protected fun work(what: suspend () -> Unit) = model.work(again = ::again, waiting, what)
}
