package id.siklus.app.desk

import id.siklus.Answer
import id.siklus.Entry
import id.siklus.PartState
import id.siklus.app.Hand
import id.siklus.app.family.Family
import id.siklus.app.model.Place
import id.siklus.app.model.Whose
import kotlinx.coroutines.runBlocking

/** Goes through every screen of the app, in each state that looks different, and lets somebody see each. */
class Tour(private val hand: Hand, private val see: (String) -> Unit) {
    private val model get() = hand.model
    private val siklus get() = model.atWork().siklus
    private val family get() = Family(siklus, model.atWork().cadre, hand.phone.now())

    /** All of it, on a phone that is new. */
    fun everything() {
        today()
        val contoh = runBlocking { family.contoh() }
        people(contoh)
        val visit = visit(contoh)
        form(visit, contoh)
    }

    private fun today() {
        at("today-empty", Place.Today)
        runBlocking {
            val ani = family.register("Bu Ani", rt = "3")
            val person = family.member(ani, "Bu Ani", "female", ageDays = 30 * 365)
            family.visited(ani, daysAgo = 2, mapOf(person to emptyMap()))
            family.register("Bapak Muhammad Abdurrahman Wijayakusuma Notonegoro", rt = "12")
        }
        at("today", Place.Today)
    }

    private fun people(contoh: Family.Contoh) {
        at("today-search", Place.Today) { type("search", "con") }
        at("today-nobody", Place.Today) { type("search", "xyz") }
        at("household", Place.Household(contoh.household))
        at("household-form", Place.HouseholdForm(contoh.household))
        at("household-form-wrong", Place.HouseholdForm(null, "1")) { primary() }
        at("person-form", Place.PersonForm(contoh.household, contoh.sari))
        at("person-form-wrong", Place.PersonForm(contoh.household, null)) { primary() }
        at("consent", Place.NewConsent) { primary() }
        at("consent-withdraw", Place.Consent(contoh.household))
        at("person", Place.Person(contoh.sari))
        at("pregnancy", Place.Pregnancy(contoh.sari)) { tap("Sudah melahirkan"); primary() }
        at("pregnancy-new", Place.Pregnancy(contoh.grandmother))
        answers(contoh)
        at("new-visit", Place.NewVisit(contoh.household))
    }

    private fun answers(contoh: Family.Contoh) {
        val visit = runBlocking { siklus.visitsOf(contoh.household, limit = 1).first() }
        runBlocking { siklus.correctAnswer(family.author(daysAgo = 1), visit, contoh.sari, "muac_cm", Entry.Typed("23,6")) }
        val answers = Place.Answers(visit, contoh.sari)
        at("answers", answers)
        at("answers-pause", answers) { tap("Bicara berdua saja, ya") }
        at("answers-private", answers) { tap("Bicara berdua saja, ya"); primary() }
        at("correction", Place.Correction(visit, contoh.sari, "headache", keyed = false)) { tap("Ya") }
        at("correction-keypad", Place.Correction(visit, contoh.sari, "muac_cm", keyed = true))
    }

    private fun visit(contoh: Family.Contoh): String {
        val visit = runBlocking { siklus.openVisit(model.atWork().author(), contoh.household) }
        at("visit", Place.Visit(visit.id))
        at("not-asked", Place.NotAsked(visit.id, contoh.father))
        at("cancel-visit", Place.CancelVisit(visit.id))
        runBlocking {
            visit.answer(Whose.Member(contoh.sari).form(), "headache", Answer.YesNo(true))
            visit.answer(Whose.Member(contoh.sari).form(), "headache_severe", Answer.YesNo(true))
            visit.setPart(contoh.grandmother, PartState.NOT_VISITED, "Sedang di rumah sakit")
        }
        at("visit-danger", Place.Visit(visit.id))
        return visit.id
    }

    private fun form(visit: String, contoh: Family.Contoh) {
        val sari = Whose.Member(contoh.sari)
        val screen = runBlocking { model.atWork().visit(visit).screen(sari.form()) }
        for (section in screen.sections.take(MOST_SECTIONS)) at("section-${section.id}", Place.Section(visit, sari, section.id))
        screen.sections.firstOrNull { it.private }?.let { at("section-private-asked", Place.Section(visit, sari, it.id)) { primary() } }
        at("keypad", Place.Keypad(visit, sari, "muac_cm"))
        at("keypad-wrong", Place.Keypad(visit, sari, "muac_cm")) { "228".forEach { tap(it.toString()) }; primary() }
        at("neutral", Place.Neutral)
    }

    private fun at(name: String, place: Place, doing: Hand.() -> Unit = {}) {
        hand.leave()
        if (place != Place.Today) model.open(place)
        hand.settle()
        hand.doing()
        see(name)
    }

    private companion object {
        const val MOST_SECTIONS = 12
    }
}
