package id.siklus.app.screen.person

import android.view.View
import id.siklus.LastResult
import id.siklus.Person
import id.siklus.PersonPage
import id.siklus.PersonVisit
import id.siklus.PregnancyLine
import id.siklus.app.R
import id.siklus.app.kit.ActionLook
import id.siklus.app.kit.Rows
import id.siklus.app.kit.label
import id.siklus.app.kit.named
import id.siklus.app.kit.onTap
import id.siklus.app.kit.shortDate
import id.siklus.app.kit.show
import id.siklus.app.kit.showStanding
import id.siklus.app.kit.showText
import id.siklus.app.kit.shown
import id.siklus.app.kit.text
import id.siklus.app.kit.who
import id.siklus.app.screen.services.ServicesToday
import id.siklus.app.screen.visit.label
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws a person: how the last visit came out, pregnancies, and the visits so far. */
class PersonView(shell: Shell, private val presenter: PersonPresenter) : ScreenView<PersonPage>(shell, R.layout.person) {
    private val standing: View = content.findViewById(R.id.standing)
    private val pregnancies = Rows<PregnancyLine>(content.findViewById(R.id.pregnancies), { it.pregnancy.id }, { R.layout.two_lines }, ::pregnancy)
    private val visits = Rows<PersonVisit>(content.findViewById(R.id.visits), { it.visit }, { R.layout.person_visit }, ::visit)

    private val services = ServicesToday(shell, content.findViewById(R.id.services), presenter::services)

    init {
        content.onTap(R.id.begin_pregnancy) { presenter.pregnancy() }
        content.onTap(R.id.growth) { presenter.growth() }
        content.onTap(R.id.move) { presenter.move() }
        shell.headerAction(R.drawable.ic_edit, shell.text(R.string.correct_person), presenter::correct)
    }

    override fun draw(state: PersonPage) {
        val person = state.person
        val known = listOfNotNull(person.sex?.let { shell.text(it.label) }, state.described?.let(shell::who))
        shell.header(shell.named(person.name), canGoBack = true, step = known.joinToString(", "))
        shell.primary(shell.text(R.string.open_household).takeIf { person.household != null }, presenter::household)
        content.text(R.id.gone).showText(shell.gone(person))
        content.show(R.id.move, person.household != null && person.diedOn == null)
        content.show(R.id.growth, state.offersGrowthChart)
        last(person.last)
        pregnancies(state)
        services.show(presenter.dueToday, presenter.hasUnsaved)
        visits.show(state.visits)
        content.show(R.id.no_visits, state.visits.isEmpty())
    }

    private fun last(last: LastResult?) {
        standing.showStanding(last?.standing)
        standing.shown = last != null
        standing.background = ActionLook.of(last?.standing ?: return).card(shell.context)
        standing.text(R.id.last).text = shell.text(R.string.last_assessed, shell.shortDate(last.on))
        standing.setOnClickListener { presenter.result(last.visit) }
    }

    private fun pregnancies(state: PersonPage) {
        pregnancies.show(state.pregnancies.reversed())
        content.show(R.id.begin_pregnancy, state.offersPregnancy)
        content.show(R.id.pregnancies_title, state.pregnancies.isNotEmpty())
    }

    private fun pregnancy(view: View, line: PregnancyLine) {
        view.text(R.id.name).text = shell.words(line)
        view.text(R.id.detail).showText(shell.dates(line))
        view.setOnClickListener { presenter.pregnancy() }
    }

    private fun visit(view: View, visit: PersonVisit) {
        view.text(R.id.name).text = shell.shortDate(visit.on)
        view.showStanding(visit.standing)
        view.text(R.id.detail).text = details(visit).joinToString("\n")
        val wasAssessed = visit.standing != null
        view.show(R.id.answers, wasAssessed)
        view.onTap(R.id.answers) { presenter.answers(visit.visit) }
        view.setOnClickListener { presenter.result(visit.visit) }
        view.isClickable = wasAssessed
    }

    private fun details(visit: PersonVisit) =
        listOfNotNull(
            shell.text(visit.state.label).takeIf { visit.standing == null },
            shell.text(visit.place.label),
            visit.packVersion?.let { shell.text(R.string.judged_by, it) },
            shell.text(R.string.was_corrected).takeIf { visit.corrected },
            shell.text(R.string.was_reported).takeIf { visit.reported },
        )
}

/** That somebody no longer lives here. */
fun Shell.gone(person: Person): String? =
    person.diedOn?.let { text(R.string.died, shortDate(it)) } ?: person.leftOn?.let { text(R.string.left, shortDate(it)) }
