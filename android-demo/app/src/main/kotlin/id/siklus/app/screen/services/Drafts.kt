package id.siklus.app.screen.services

import id.siklus.CardService
import id.siklus.ServiceGiven
import id.siklus.app.kit.Field.Shape.DATE
import java.time.LocalDate
import java.time.format.DateTimeParseException

/** One time that a service was given: its date as it is typed, or none when nobody knows it. */
data class Dose(val typed: String?) {
    /** The same for the library; none while the date is not whole. */
    fun given(): ServiceGiven? =
        try {
            if (typed == null) ServiceGiven.DateNotKnown else ServiceGiven.On(LocalDate.parse(DATE.value(typed)))
        } catch (_: DateTimeParseException) {
            null
        }

    override fun toString(): String = "Dose"
}

/** What is recorded of a service, as it would be typed. */
val CardService.recorded: List<Dose> get() = doses.map { dose -> Dose(dose.on?.let { DATE.shown(it.toString()) }) }

/** What was entered into the card of a person and is not saved yet, kept as text. */
class Drafts(private val kept: MutableMap<String, String>, person: String) {
    private val prefix = "card/$person/"

    /** What was entered, by the code of the service. */
    fun all(): Map<String, List<Dose>> =
        kept.filterKeys { it.startsWith(prefix) }.entries.associate { (key, text) -> key.removePrefix(prefix) to read(text) }

    /** Keeps what was entered of a service; nothing takes it away. */
    fun put(service: String, doses: List<Dose>?) {
        if (doses == null) kept.remove(prefix + service) else kept[prefix + service] = doses.joinToString("") { (it.typed ?: NOT_KNOWN) + END }
    }

    private fun read(text: String) = text.split(END).dropLast(1).map { typed -> Dose(typed.takeIf { it != NOT_KNOWN }) }

    private companion object {
        const val NOT_KNOWN = "?"
        const val END = ";"
    }
}
