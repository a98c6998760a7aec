package id.siklus.internal

import id.siklus.DraftLine
import id.siklus.HouseholdPage
import id.siklus.Member
import id.siklus.PersonPage
import id.siklus.PersonVisit
import id.siklus.PregnancyLine
import id.siklus.Today
import id.siklus.VisitLine
import id.siklus.ffi.DraftLineView
import id.siklus.ffi.HouseholdPageView
import id.siklus.ffi.MemberView
import id.siklus.ffi.PersonPageView
import id.siklus.ffi.PersonVisitView
import id.siklus.ffi.TodayView
import id.siklus.ffi.VisitLineView

internal fun TodayView.toPublic() = Today(drafts.map(DraftLineView::toPublic), households.map { it.toPublic() }, more)

private fun DraftLineView.toPublic() =
    DraftLine(
        visit = visit,
        household = household,
        householdName = householdName,
        on = day(on),
        parts = parts.toInt(),
        openParts = openParts.toInt(),
        standing = standing?.let { word(it) },
    )

internal fun HouseholdPageView.toPublic() =
    HouseholdPage(
        household = household.toPublic(),
        members = members.map(MemberView::toPublic),
        standing = standing?.let { word(it) },
        openVisit = openVisit,
        visits = visits.map(VisitLineView::toPublic),
    )

private fun MemberView.toPublic() = Member(person, name, described?.toPublic(), standing?.let { word(it) }, livesHere)

private fun VisitLineView.toPublic() = VisitLine(visit, day(on), word(place), word(state))

internal fun PersonPageView.toPublic() =
    PersonPage(
        person = person.toPublic(),
        described = described?.toPublic(),
        standing = standing?.let { word(it) },
        offersPregnancy = offersPregnancy,
        offersGrowthChart = offersGrowthChart,
        pregnancies = pregnancies.map { PregnancyLine(it.pregnancy.toPublic(), it.gestation) },
        visits = visits.map(PersonVisitView::toPublic),
    )

private fun PersonVisitView.toPublic() =
    PersonVisit(
        visit = visit,
        on = day(on),
        place = word(place),
        state = word(state),
        standing = standing?.let { word(it) },
        packVersion = packVersion,
        corrected = corrected,
        reported = reported,
    )
