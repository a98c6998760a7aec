package id.siklus.app.screen.today

import android.view.View
import android.widget.EditText
import android.widget.ImageView
import id.siklus.DraftLine
import id.siklus.HouseholdLine
import id.siklus.NameHit
import id.siklus.app.R
import id.siklus.app.kit.Rows
import id.siklus.app.kit.named
import id.siklus.app.kit.onTap
import id.siklus.app.kit.searches
import id.siklus.app.kit.shortDate
import id.siklus.app.kit.show
import id.siklus.app.kit.showStanding
import id.siklus.app.kit.showText
import id.siklus.app.kit.shown
import id.siklus.app.kit.text
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws the first screen. */
class TodayView(shell: Shell, private val presenter: TodayPresenter) : ScreenView<TodayState>(shell, R.layout.today) {
    private val search: EditText = content.findViewById(R.id.search)
    private val drafts = Rows<DraftLine>(content.findViewById(R.id.drafts), { it.visit }, { R.layout.draft_row }, ::draft)
    private val households = Rows<HouseholdLine>(content.findViewById(R.id.households), { it.id }, { R.layout.standing_row }, ::household)
    private val hits = Rows<NameHit>(content.findViewById(R.id.hits), { it.household to it.person }, { R.layout.hit_row }, ::hit)

    init {
        search.searches(presenter)
        content.onTap(R.id.more) { presenter.more() }
        shell.headerAction(R.drawable.ic_settings, shell.text(R.string.settings), presenter::settings)
    }

    override fun draw(state: TodayState) {
        shell.header(shell.text(R.string.app_name), canGoBack = false, step = state.cadre)
        shell.primary(shell.text(R.string.new_household), presenter::newHousehold)
        drafts.show(state.drafts)
        households.show(state.households)
        hits.show(state.hits.orEmpty())
        content.show(R.id.drafts_title, state.drafts.isNotEmpty())
        content.show(R.id.households_title, state.households.isNotEmpty())
        content.show(R.id.more, state.more)
        content.show(R.id.nobody, state.hits?.isEmpty() == true)
        content.show(R.id.empty, state.isEmpty)
        search.shown = !state.isEmpty
    }

    private fun draft(view: View, draft: DraftLine) {
        view.text(R.id.name).text = shell.named(draft.householdName)
        view.text(R.id.detail).text = shell.text(R.string.draft_detail, draft.openParts, draft.parts)
        view.setOnClickListener { presenter.goOn(draft) }
    }

    private fun household(view: View, household: HouseholdLine) {
        view.text(R.id.name).text = shell.named(household.name)
        view.text(R.id.detail).showText(household.rt?.let { shell.text(R.string.rt, it) })
        view.text(R.id.last).showText(household.lastVisitOn?.let { shell.shortDate(it) } ?: shell.text(R.string.never_visited))
        view.showStanding(household.standing)
        view.setOnClickListener { presenter.open(household) }
    }

    private fun hit(view: View, hit: NameHit) {
        view.findViewById<ImageView>(R.id.kind).setImageResource(if (hit.person == null) R.drawable.ic_home else R.drawable.ic_person)
        view.text(R.id.name).text = hit.name
        view.text(R.id.detail).showText(shell.whereabouts(hit))
        view.setOnClickListener { presenter.open(hit) }
    }
}

/** Where somebody of this name lives: whose household it is, and its RT. */
fun Shell.whereabouts(hit: NameHit): String =
    listOfNotNull(hit.householdName?.takeIf { hit.person != null }?.let { text(R.string.of_household, it) }, hit.rt?.let { text(R.string.rt, it) }).joinToString(", ")
