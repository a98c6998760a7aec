package id.siklus.app.screen.services

import id.siklus.Alarm
import id.siklus.CardEntry
import id.siklus.CardService
import id.siklus.DueToday
import id.siklus.PlannedDay
import id.siklus.ServiceCard
import id.siklus.ServiceGiven
import java.time.LocalDate
import java.time.OffsetDateTime

/** A time that a service was given, on the card. */
data class DosePlace(val service: String, val place: Int)

/** The card as it was read. */
class CardPage(
    /** What is recorded, and what is to come. */
    val card: ServiceCard,
    /** The day that was asked for. */
    val day: LocalDate,
    /** The danger signs of the visit from which it was opened. */
    val alarms: List<Alarm>,
)

/** The card with what was entered and is not saved yet. */
class ServiceCardState(
    /** The card as it was read. */
    val page: CardPage,
    drafts: Map<String, List<Dose>>,
    /** The code of the service that is looked into. */
    val unfolded: String?,
    /** The groups, by their places, in which everything may be entered. */
    private val opened: Set<Int>,
    /** What is wrong with what was entered; without words where a date is not whole. */
    val errors: Map<DosePlace, String?>,
    /** When it was saved last. */
    val savedAt: OffsetDateTime?,
) {
    /** A service as it stands on the card. */
    inner class Row(val service: CardService) {
        /** Whether something was entered that is not saved yet. */
        val isEntered: Boolean = service.code in entered

        /** What is to stand there. */
        val doses: List<Dose> = entered[service.code] ?: service.recorded

        /** Whether its reasons are seen, and it can be entered. */
        val isUnfolded: Boolean = service.code == unfolded

        /** Whether it may be entered more than once. */
        val isMany: Boolean = service.again || doses.size > 1

        /** What is wrong, by the place of the dose. */
        val errors: Map<Int, String?> = this@ServiceCardState.errors.filterKeys { it.service == service.code }.mapKeys { it.key.place }
    }

    /** What is recorded, and what is to come. */
    val card: ServiceCard = page.card

    private val known = card.groups.flatMap { group -> group.services + group.others.map { CardService(it.code, it.name) } }.associateBy { it.code }

    /** What was entered, by the code of the service. */
    val entered: Map<String, List<Dose>> = drafts.filterKeys { it in known }

    /** What is due today. */
    val dueToday: DueToday? = card.dueOn(page.day)

    /** What comes later. */
    val later: List<PlannedDay> = card.plan.filter { it.on > page.day && card.on == page.day }

    /** The services of a group. */
    fun rows(place: Int): List<Row> {
        val group = card.groups[place]
        return (group.services + group.others.mapNotNull { known[it.code] }.filter { place in opened || it.code in entered }).map(::Row)
    }

    /** Whether more may be entered in a group than is shown. */
    fun hasMore(place: Int): Boolean = place !in opened && card.groups[place].others.any { it.code !in entered }

    /** A service of the card by its code. */
    fun service(code: String): CardService? = known[code]

    /** What is to be saved, each with its place on the card; none where a date is not whole. */
    fun entries(): List<Pair<DosePlace, CardEntry?>> =
        entered.flatMap { (service, doses) ->
            val given = doses.mapIndexed { place, dose -> DosePlace(service, place) to dose.given()?.let { CardEntry(service, it) } }
            given.ifEmpty { listOf(DosePlace(service, 0) to CardEntry(service, ServiceGiven.NotGiven)) }
        }
}

/** What is due on the day for which the card was asked; nothing of somebody who died before it. */
fun ServiceCard.dueOn(day: LocalDate): DueToday? = dueToday.takeIf { on == day }

/** A service of which nothing is known but its name. */
private fun CardService(code: String, name: String) =
    CardService(code, name, again = false, status = null, statusText = null, from = null, dueUntil = null, until = null, whenText = null, why = emptyList(), doses = emptyList())
