package id.siklus.app.model


/** What on a screen is for the eyes of one person, and whether nobody else looks on. */
class Discretion(
    private val hasPrivate: Boolean,
    private val alone: Boolean,
) {
    /** Whether something waits for that. */
    val waits: Boolean get() = hasPrivate && !alone

    /** Whether something is seen that is to be hidden when somebody comes. */
    val shows: Boolean get() = hasPrivate && alone

    /** Whether this is not seen now. */
    fun hides(isPrivate: Boolean): Boolean = isPrivate && !alone
}

/** A screen with something that is shown only when nobody else looks on. */
abstract class DiscreetPresenter<S : Any>(model: Model) : Presenter<S>(model) {
    /** Whether the cadre said that nobody listens. */
    protected val isAlone: Boolean get() = ALONE in typed

    /** Nobody listens. */
    fun alone() {
        typed[ALONE] = "yes"
        refresh()
    }

    /** Somebody comes: the screen is blank, and what is private waits again. */
    fun hide() {
        model.isNotAlone()
        model.open(Place.Neutral)
    }

    /** Opens a place for the same eyes. */
    protected fun openAlone(place: Place) {
        val still = isAlone
        model.open(place)
        if (still) model.typed[ALONE] = "yes"
    }

    companion object {
        /** Where it is kept that nobody looks on. */
        const val ALONE = "alone"
    }
}
