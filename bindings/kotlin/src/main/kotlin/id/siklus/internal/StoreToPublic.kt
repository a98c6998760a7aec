package id.siklus.internal

import id.siklus.Alarm
import id.siklus.BirthData
import id.siklus.BirthDate
import id.siklus.Described
import id.siklus.Household
import id.siklus.HouseholdLine
import id.siklus.LastResult
import id.siklus.NameHit
import id.siklus.PartOverview
import id.siklus.PartRecord
import id.siklus.Person
import id.siklus.PregnancyRecord
import id.siklus.Registered
import id.siklus.Verification
import id.siklus.VisitOverview
import id.siklus.VisitRecord
import id.siklus.ffi.DescribedView
import id.siklus.ffi.HouseholdLineView
import id.siklus.ffi.HouseholdView
import id.siklus.ffi.LastResultView
import id.siklus.ffi.MomentRequest
import id.siklus.ffi.NameHitView
import id.siklus.ffi.PartOverviewView
import id.siklus.ffi.PartView
import id.siklus.ffi.PersonView
import id.siklus.ffi.PregnancyView
import id.siklus.ffi.RegisteredView
import id.siklus.ffi.VerificationView
import id.siklus.ffi.VisitOverviewView
import id.siklus.ffi.VisitView
import java.time.Instant
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.ZoneOffset

internal fun MomentRequest.toPublic(): OffsetDateTime =
    Instant.ofEpochMilli(unixMs).atOffset(ZoneOffset.ofTotalSeconds(utcOffsetMin * SECONDS_OF_A_MINUTE))

internal fun day(iso: String): LocalDate = LocalDate.parse(iso)

internal fun HouseholdView.toPublic() =
    Household(
        id = id,
        name = name,
        address = address,
        rt = rt,
        rw = rw,
        kkNumber = kkNumber,
        movedOn = movedOn?.let(::day),
        consent = consent?.let { word(it) },
        members = members.map(PersonView::toPublic),
    )

internal fun HouseholdLineView.toPublic() =
    HouseholdLine(
        id = id,
        name = name,
        rt = rt,
        rw = rw,
        members = members.toInt(),
        lastVisitOn = lastVisitOn?.let(::day),
        lastAction = lastAction?.let { word(it) },
        lastOpenUrgent = lastOpenUrgent,
        standing = standing?.let { word(it) },
        visitInProgress = visitInProgress,
    )

internal fun NameHitView.toPublic() = NameHit(household, person, name, householdName, rt)

internal fun PersonView.toPublic() =
    Person(
        id = id,
        household = household,
        name = name,
        sex = sex?.let { word(it) },
        born = born?.let { BirthDate(day(it.date), word(it.precision)) },
        relation = relation?.let { word(it) },
        nik = nik,
        birth = BirthData(birthWeightG?.toInt(), birthGestationWeeks?.toInt()),
        leftOn = leftOn?.let(::day),
        diedOn = diedOn?.let(::day),
        last = last?.toPublic(),
    )

private fun LastResultView.toPublic() = LastResult(visit, day(on), word(action), openUrgent, word(standing))

internal fun DescribedView.toPublic() = Described(age, isEstimated, stage, ageGroup)

internal fun RegisteredView.toPublic() = Registered(person, warnings.map { word(it) })

internal fun PregnancyView.toPublic() =
    PregnancyRecord(id, lmp?.let(::day), edd?.let(::day), deliveredOn?.let(::day), lostOn?.let(::day))

internal fun VisitOverviewView.toPublic() =
    VisitOverview(
        visit = visit,
        household = household,
        householdName = householdName,
        place = word(place),
        on = day(on),
        familySheet = familySheet,
        parts = parts.map(PartOverviewView::toPublic),
        standing = standing?.let { word(it) },
        alarms = alarms.map { Alarm(it.person, it.name, it.title, it.advice, it.`private`) },
    )

private fun PartOverviewView.toPublic() =
    PartOverview(
        person = person,
        name = name,
        described = described?.toPublic(),
        state = state?.let { word(it) },
        reason = reason,
        progress = progress?.toPublic(),
        open = `open`,
        standing = standing?.let { word(it) },
    )

internal fun VisitView.toPublic() =
    VisitRecord(
        visit = visit,
        household = household,
        place = word(place),
        on = day(on),
        familySheet = familySheet,
        state = word(state),
        reason = reason,
        parts = parts.map(PartView::toPublic),
    )

private fun PartView.toPublic() = PartRecord(person, word(state), reason, leftOpen)

internal fun VerificationView.toPublic() =
    Verification(whole, damagedPages.toLong(), damagedTables.toLong(), brokenLinks.toLong(), rows.toLong())
