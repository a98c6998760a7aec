package id.siklus.demo

import id.siklus.Siklus
import kotlinx.coroutines.runBlocking
import java.nio.file.Path

/** Words of the lines that this process sends to the one that will kill it. */
internal object Protocol {
    const val SAY = "say"
    const val NEXT = "next"
    const val MEMBER = "member"
    const val SAVED = "saved"
    const val KEY_BYTES = 32
}

/**
 * The app of the cadre as a process of its own: it makes the store, registers the household and asks one member after the other. It tells each
 * answer only after it was saved, and knows nothing of being killed.
 */
internal fun cadre(store: Path, cases: List<Case>, words: Words) = runBlocking {
    val key = System.`in`.readNBytes(Protocol.KEY_BYTES)
    val members = members(cases)
    val today = members.first().case.today
    Siklus.create(store, key, cadreOn(members.flatMap { it.case.visits.keys }.min()).at).use { siklus ->
        send(Protocol.SAY, words.created(store.fileName.toString()))
        val household = siklus.register(members)
        send(Protocol.SAY, words.registered(members.first { it.relation == "head" }.name, members.size))
        siklus.earlierVisits(household, members, words) { send(Protocol.SAY, it) }
        send(Protocol.NEXT, "")
        for (member in members) siklus.recordPregnancy(member, today)
        val visit = siklus.openVisit(cadreOn(today), household)
        for (member in members) {
            send(Protocol.MEMBER, member.name)
            visit.fillIn(member, member.case.visits.getValue(today), words.language) { send(Protocol.SAVED, it) }
        }
    }
}

/** A line that is on its way before anything else happens. */
private fun send(word: String, text: String) {
    println("$word\t$text")
    System.out.flush()
}
