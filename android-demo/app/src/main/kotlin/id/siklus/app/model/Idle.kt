package id.siklus.app.model

/** How long nobody has been at the phone. It goes by the clock that nobody can set, so it holds over sleep and whatever the wall clock says. */
class Idle(private val sinceStart: () -> Long) {
    private var touchedAt = sinceStart()
    private var leftAt: Long? = null

    /** The milliseconds until the app is to be locked; none are left when it is time. */
    val left: Long get() = minOf(touchedAt + UNTOUCHED_MS, leftAt?.plus(AWAY_MS) ?: Long.MAX_VALUE) - sinceStart()

    /** Somebody touched it, or came back to it. */
    fun touched() {
        touchedAt = sinceStart()
        leftAt = null
    }

    /** The app is not seen any more: she calls somebody, or is done. */
    fun away() {
        leftAt = sinceStart()
    }

    private companion object {
        const val UNTOUCHED_MS = 3 * 60_000L
        const val AWAY_MS = 60_000L
    }
}
