package id.siklus

import java.time.LocalDate

/** How a service stands on a day. */
public enum class ServiceStatus {
    /** Received, also late. */
    DONE,

    /** Within the recommended time. */
    DUE,

    /** After the recommended time, and still possible. */
    OVERDUE,

    /** Not yet: too young, too soon after the dose before it, or that dose is missing. */
    UPCOMING,

    /** Too late. */
    MISSED,

    /** Not for this person, or not given here. */
    NOT_APPLICABLE,
}

/** The services that a person received, as they stand in the health book, and those to come. */
public data class ServiceCard(
    /** The id of the person. */
    public val person: String,
    /** The name. */
    public val name: String?,
    /** Age and life stage on the day of the card. */
    public val described: Described,
    /** The day of the card, or of death. No service can be entered with a later day. */
    public val on: LocalDate,
    /** The services, under the headings of the pack. */
    public val groups: List<CardGroup>,
    /** What is due on the day of the card; null where nothing is. */
    public val dueToday: DueToday?,
    /** The next doses for twelve months, when each is given on the first day on which it may be. */
    public val plan: List<PlannedDay>,
    /** How far the person is with what is called complete, as the basic immunisation of a child, a sentence each. */
    public val completeness: List<String>,
    /** That the health worker decides: to be shown with [plan]. */
    public val planNote: String,
) {
    /** The services, in order. */
    public fun services(): List<CardService> = groups.flatMap { it.services }

    /** The service of a [code], if it stands on the card. */
    public fun service(code: String): CardService? = services().find { it.code == code }

    override fun toString(): String = "ServiceCard"
}

/** Services under one heading. */
public data class CardGroup(
    /** The heading: "Imunisasi". */
    public val title: String,
    /** Those that apply to the person, and those that are recorded. */
    public val services: List<CardService>,
    /** Those given once that do not apply. In the book of somebody who came from elsewhere they may stand all the same: they can be entered. */
    public val others: List<OtherService>,
) {
    override fun toString(): String = "CardGroup"
}

/** A service on the card. */
public data class CardService(
    /** Its code in the pack, for [CardEntry.service]. */
    public val code: String,
    /** What it is called; the code where the pack does not know it. */
    public val name: String,
    /** Whether it is given again and again, as vitamin A, so that it may be entered more than once. */
    public val again: Boolean,
    /** How it stands; null where the pack does not know it. */
    public val status: ServiceStatus?,
    /** How it stands, in words. */
    public val statusText: String?,
    /** The earliest possible day, by age, interval and distance to other vaccines. */
    public val from: LocalDate?,
    /** The last recommended day. */
    public val dueUntil: LocalDate?,
    /** The last possible day. */
    public val until: LocalDate?,
    /** When it can be given, in words; null where that says nothing any more, or nothing yet. */
    public val whenText: String?,
    /** What its days came from, a sentence each. */
    public val why: List<String>,
    /** What is recorded, by date; those of unknown date last. */
    public val doses: List<CardDose>,
) {
    override fun toString(): String = "CardService"
}

/** A service that is recorded. */
public data class CardDose(
    /** Its id, which stays when it is corrected. */
    public val id: String,
    /** The day; null when nobody knows it. */
    public val on: LocalDate?,
    /** The day in words, or that nobody knows it. */
    public val text: String,
    /** Whether it counts. */
    public val counts: Boolean,
    /** Whether it was given before its time, though it may count. */
    public val tooEarly: Boolean,
    /** Why it does not count, or that it was early; null where there is nothing to say. */
    public val remark: String?,
) {
    override fun toString(): String = "CardDose"
}

/** A service that may be entered though it does not apply. */
public data class OtherService(
    /** Its code in the pack, for [CardEntry.service]. */
    public val code: String,
    /** What it is called. */
    public val name: String,
) {
    override fun toString(): String = "OtherService"
}

/** What may be given together on one day. */
public data class PlannedDay(
    /** The day. */
    public val on: LocalDate,
    /** The day in words; of the day of the card it says that it is today. */
    public val day: String,
    /** What the services are called. */
    public val services: List<String>,
) {
    override fun toString(): String = "PlannedDay"
}

/** What is due on the day of a visit or of a card, the overdue first. */
public data class DueToday(
    /** The day. */
    public val on: LocalDate,
    /** The doses that may be given together on it. */
    public val together: List<DueService>,
    /** What else is due: visits, examinations, and what is given again and again. */
    public val others: List<DueService>,
    /** That the health worker decides: to be shown with it. */
    public val note: String,
) {
    override fun toString(): String = "DueToday"
}

/** A service that is due. */
public data class DueService(
    /** Its code in the pack. */
    public val code: String,
    /** What it is called. */
    public val name: String,
    /** [ServiceStatus.DUE] or [ServiceStatus.OVERDUE]. */
    public val status: ServiceStatus,
    /** How it stands, in words. */
    public val statusText: String,
) {
    override fun toString(): String = "DueService"
}

/** What the book says of a service. */
public data class CardEntry(
    /** The code of the service in the pack. */
    public val service: String,
    /** Whether it was given. */
    public val given: ServiceGiven,
) {
    override fun toString(): String = "CardEntry"
}

/** Whether a service was given. */
public sealed interface ServiceGiven {
    /** It was not. Beside entries of the same service that were given it says nothing. */
    public data object NotGiven : ServiceGiven {
        override fun toString(): String = "ServiceGiven"
    }

    /** On a [day]. */
    public data class On(
        /** The day. */
        public val day: LocalDate,
    ) : ServiceGiven {
        override fun toString(): String = "ServiceGiven"
    }

    /** On a day that nobody knows. */
    public data object DateNotKnown : ServiceGiven {
        override fun toString(): String = "ServiceGiven"
    }
}
