package id.siklus.app.desk

import id.siklus.Author
import id.siklus.CardEntry
import id.siklus.ServiceGiven
import id.siklus.Siklus
import id.siklus.app.Hand
import id.siklus.app.R
import id.siklus.app.family.Family
import id.siklus.app.model.Place
import id.siklus.app.model.Whose
import id.siklus.app.reveal
import kotlinx.coroutines.runBlocking

/** The card of services of a child of ten months: empty, while it is filled in, and refused; and that of its twin, which is saved. */
class ServicesTour(
    private val siklus: Siklus,
    private val author: Author,
    private val family: Family,
    private val at: (String, Place, Hand.() -> Unit) -> Unit,
) {
    fun everything() {
        val household = runBlocking { family.register("Bu Lestari", rt = "2") }
        val child = runBlocking { family.member(household, "Bayi Contoh", "female", ageDays = 310) }
        at("person-services", Place.Person(child)) {}
        val card = Place.ServiceCard(child)
        at("services", card) {}
        at("services-unfolded", card) { unfold("bcg") }
        at("services-entering", card) { choose("bcg", ON_DAY) }
        at("services-refused", card) {
            primary()
            reveal(R.id.doses)
        }
        at("services-unknown-date", card) { choose("bcg", UNKNOWN) }
        at("services-several", card) {
            unfold("vitamin_a.blue")
            tap(within("vitamin_a.blue", "Tambah tanggal"))
            tap(within("vitamin_a.blue", "Tambah, tanggal tidak diketahui"))
            reveal(R.id.doses)
        }
        at("person-services-unsaved", Place.Person(child)) {}
        val twin = Place.ServiceCard(runBlocking { family.member(household, "Adik Contoh", "male", ageDays = 310) })
        save(twin.person)
        at("services-saved", twin) { reveal(R.id.groups) }
        at("services-calendar", twin) { reveal(R.id.later) }
        at("services-completeness", twin) { reveal(R.id.completeness) }
        val judged = runBlocking { family.visited(household, daysAgo = 0, mapOf(child to emptyMap())) }
        at("result-services", Place.Result(judged, child)) { reveal(R.id.services) }
        val visit = runBlocking { siklus.openVisit(author, household) }
        val form = Whose.Member(child)
        val section = runBlocking { visit.screen(form.form()) }.sections.first { it.services }.id
        at("section-services", Place.Section(visit.id, form, section)) {}
    }

    private fun save(child: String) = runBlocking {
        val given = listOf("hb0" to 310L, "bcg" to 300L, "opv.1" to 300L, "opv.2" to 270L, "dpt_hb_hib.1" to 240L)
        siklus.saveServiceCard(author, child, author.on, given.map { (code, days) -> CardEntry(code, ServiceGiven.On(author.on.minusDays(days))) })
    }

    private fun Hand.unfold(code: String) = tap(children(views().first { it.tag == code }).first { it.id == R.id.head })

    private fun Hand.choose(code: String, words: String) {
        unfold(code)
        tap(within(code, words))
    }

    private companion object {
        const val ON_DAY = "Sudah, ada tanggalnya"
        const val UNKNOWN = "Sudah, tanggal tidak diketahui"
    }
}
