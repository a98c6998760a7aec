package id.siklus.app.screen.household

import android.view.View
import id.siklus.ConsentState
import id.siklus.Household
import id.siklus.HouseholdPage
import id.siklus.Member
import id.siklus.Person
import id.siklus.VisitLine
import id.siklus.VisitState
import id.siklus.app.R
import id.siklus.app.kit.Rows
import id.siklus.app.kit.named
import id.siklus.app.kit.onTap
import id.siklus.app.kit.shortDate
import id.siklus.app.kit.shortWho
import id.siklus.app.kit.show
import id.siklus.app.kit.showStanding
import id.siklus.app.kit.showText
import id.siklus.app.kit.text
import id.siklus.app.screen.person.gone
import id.siklus.app.screen.visit.label
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws a household with its members, its visits, and whether it agreed. */
class HouseholdView(shell: Shell, private val presenter: HouseholdPresenter) : ScreenView<HouseholdPage>(shell, R.layout.household) {
    private var people = emptyMap<String, Person>()
    private val members = Rows<Member>(content.findViewById(R.id.members), { it.person }, { R.layout.standing_row }, ::member)
    private val visits = Rows<VisitLine>(content.findViewById(R.id.visits), { it.visit }, { R.layout.two_lines }, ::visit)

    init {
        content.onTap(R.id.add_member) { presenter.addMember() }
        content.onTap(R.id.change_consent) { presenter.consent() }
    }

    override fun draw(state: HouseholdPage) {
        val household = state.household
        val agreed = household.consent == ConsentState.AGREED
        shell.header(shell.named(household.name), canGoBack = true)
        if (agreed) shell.headerAction(R.drawable.ic_edit, shell.text(R.string.correct_household), presenter::correct)
        content.text(R.id.address).showText(address(household))
        people = household.members.associateBy { it.id }
        members.show(state.members.sortedBy { !it.livesHere })
        visits.show(state.visits)
        content.show(R.id.visits_title, state.visits.isNotEmpty())
        content.show(R.id.empty, agreed && state.members.isEmpty())
        content.show(R.id.add_member, agreed && state.members.isNotEmpty())
        consent(household.consent)
        primary(state, agreed)
    }

    private fun primary(state: HouseholdPage, agreed: Boolean) {
        if (state.members.isEmpty()) return shell.primary(shell.text(R.string.new_member).takeIf { agreed }, presenter::addMember)
        val visit = if (state.openVisit == null) R.string.begin_visit else R.string.go_on_visit
        shell.primary(shell.text(visit).takeIf { agreed && state.members.any(Member::livesHere) }, presenter::visit)
    }

    private fun address(household: Household): String {
        val (rt, rw) = household.rt?.let { shell.text(R.string.rt, it) } to household.rw?.let { shell.text(R.string.rw, it) }
        val moved = household.movedOn?.let { shell.text(R.string.left, shell.shortDate(it)) }
        return listOfNotNull(listOfNotNull(household.address, rt, rw).joinToString(", ").ifEmpty { null }, moved).joinToString("\n")
    }

    private fun consent(said: ConsentState?) {
        val agreed = said == ConsentState.AGREED
        content.text(R.id.consent_state).setText(if (agreed) R.string.has_agreed else R.string.has_not_agreed)
        content.text(R.id.change_consent).setText(if (agreed) R.string.withdraw_consent else R.string.ask_again)
    }

    private fun member(view: View, member: Member) {
        val person = people.getValue(member.person)
        val known = listOfNotNull(person.relation?.let { shell.text(it.label(person.sex)) }, member.described?.let(shell::shortWho))
        view.text(R.id.name).text = shell.named(member.name)
        view.text(R.id.detail).showText(known.joinToString(", "))
        view.showStanding(member.standing.takeIf { member.livesHere })
        view.text(R.id.last).showText(shell.gone(person) ?: person.last?.let { shell.shortDate(it.on) } ?: shell.text(R.string.never_assessed))
        view.setOnClickListener { presenter.open(member) }
    }

    private fun visit(view: View, visit: VisitLine) {
        val isCancelled = visit.state == VisitState.CANCELLED
        view.text(R.id.name).text = shell.shortDate(visit.on)
        view.text(R.id.detail).text = shell.text(if (isCancelled) R.string.visit_cancelled else visit.place.label)
        view.setOnClickListener { presenter.results(visit) }
        view.isClickable = !isCancelled
    }
}
