package id.siklus.app.screen.household

import android.view.View
import id.siklus.ConsentState
import id.siklus.Household
import id.siklus.HouseholdPage
import id.siklus.Person
import id.siklus.app.R
import id.siklus.app.kit.Rows
import id.siklus.app.kit.shortDate
import id.siklus.app.kit.showStanding
import id.siklus.app.kit.showText
import id.siklus.app.kit.shown
import id.siklus.app.kit.text
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws a household with its members. */
class HouseholdView(shell: Shell, private val presenter: HouseholdPresenter) : ScreenView<HouseholdPage>(shell, R.layout.household) {
    private val members = Rows<Person>(content.findViewById(R.id.members), { it.id }, { R.layout.standing_row }, ::member)

    init {
        content.findViewById<View>(R.id.add_member).setOnClickListener { presenter.addMember() }
        shell.headerAction(R.drawable.ic_edit, shell.text(R.string.correct_household), presenter::correct)
    }

    override fun draw(state: HouseholdPage) {
        val household = state.household
        shell.header(household.name ?: shell.text(R.string.no_name), canGoBack = true)
        content.text(R.id.address).showText(address(household))
        members.show(household.members)
        content.findViewById<View>(R.id.empty).shown = household.members.isEmpty()
        val visit = if (state.openVisit == null) R.string.begin_visit else R.string.go_on_visit
        val may = household.consent == ConsentState.AGREED && household.members.isNotEmpty()
        shell.primary(shell.text(visit).takeIf { may }, presenter::visit)
    }

    private fun address(household: Household): String {
        val (rt, rw) = household.rt?.let { shell.text(R.string.rt, it) } to household.rw?.let { shell.text(R.string.rw, it) }
        return listOfNotNull(household.address, rt, rw).joinToString(", ")
    }

    private fun member(view: View, person: Person) {
        view.text(R.id.name).text = person.name ?: shell.text(R.string.no_name)
        view.text(R.id.detail).showText(person.relation?.let { shell.text(it.label) })
        view.showStanding(person.last?.standing)
        view.text(R.id.last).showText(person.last?.let { shell.shortDate(it.on) })
        view.setOnClickListener { presenter.open(person) }
    }
}
