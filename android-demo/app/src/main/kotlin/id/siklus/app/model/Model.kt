package id.siklus.app.model

import id.siklus.SiklusException
import id.siklus.app.phone.Phone
import id.siklus.app.screen.presenter
import id.siklus.app.shell.Shell
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/** The state of the whole app: who is at work and what lies on the screen. It outlives the Activity, which only shows it. */
class Model(val phone: Phone) {
    /** Everything that waits does so here; views are touched on the main thread alone. */
    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Main.immediate)

    /** Calls go one after the other, in the order of the taps. */
    private val turn = Mutex()
    private var calls = 0
    private var shell: Shell? = null
    private var front: Presenter<*>? = null
    private var stack = BackStack()

    /** Who is at work; none while the app is locked. */
    var session: Session? = null
        private set

    /** Whether something is being done in the background. */
    val isBusy: Boolean get() = calls > 0

    /** What was typed on this screen and is not saved yet. */
    val typed: MutableMap<String, String> get() = stack.top.typed

    /** The session, on screens that are seen only while somebody is at work. */
    fun atWork(): Session = checkNotNull(session) { "locked" }

    /** A cadre begins to work. She goes on where the app was left. */
    fun begin(session: Session) {
        this.session = session
        showTop()
    }

    /** Shows everything in this Activity from now on. */
    fun attach(shell: Shell) {
        this.shell = shell
        front?.attach(shell) ?: showTop()
    }

    /** The Activity goes; the model stays. */
    fun detach(shell: Shell) {
        if (this.shell !== shell) return
        front?.detach()
        this.shell = null
    }

    /** Opens a place over this one. */
    fun open(place: Place) = move { push(place) }

    /** Opens a place instead of this one. */
    fun replace(place: Place) = move { replace(place) }

    /** Opens a place over the last one that is meant. */
    fun backTo(place: Place, meant: (Place) -> Boolean) = move { backTo(place, meant) }

    /** Reads what is on the screen again. */
    fun refresh() = front?.refresh()

    /** One screen back; false at the first one. */
    fun back(): Boolean {
        if (front?.back() == true) return true
        if (session == null || !stack.canGoBack) return false
        move { pop() }
        return true
    }

    /** What is kept while the app is not running. */
    fun keep(): ArrayList<BackStack.Entry> = stack.toList()

    /** Goes back to what was kept, unless the app has been running since. */
    fun restore(kept: List<BackStack.Entry>) {
        if (front == null && kept.isNotEmpty()) stack = BackStack(kept)
    }

    /** Does something in the background, after what was asked for before. What goes wrong stands on the screen. */
    fun work(again: (() -> Unit)? = null, what: suspend () -> Unit) {
        calls += 1
        scope.launch {
            val slow = launch { delay(SLOW_MS); shell?.waiting(true) }
            try {
                turn.withLock { what() }
            } catch (error: SiklusException) {
                shell?.problem(error, again) { back() }
            } finally {
                slow.cancel()
                calls -= 1
                if (calls == 0) shell?.waiting(false)
            }
        }
    }

    private fun move(how: BackStack.() -> Unit) {
        stack.how()
        showTop()
    }

    private fun showTop() {
        front?.detach()
        front = presenter(this, stack.top.place).also { presenter -> shell?.let(presenter::attach) }
    }

    private companion object {
        /** What takes longer is seen to be at work. */
        const val SLOW_MS = 300L
    }
}
