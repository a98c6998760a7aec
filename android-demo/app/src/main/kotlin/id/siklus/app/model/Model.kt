package id.siklus.app.model

import id.siklus.SiklusException
import id.siklus.app.R
import id.siklus.app.phone.Phone
import id.siklus.app.screen.presenter
import id.siklus.app.shell.Shell
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
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
    private var door = BackStack(listOf(BackStack.Entry(AccessPlace.Door)))

    /** Where each cadre was, so that nobody sees what another one began to type. */
    private val stacks = HashMap<String, BackStack>()
    private val stack: BackStack get() = session?.let { stacks.getOrPut(it.cadre, ::BackStack) } ?: door
    private val idle = Idle(phone::sinceStart)
    private var watch: Job? = null

    /** Whether it is being locked; nothing is shown meanwhile. */
    private var isLocking = false

    /** The ring of keys and the store. */
    val keys = Keys(phone)

    /** Who was at work last. */
    var lastCadre: String? = null
        private set

    /** Who is at work; none while the app is locked. */
    var session: Session? = null
        private set

    /** Whether something is being done in the background. */
    val isBusy: Boolean get() = calls > 0

    /** What was typed on this screen and is not saved yet. */
    val typed: MutableMap<String, String> get() = stack.top.typed

    /** What is not saved yet on screens that find it again after they were left. */
    val unsaved: MutableMap<String, String> get() = stack.bottom.typed

    /** The session, on screens that are seen only while somebody is at work. */
    fun atWork(): Session = checkNotNull(session) { "locked" }

    /** A cadre begins to work. She goes on where the app was left. */
    fun begin(session: Session) {
        this.session = session
        lastCadre = session.cadre
        door = BackStack(listOf(BackStack.Entry(AccessPlace.Door)))
        if (keys.isCodeOpen && stack.top.place != AccessPlace.RecoveryCode) stack.push(AccessPlace.RecoveryCode)
        if (session.key != null) watch()
        showTop()
    }

    /** She goes: the store is closed and the key wiped, after the calls that have begun. Nothing is seen any more from now on. */
    fun lock() {
        val ending = session ?: return
        if (isLocking) return
        isLocking = true
        watch?.cancel()
        isNotAlone()
        front?.detach()
        front = null
        shell?.run { clear(); speaker.close() }
        work {
            try {
                ending.close()
            } finally {
                session = null
                isLocking = false
                showTop()
            }
        }
    }

    /** A touch, a key, or the app is seen again: it goes on, unless it is too late for that. */
    fun touched() {
        if (watch?.isActive == true && idle.left <= 0) lock() else idle.touched()
    }

    /** The app is not seen any more. */
    fun away() {
        idle.away()
        if (watch?.isActive == true) watch()
    }

    /** Somebody may look on now: what is private waits again, on every screen. */
    fun isNotAlone() = stacks.values.forEach { it.forget(DiscreetPresenter.ALONE) }

    /** What a cadre who is taken out typed is forgotten; when it is she who is at work, she goes. */
    fun forget(cadre: String) {
        if (session?.cadre == cadre) lock()
        stacks.remove(cadre)
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

    /** Goes back to a place, or opens it over the last one that is [meant]. */
    fun backTo(place: Place, meant: (Place) -> Boolean = { it == place }) = move { backTo(place, meant) }

    /** Reads what is on the screen again. */
    fun refresh() = front?.refresh()

    /** One screen back; false at the first one. */
    fun back(): Boolean {
        if (isLocking || front?.back() == true) return true
        if (!stack.canGoBack) return false
        move { pop() }
        return true
    }

    /** One screen back, whatever Back does on this one. */
    fun leave() = move { pop() }

    /** What is kept while the app is not running. */
    fun keep(): HashMap<String, ArrayList<BackStack.Entry>> = stacks.mapValuesTo(HashMap()) { (_, stack) -> stack.toList() }

    /** Goes back to what was kept, unless the app has been running since. */
    fun restore(kept: Map<String, List<BackStack.Entry>>) {
        if (front != null || stacks.isNotEmpty()) return
        kept.mapValuesTo(stacks) { (_, entries) -> BackStack(entries) }
        isNotAlone()
    }

    /** Does something in the background, after what was asked for before. What goes wrong stands on the screen. */
    fun work(again: (() -> Unit)? = null, waiting: Int = R.string.waiting, what: suspend () -> Unit) {
        calls += 1
        scope.launch {
            val slow = launch { delay(SLOW_MS); shell?.waiting(waiting) }
            try {
                turn.withLock { what() }
            } catch (error: SiklusException) {
                if (!isLocking) shell?.problem(error, again) { back() }
            } finally {
                slow.cancel()
                calls -= 1
                if (calls == 0) shell?.waiting(null)
            }
        }
    }

    /** Shows this screen anew, where an error stood. */
    fun showAgain() {
        shell?.let { front?.attach(it) }
    }

    private fun move(how: BackStack.() -> Unit) {
        stack.how()
        showTop()
    }

    /** Locks when it is time. A test of it moves the clock of the phone. */
    private fun watch() {
        watch?.cancel()
        watch = scope.launch {
            while (idle.left > 0) delay(idle.left)
            lock()
        }
    }

    private fun showTop() {
        if (isLocking) return
        front?.detach()
        // It is in front before it is attached: what loads at once may lead on to another screen already.
        val next = presenter(this, stack.top.place)
        front = next
        shell?.let(next::attach)
    }

    private companion object {
        /** What takes longer is seen to be at work. */
        const val SLOW_MS = 300L
    }
}
