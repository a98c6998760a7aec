package id.siklus.app.model

import id.siklus.Form
import java.io.Serializable

/** Where in the app the cadre is. It holds ids alone, so that the platform may keep it while the app is not running. */
sealed class Place : Serializable {
    /** Drafts and households. */
    data object Today : Place()

    /** What is read out to a new household, and what it says to it. */
    data object NewConsent : Place()

    /** What a known household says to the notice now. */
    data class Consent(val household: String) : Place()

    /** A household with its members. */
    data class Household(val id: String) : Place()

    /** Registers a household that agreed to a [notice], or corrects the one with the [id]. */
    data class HouseholdForm(val id: String?, val notice: String? = null) : Place()

    /** Registers a member, as the child that [mother] gave birth to, or corrects the [person]; [warnings] are texts on what should be looked at again. */
    data class PersonForm(val household: String, val person: String?, val warnings: List<Int> = emptyList(), val mother: String? = null) : Place()

    /** Whether the child of a [mother] who just gave birth is registered. */
    data class Delivered(val household: String, val mother: String) : Place()

    /** To which household a person moves. */
    data class Move(val person: String) : Place()

    /** Whether the person really moves to that one. */
    data class MoveTo(val person: String, val household: String) : Place()

    /** Records a pregnancy, or its end. */
    data class Pregnancy(val person: String) : Place()

    /** Where a visit takes place, before it begins. */
    data class NewVisit(val household: String) : Place()

    /** Who is here. */
    data class Visit(val id: String) : Place()

    /** Why a member is not asked. */
    data class NotAsked(val visit: String, val person: String) : Place()

    /** Why a visit is cancelled. */
    data class CancelVisit(val visit: String) : Place()

    /** A section of a form, the first one when none is named. */
    data class Section(val visit: String, val whose: Whose, val section: String? = null) : Place()

    /** The keypad for a question; [isPrivate] when it is asked alone. */
    data class Keypad(val visit: String, val whose: Whose, val fact: String, val isPrivate: Boolean = false) : Place()

    /** The services that a person received and those to come, as on the day of a [visit] that goes on, or as of today. */
    data class ServiceCard(val person: String, val visit: String? = null) : Place()

    /** What to do about every danger sign of a visit that has not ended. */
    data class Alarms(val visit: String) : Place()

    /** A blank screen for when somebody looks on. */
    data object Neutral : Place()

    /** How a visit came out. */
    data class Results(val visit: String) : Place()

    /** How it came out for one person. */
    data class Result(val visit: String, val person: String) : Place()

    /** The note to a health worker, before it is shared. */
    data class Letter(val visit: String, val person: String) : Place()

    /** To whom a result was told, and how. */
    data class Reported(val visit: String, val person: String) : Place()

    /** A person with the visits so far. */
    data class Person(val id: String) : Place()

    /** How a child grows. */
    data class Growth(val person: String) : Place()

    /** What was answered at a visit, to be corrected. */
    data class Answers(val visit: String, val person: String) : Place()

    /** Another answer in the place of one; a number or a date is [keyed] in. */
    data class Correction(val visit: String, val person: String, val fact: String, val keyed: Boolean) : Place()

    /** Language, text, store, cadres. */
    data object Settings : Place()
}

/** Whose form a place shows. */
sealed class Whose : Serializable {
    /** That of a member. */
    data class Member(override val person: String) : Whose()

    /** The family sheet. */
    data class Family(val household: String) : Whose()

    /** The member; none of the family sheet. */
    open val person: String? get() = null

    /** The same as the library calls it. */
    fun form(): Form =
        when (this) {
            is Member -> Form.Member(person)
            is Family -> Form.Household(household)
        }
}
