package id.siklus.app.screen.access

import id.siklus.Cadre
import id.siklus.app.kit.Field
import id.siklus.app.kit.Said

/** A step of letting somebody in: a field that is typed into, or a PIN that is keyed in. */
class PinState(
    /** The heading. */
    val title: Int,
    /** What to do, or why nothing can be done now. */
    val help: Said,
    /** What went wrong with the last try. */
    val error: Said? = null,
    /** The field; none when a PIN is asked for. */
    val field: Field? = null,
    /** How many digits were keyed in; nothing when no PIN can be. */
    val keyed: Int? = null,
    /** Between whom is chosen. */
    val cadres: List<Cadre> = emptyList(),
    /** The one whose PIN is asked for. */
    val chosen: Cadre? = null,
    /** Whether something lies below this screen. */
    val canGoBack: Boolean = true,
    /** Whether it changes by itself, second by second. */
    val countsDown: Boolean = false,
)
