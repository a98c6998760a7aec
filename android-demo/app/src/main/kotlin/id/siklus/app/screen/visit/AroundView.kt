package id.siklus.app.screen.visit

import android.graphics.Rect
import android.view.View
import id.siklus.Alarm
import id.siklus.PartOverview
import id.siklus.Standing
import id.siklus.VisitOverview
import id.siklus.app.R
import id.siklus.app.kit.Rows
import id.siklus.app.kit.named
import id.siklus.app.kit.showChip
import id.siklus.app.shell.Shell

/** The bar of every danger sign of a visit, those of [person] first. What was said alone stands there without its title. */
fun Shell.alarms(alarms: List<Alarm>, person: String? = null, tap: () -> Unit) {
    val first = alarms.sortedByDescending { it.person == person }.firstOrNull() ?: return danger(null)
    val name = first.name.takeIf { first.person != person }
    val who = listOfNotNull(text(R.string.action_emergency), name).joinToString(", ")
    val what = listOfNotNull(who, first.title.takeUnless { first.private }).joinToString(": ")
    danger(if (alarms.size == 1) what else text(R.string.more_alarms, what, alarms.size - 1), tap = tap)
}

/** The members of a visit as chips under the header. */
class Chips(private val shell: Shell, private val open: (String) -> Unit) {
    private var current: String? = null
    private val chips = Rows<PartOverview>(shell.chips, { it.person }, { R.layout.chip }, ::chip)

    /** Shows the members, where there are several; [person] is the one whose form is on the screen. */
    fun show(visit: VisitOverview, person: String?) {
        val isNew = current != person
        current = person
        shell.showChips(visit.parts.size > 1)
        chips.show(visit.parts)
        if (isNew && person != null) chips.view(person)?.let { it.post { inSight(it) } }
    }

    /** With a part of its neighbours, so that she sees that there are some. */
    private fun inSight(chip: View) {
        val beside = shell.context.resources.getDimensionPixelSize(R.dimen.button)
        chip.requestRectangleOnScreen(Rect(-beside, 0, chip.width + beside, chip.height), true)
    }

    private fun chip(view: View, part: PartOverview) {
        val look = PartLook.of(part, atOnce = Standing.EMERGENCY)
        val isCurrent = part.person == current
        val name = shell.named(part.name)
        look.put(view.findViewById(R.id.chip_state))
        view.showChip(name, isCurrent, spoken = "$name, ${shell.text(look.word)}")
        view.setOnClickListener { if (!isCurrent) open(part.person) }
    }
}
