package id.siklus.internal

import id.siklus.Author
import id.siklus.Consent
import id.siklus.Entry
import id.siklus.Form
import id.siklus.HouseholdField
import id.siklus.NoteSender
import id.siklus.PersonField
import id.siklus.Report
import id.siklus.ffi.AuthorRequest
import id.siklus.ffi.ConsentRequest
import id.siklus.ffi.GivenAnswer
import id.siklus.ffi.HouseholdChange
import id.siklus.ffi.MomentRequest
import id.siklus.ffi.NoteSenderRequest
import id.siklus.ffi.PersonChange
import id.siklus.ffi.ReportRecord
import id.siklus.ffi.WhoseForm
import java.time.OffsetDateTime

internal const val SECONDS_OF_A_MINUTE = 60

internal fun OffsetDateTime.toNative() = MomentRequest(toInstant().toEpochMilli(), (offset.totalSeconds / SECONDS_OF_A_MINUTE).toShort())

internal fun Author.toNative() = AuthorRequest(cadre.wellFormed(), on.toString(), at.toNative())

internal fun Consent.toNative() = ConsentRequest(word(state), notice.wellFormed(), word(way), givenBy?.wellFormed())

@JvmName("householdChanges")
internal fun Map<HouseholdField, String?>.toNative() = map { (field, text) -> HouseholdChange(word(field), text?.wellFormed()) }

@JvmName("personChanges")
internal fun Map<PersonField, String?>.toNative() = map { (field, text) -> PersonChange(word(field), text?.wellFormed()) }

internal fun NoteSender.toNative() = NoteSenderRequest(cadre?.wellFormed(), posyandu?.wellFormed())

internal fun Report.toNative() = ReportRecord(toldAt.toEpochMilli(), toldTo.wellFormed(), word(way))

internal fun Form.toNative(): WhoseForm =
    when (this) {
        is Form.Member -> WhoseForm.Member(person.wellFormed())
        is Form.Household -> WhoseForm.Household(household.wellFormed())
    }

internal fun Entry.toNative(): GivenAnswer =
    when (this) {
        is Entry.Typed -> GivenAnswer.Typed(text.wellFormed())
        is Entry.Known -> GivenAnswer.Known(answer.toNative())
        Entry.Cleared -> GivenAnswer.Cleared
    }

/** A number of lines or a place in a list. */
internal fun Int.count(): UInt {
    require(this >= 0) { "must not be below 0" }
    return toUInt()
}
