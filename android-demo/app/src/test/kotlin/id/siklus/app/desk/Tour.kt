package id.siklus.app.desk

import android.view.View
import id.siklus.Answer
import id.siklus.Consent
import id.siklus.ConsentState
import id.siklus.Entry
import id.siklus.PartState
import id.siklus.PersonField
import id.siklus.Visit
import id.siklus.app.Hand
import id.siklus.app.R
import id.siklus.app.family.Family
import id.siklus.app.family.Refusals
import id.siklus.app.model.AccessPlace
import id.siklus.app.model.Found
import id.siklus.app.model.Place
import id.siklus.app.model.SettingsPlace
import id.siklus.app.model.Whose
import id.siklus.app.pin
import id.siklus.app.reveal
import id.siklus.app.typeAt
import id.siklus.app.write
import id.siklus.app.writeCode
import kotlinx.coroutines.runBlocking

/** Goes through every screen of the app on a phone that is new, in each state that looks different, and lets somebody see each. */
class Tour(private val hand: Hand, private val see: (Sight) -> Unit) {
    /** A screen; what a turn of the phone takes from it is brought back [again]. */
    class Sight(val name: String, val again: () -> Unit = {})

    private val model get() = hand.model
    private val siklus get() = model.atWork().siklus
    private val author get() = model.atWork().author()
    private val family get() = Family(siklus, model.atWork().cadre, hand.phone.now())

    /** All of it. */
    fun everything() {
        firstStart()
        today()
        val contoh = runBlocking { family.contoh() }
        people(contoh)
        growth()
        val visit = visit(contoh)
        form(visit, contoh)
        results(visit, contoh)
        GrowthTour(siklus, author, family, ::at).everything()
        ServicesTour(siklus, author, family, ::at).everything()
        settings()
        locked()
        refusals()
    }

    private fun firstStart() {
        hand.open()
        saw("welcome")
        hand.tap("Mulai")
        saw("first-name")
        hand.write("Bu Rina")
        hand.tap("Lanjutkan")
        hand.pin("482")
        saw("first-pin")
        hand.pin("913482914")
        saw("first-pins-differ")
        hand.pin("123456")
        saw("first-pin-weak")
        repeat(2) { hand.pin(PIN) }
        saw("recovery-code")
        hand.tap("Sudah saya tulis")
        saw("recovery-code-typed")
        hand.tap("Kembali")
        hand.writeCode()
    }

    private fun today() {
        at("today-empty", Place.Today)
        runBlocking {
            val ani = family.register("Bu Ani", rt = "3")
            family.visited(ani, daysAgo = 2, mapOf(family.member(ani, "Bu Ani", "female", ageDays = 30 * 365) to emptyMap()))
            family.register("Bapak Muhammad Abdurrahman Wijayakusuma Notonegoro", rt = "12")
        }
        at("today", Place.Today)
        at("today-nobody", Place.Today) { typeAt(SEARCH, "xyz") }
    }

    private fun people(contoh: Family.Contoh) {
        at("today-search", Place.Today) { typeAt(SEARCH, "con") }
        at("today-two", Place.Today) { typeAt(SEARCH, "") }
        at("consent", Place.NewConsent)
        at("consent-who", Place.NewConsent) { primary() }
        at("consent-of-household", Place.Consent(contoh.household))
        at("household", Place.Household(contoh.household))
        at("household-form", Place.HouseholdForm(contoh.household))
        at("household-form-wrong", Place.HouseholdForm(null, "1")) { typeAt("Nomor KK, kalau ada", "123"); primary() }
        at("person-form", Place.PersonForm(contoh.household, contoh.sari))
        at("person-form-wrong", Place.PersonForm(contoh.household, null)) { typeAt("NIK, kalau ada", "123"); primary() }
        at("person", Place.Person(contoh.sari))
        at("pregnancy", Place.Pregnancy(contoh.sari))
        at("pregnancy-ends", Place.Pregnancy(contoh.sari)) { tap("Sudah melahirkan"); primary() }
        val tini = runBlocking { family.member(family.register("Bu Tini", rt = "4"), "Bu Tini", "female", ageDays = 27 * 365, relation = "head") }
        at("person-offers", Place.Person(tini))
        at("pregnancy-new", Place.Pregnancy(tini))
        at("delivered", Place.Delivered(contoh.household, contoh.sari))
        at("move", Place.Move(contoh.father))
        at("move-nobody", Place.Move(contoh.father)) { typeAt(SEARCH, "xyz") }
        at("move-to", Place.MoveTo(contoh.father, runBlocking { siklus.households(0, 1) }.single().id))
        at("new-visit", Place.NewVisit(contoh.household))
        runBlocking {
            val left = family.register("Pak Tidak Setuju")
            siklus.recordConsent(author, left, Consent(ConsentState.WITHDRAWN, "1", givenBy = "Pak Tidak Setuju"))
            at("household-withdrawn", Place.Household(left))
        }
    }

    private fun growth() {
        val girls = runBlocking { family.growing() }
        at("person-child", Place.Person(girls.ayu))
        at("growth", Place.Growth(girls.ayu))
        val lower = { hand.reveal(R.id.source) }
        see(Sight("growth-words", lower.also { it() }))
        at("growth-year", Place.Growth(girls.ayu)) { tap(children(view(R.id.zooms)).filter(View::isClickable)[1]) }
        at("growth-length", Place.Growth(girls.ayu)) { tap("Panjang atau tinggi badan menurut umur") }
        at("growth-gap", Place.Growth(girls.bunga))
        at("growth-flagged", Place.Growth(girls.citra))
        runBlocking {
            val home = family.register("Bu Fitri")
            at("growth-none", Place.Growth(family.member(home, "Dinda", "female", ageDays = 200)))
            val born = mapOf(PersonField.NAME to "Eka", PersonField.SEX to "male", PersonField.BORN to "2025-01")
            at("growth-no-birth-day", Place.Growth(siklus.registerPerson(author, home, born).person))
        }
    }

    private fun visit(contoh: Family.Contoh): Visit {
        val visit = runBlocking { siklus.openVisit(author, contoh.household) }
        at("visit", Place.Visit(visit.id))
        at("not-asked", Place.NotAsked(visit.id, contoh.father))
        at("cancel-visit", Place.CancelVisit(visit.id))
        runBlocking {
            for (fact in listOf("headache", "headache_severe")) visit.answer(Whose.Member(contoh.sari).form(), fact, Answer.YesNo(true))
            visit.answer(Whose.Member(contoh.father).form(), "systolic_mmhg", Answer.Number("128"))
            visit.setPart(contoh.grandmother, PartState.NOT_VISITED, "Sedang di rumah sakit")
        }
        at("visit-danger", Place.Visit(visit.id))
        at("alarms", Place.Alarms(visit.id))
        at("today-draft", Place.Today)
        return visit
    }

    private fun form(visit: Visit, contoh: Family.Contoh) {
        val sari = Whose.Member(contoh.sari)
        val sections = runBlocking { visit.screen(sari.form()) }.sections
        for (section in sections.take(MOST_SECTIONS) + sections.last()) at("section-${section.id}", Place.Section(visit.id, sari, section.id))
        val private = sections.first { it.private }
        at("section-private", Place.Section(visit.id, sari, private.id))
        at("section-private-asked", Place.Section(visit.id, sari, private.id)) { primary() }
        at("section-withdrawn", Place.Section(visit.id, sari, sections.first { section -> section.questions.any { it.fact == "headache" } }.id)) {
            tap(within("headache", "Tidak"))
        }
        runBlocking { for (fact in listOf("headache", "headache_severe")) visit.answer(sari.form(), fact, Answer.YesNo(true)) }
        runBlocking { visit.answer(sari.form(), private.questions.first().fact, Answer.Unknown) }
        val father = Whose.Member(contoh.father)
        val pictures = runBlocking { visit.screen(father.form()) }.sections.first { section -> section.questions.any { it.fact == "smoking" } }
        at("section-pictures", Place.Section(visit.id, father, pictures.id)) { tap(within("smoking", "Kena asap rokok")) }
        at("keypad", Place.Keypad(visit.id, sari, "muac_cm"))
        at("keypad-wrong", Place.Keypad(visit.id, sari, "muac_cm")) { "228".forEach { tap(it.toString()) }; primary() }
        at("neutral", Place.Neutral)
        at("visit-open-questions", Place.Visit(visit.id)) { primary() }
    }

    private fun results(visit: Visit, contoh: Family.Contoh) {
        runBlocking {
            visit.answer(Whose.Member(contoh.sari).form(), "muac_cm", Answer.Number("22.4"))
            visit.complete(author, leaveOpen = true)
        }
        at("results", Place.Results(visit.id))
        at("result", Place.Result(visit.id, contoh.sari))
        at("result-why", Place.Result(visit.id, contoh.sari)) { tap("Mengapa?") }
        at("result-undecidable", Place.Result(visit.id, contoh.father))
        at("letter", Place.Letter(visit.id, contoh.sari))
        at("reported", Place.Reported(visit.id, contoh.sari))
        val answers = Place.Answers(visit.id, contoh.sari)
        at("answers", answers)
        at("answers-pause", answers) { tap("Bicara berdua saja, ya") }
        at("answers-private", answers) { tap("Bicara berdua saja, ya"); primary() }
        at("correction", Place.Correction(visit.id, contoh.sari, "headache", keyed = false)) { tap("Tidak") }
        at("correction-keyed", Place.Correction(visit.id, contoh.sari, "muac_cm", keyed = true))
        runBlocking { siklus.correctAnswer(author, visit.id, contoh.sari, "muac_cm", Entry.Typed("23,9"), "id") }
        at("answers-corrected", answers)
        at("person-visited", Place.Person(contoh.sari))
        at("household-visited", Place.Household(contoh.household))
    }

    private fun settings() {
        at("settings", Place.Settings)
        val places = listOf(AccessPlace.Cadres, AccessPlace.AddCadre, AccessPlace.ChangePin, AccessPlace.PinChanged, AccessPlace.NewCode) + listOf(SettingsPlace.StoreCheck, SettingsPlace.About, SettingsPlace.Licences)
        for (place in places + AccessPlace.RemoveCadre(model.atWork().cadre)) at("settings-${name(place)}", place)
    }

    private fun locked() {
        hand.leave()
        model.lock()
        hand.settle()
        saw("lock")
        hand.pin("111111")
        saw("lock-wrong")
        repeat(4) { hand.pin("111111") }
        saw("lock-waiting")
        hand.tap("Lupa PIN")
        saw("lock-forgotten")
        for (found in Found.entries - Found.NOTHING - Found.ALL) {
            model.open(AccessPlace.Stuck(found))
            hand.settle()
            saw("stuck-${found.name.lowercase()}")
        }
    }

    /** Each error of the library. */
    private fun refusals() {
        Refusals.all().forEachIndexed { place, error ->
            val refuse = { model.work { throw error }; hand.settle() }
            refuse()
            see(Sight("refused-$place-${error.code}", refuse))
        }
    }

    private fun at(name: String, place: Place, doing: Hand.() -> Unit = {}) {
        hand.leave()
        if (place != Place.Today) model.open(place)
        hand.settle()
        hand.doing()
        saw(name)
    }

    private fun saw(name: String) = see(Sight(name))

    private fun name(place: Place) = place.javaClass.simpleName.lowercase()

    private companion object {
        const val PIN = "482913"
        const val SEARCH = "Cari nama …"
        const val MOST_SECTIONS = 8
    }
}
