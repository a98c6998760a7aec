package id.siklus.internal

import id.siklus.CardDose
import id.siklus.CardEntry
import id.siklus.CardGroup
import id.siklus.CardService
import id.siklus.DueService
import id.siklus.DueToday
import id.siklus.OtherService
import id.siklus.PlannedDay
import id.siklus.ServiceCard
import id.siklus.ServiceGiven
import id.siklus.ffi.CardDoseView
import id.siklus.ffi.CardEntryRequest
import id.siklus.ffi.CardGivenRequest
import id.siklus.ffi.CardGroupView
import id.siklus.ffi.CardServiceView
import id.siklus.ffi.DueServiceView
import id.siklus.ffi.DueTodayView
import id.siklus.ffi.ServiceCardView

internal fun CardEntry.toNative() = CardEntryRequest(service.wellFormed(), given.toNative())

private fun ServiceGiven.toNative(): CardGivenRequest =
    when (this) {
        ServiceGiven.NotGiven -> CardGivenRequest.NotGiven
        is ServiceGiven.On -> CardGivenRequest.On(day.toString())
        ServiceGiven.DateNotKnown -> CardGivenRequest.DateNotKnown
    }

internal fun ServiceCardView.toPublic() =
    ServiceCard(
        person = person,
        name = name,
        described = described.toPublic(),
        on = day(on),
        groups = groups.map(CardGroupView::toPublic),
        dueToday = dueToday?.toPublic(),
        plan = plan.map { PlannedDay(day(it.on), it.day, it.services) },
        completeness = completeness,
        planNote = planNote,
    )

internal fun DueTodayView.toPublic() =
    DueToday(day(on), together.map(DueServiceView::toPublic), others.map(DueServiceView::toPublic), note)

private fun DueServiceView.toPublic() = DueService(code, name, word(status), statusText)

private fun CardGroupView.toPublic() =
    CardGroup(title, services.map(CardServiceView::toPublic), others.map { OtherService(it.code, it.name) })

private fun CardServiceView.toPublic() =
    CardService(
        code = code,
        name = name,
        again = again,
        status = status?.let { word(it) },
        statusText = statusText,
        from = from?.let(::day),
        dueUntil = dueUntil?.let(::day),
        until = until?.let(::day),
        whenText = `when`,
        why = why,
        doses = doses.map(CardDoseView::toPublic),
    )

private fun CardDoseView.toPublic() = CardDose(id, on?.let(::day), text, counts, tooEarly, remark)
