package id.siklus.app.kit

import android.content.Context
import android.content.res.ColorStateList
import android.graphics.drawable.Drawable
import android.graphics.drawable.GradientDrawable
import android.graphics.drawable.RippleDrawable
import android.widget.ImageView
import id.siklus.Standing
import id.siklus.app.R

/** How a standing looks. Colour never stands alone: icon and word go with it. */
enum class ActionLook(
    val icon: Int,
    val word: Int,
    private val colour: Int,
    private val surface: Int,
) {
    NONE(R.drawable.ic_none, R.string.action_none, R.color.none, R.color.none_surface),
    EDUCATE(R.drawable.ic_educate, R.string.action_educate, R.color.educate, R.color.educate_surface),
    SERVICE_DUE(R.drawable.ic_service_due, R.string.action_service_due, R.color.service_due, R.color.service_due_surface),
    REPORT(R.drawable.ic_report, R.string.action_report, R.color.report, R.color.report_surface),
    REFER(R.drawable.ic_refer, R.string.action_refer, R.color.refer, R.color.refer_surface),
    EMERGENCY(R.drawable.ic_emergency, R.string.action_emergency, R.color.emergency, R.color.emergency_surface),

    /** Nobody can say yet. */
    UNDECIDABLE(R.drawable.ic_undecidable, R.string.action_undecidable, R.color.undecidable, R.color.undecidable_surface),
    ;

    /** The colour of icon and words. */
    fun colour(context: Context): Int = context.getColor(colour)

    /** The colour behind them. */
    fun surface(context: Context): Int = context.getColor(surface)

    /** A card in its colours, as large as the view that it lies behind; dashed where nobody can say. */
    fun card(context: Context): Drawable {
        fun size(id: Int) = context.resources.getDimension(id)
        val (dash, gap) = if (this == UNDECIDABLE) size(R.dimen.gap) to size(R.dimen.gap) / 2 else 0f to 0f
        val shape = GradientDrawable()
        shape.setColor(surface(context))
        shape.setStroke((size(R.dimen.gap) / STROKE_SHARE).toInt(), colour(context), dash, gap)
        shape.cornerRadius = size(R.dimen.corner)
        return RippleDrawable(ColorStateList.valueOf(context.getColor(R.color.border)), shape, null)
    }

    /** Puts the icon there. */
    fun put(into: ImageView) {
        into.setImageResource(icon)
        into.imageTintList = ColorStateList.valueOf(colour(into.context))
    }

    companion object {
        /** What part of a gap a stroke is. */
        private const val STROKE_SHARE = 4

        /** How a standing looks. What it is, the library says. */
        fun of(standing: Standing): ActionLook =
            when (standing) {
                Standing.NONE -> NONE
                Standing.EDUCATE -> EDUCATE
                Standing.UNDECIDABLE -> UNDECIDABLE
                Standing.SERVICE_DUE -> SERVICE_DUE
                Standing.REPORT -> REPORT
                Standing.REFER -> REFER
                Standing.EMERGENCY -> EMERGENCY
            }
    }
}
