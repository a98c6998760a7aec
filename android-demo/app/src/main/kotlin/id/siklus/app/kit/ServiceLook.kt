package id.siklus.app.kit

import android.content.Context
import android.content.res.ColorStateList
import android.graphics.drawable.Drawable
import android.widget.ImageView
import id.siklus.ServiceStatus
import id.siklus.app.R

/** How the status of a service looks. The word goes with it; the library says it. */
enum class ServiceLook(
    private val icon: Int,
    private val colours: ActionLook,
) {
    DONE(R.drawable.ic_none, ActionLook.NONE),
    DUE(R.drawable.ic_service_due, ActionLook.SERVICE_DUE),
    OVERDUE(R.drawable.ic_overdue, ActionLook.REFER),
    UPCOMING(R.drawable.ic_upcoming, ActionLook.EDUCATE),
    MISSED(R.drawable.ic_missed, ActionLook.EDUCATE),
    NOT_APPLICABLE(R.drawable.ic_circle, ActionLook.EDUCATE),
    ;

    /** The colour of icon and word. */
    fun colour(context: Context): Int = colours.colour(context)

    /** The card behind it, where something can be given now. */
    fun card(context: Context): Drawable? = colours.takeIf { this == DUE || this == OVERDUE }?.card(context)

    /** Puts the icon there. */
    fun put(into: ImageView) {
        into.setImageResource(icon)
        into.imageTintList = ColorStateList.valueOf(colour(into.context))
    }

    companion object {
        /** How a status looks. */
        fun of(status: ServiceStatus): ServiceLook =
            when (status) {
                ServiceStatus.DONE -> DONE
                ServiceStatus.DUE -> DUE
                ServiceStatus.OVERDUE -> OVERDUE
                ServiceStatus.UPCOMING -> UPCOMING
                ServiceStatus.MISSED -> MISSED
                ServiceStatus.NOT_APPLICABLE -> NOT_APPLICABLE
            }
    }
}
