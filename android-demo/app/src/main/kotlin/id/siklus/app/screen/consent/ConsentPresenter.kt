package id.siklus.app.screen.consent

import id.siklus.Consent
import id.siklus.ConsentState
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.model.values
import id.siklus.app.screen.consent.ConsentPage.Companion.GIVEN_BY
import id.siklus.app.shell.Shell

/** Has the notice read out, and records what a household says to it: one that is not registered yet, or the [household]. */
class ConsentPresenter(model: Model, private val household: String?) : Presenter<ConsentPage>(model) {
    override fun view(shell: Shell) = ConsentView(shell, this)

    override suspend fun load(): ConsentPage {
        val siklus = session.siklus
        return ConsentPage(siklus.consentNotice(language), household?.let { siklus.household(it) })
    }

    /** It agrees. One that is not registered yet is only kept with what the next screen asks. */
    fun agree() = named { page, name ->
        if (household == null) register(page.notice.version, name) else record(household, page, ConsentState.AGREED, name)
    }

    /** It no longer agrees. */
    fun withdraw() = named { page, name -> household?.let { record(it, page, ConsentState.WITHDRAWN, name) } }

    /** It refuses: nothing is kept but that. */
    fun refuse() = once {
        val page = state ?: return@once
        session.siklus.registerHousehold(session.author(), Consent(ConsentState.REFUSED, page.notice.version), emptyMap())
        typed.clear()
        show(ConsentPage(page.notice, household = null, refused = true))
    }

    fun later() {
        model.back()
    }

    fun done() = model.backTo(Place.Today)

    private fun named(what: suspend (ConsentPage, String) -> Unit) = once {
        val page = state ?: return@once
        val name = typed.values(listOf(GIVEN_BY))[GIVEN_BY.name]
        if (name == null) show(ConsentPage(page.notice, page.household, noName = true)) else what(page, name)
    }

    private fun register(notice: String, name: String) {
        model.open(Place.HouseholdForm(id = null, notice))
        model.typed[GIVEN_BY.name] = name
    }

    private suspend fun record(household: String, page: ConsentPage, said: ConsentState, name: String) {
        session.siklus.recordConsent(session.author(), household, Consent(said, page.notice.version, givenBy = name))
        model.back()
    }
}
