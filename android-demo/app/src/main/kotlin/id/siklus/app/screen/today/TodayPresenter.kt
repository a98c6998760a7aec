package id.siklus.app.screen.today

import id.siklus.DraftLine
import id.siklus.HouseholdLine
import id.siklus.NameHit
import id.siklus.Today
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.SearchingPresenter
import id.siklus.app.shell.Shell

/** The first screen. */
class TodayPresenter(model: Model) : SearchingPresenter<TodayState>(model) {
    private var shown = PAGE
    private var page: Today? = null

    override fun view(shell: Shell) = TodayView(shell, this)

    override suspend fun load(): TodayState {
        val hits = searched.trim().takeIf(String::isNotEmpty)?.let { session.siklus.search(it, MOST_HITS) }
        // While she types, the page is not seen: it is read once, and again only when it is to grow.
        if (hits == null) page = page ?: session.siklus.today(shown)
        return TodayState(page, hits, session.name)
    }

    fun more() {
        shown += PAGE
        page = null
        refresh()
    }

    fun open(household: HouseholdLine) = model.open(Place.Household(household.id))

    fun open(hit: NameHit) = model.open(hit.person?.let(Place::Person) ?: Place.Household(hit.household))

    fun goOn(draft: DraftLine) = model.open(Place.Visit(draft.visit))

    fun newHousehold() = model.open(Place.NewConsent)

    fun settings() = model.open(Place.Settings)

    private companion object {
        /** Households that are shown at first, and that each tap on "more" adds. */
        const val PAGE = 50
    }
}
