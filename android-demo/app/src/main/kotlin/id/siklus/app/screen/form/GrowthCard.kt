package id.siklus.app.screen.form

import android.view.View
import id.siklus.Growth
import id.siklus.GrowthIndex
import id.siklus.app.R
import id.siklus.app.kit.Rows
import id.siklus.app.kit.show
import id.siklus.app.kit.showText
import id.siklus.app.kit.shown
import id.siklus.app.kit.text
import id.siklus.app.shell.Shell

/** A quiet card with the classes of a child's growth. An index without a class tells a cadre nothing, so it is left out. */
class GrowthCard(private val shell: Shell, private val card: View) {
    private val indices = Rows<GrowthIndex>(card.findViewById(R.id.growth_indices), { it.kind }, { R.layout.growth_index }, ::index)

    /** Shows how a child grows, or why nobody can say; nothing where there is nothing to tell. */
    fun show(growth: Growth?, needsBirthDay: String? = null) {
        val told = growth?.indices.orEmpty().filter { it.classText != null }
        val months = growth?.monthly.orEmpty().joinToString("\n") { it.text }
        card.shown = told.isNotEmpty() || months.isNotEmpty() || needsBirthDay != null
        card.text(R.id.growth_title).text = growth?.title ?: shell.text(R.string.growth)
        indices.show(told)
        card.text(R.id.growth_months).showText(months)
        card.show(R.id.growth_birth_day, needsBirthDay != null)
        card.text(R.id.growth_birth_day_text).text = needsBirthDay
    }

    private fun index(view: View, index: GrowthIndex) {
        view.text(R.id.name).text = index.name
        view.text(R.id.class_text).text = index.classText
    }
}
