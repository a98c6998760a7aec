package id.siklus.internal

import id.siklus.Completion
import id.siklus.NotAssessed
import id.siklus.OpenQuestions
import id.siklus.PersonResult
import id.siklus.Report
import id.siklus.ResultLine
import id.siklus.VisitResults
import id.siklus.ffi.AskView
import id.siklus.ffi.CompletionView
import id.siklus.ffi.FindingView
import id.siklus.ffi.LineView
import id.siklus.ffi.OpenQuestionsView
import id.siklus.ffi.PersonResultView
import id.siklus.ffi.ReportRecord
import id.siklus.ffi.UndeterminedView
import id.siklus.ffi.VisitResultsView
import java.time.Instant

internal fun CompletionView.toPublic(): Completion =
    when (this) {
        is CompletionView.AskFirst -> Completion.AskFirst(`open`.map(OpenQuestionsView::toPublic))
        is CompletionView.Done -> Completion.Done(results.map(PersonResultView::toPublic))
    }

private fun OpenQuestionsView.toPublic() = OpenQuestions(person, askNext.map(AskView::toPublic))

internal fun VisitResultsView.toPublic() =
    VisitResults(
        visit = visit,
        household = household,
        householdName = householdName,
        on = day(on),
        state = word(state),
        reason = reason,
        results = results.map(PersonResultView::toPublic),
        notAssessed = notAssessed.map { NotAssessed(it.person, it.name, word(it.state), it.reason) },
    )

internal fun PersonResultView.toPublic() =
    PersonResult(
        person = person,
        name = name,
        described = described.toPublic(),
        on = day(on),
        action = word(action),
        openUrgent = openUrgent,
        complete = complete,
        standing = word(standing),
        headline = headline,
        sentences = sentences,
        findings = findings.map(FindingView::toPublic),
        undetermined = undetermined.map(UndeterminedView::toPublic),
        growth = growth?.toPublic(),
        dueToday = dueToday?.toPublic(),
        notes = notes,
        reports = reports.map(ReportRecord::toPublic),
        lines = lines.map(LineView::toPublic),
        follows = follows,
    )

private fun LineView.toPublic() = ResultLine(word(role), action?.let { word(it) }, text)

internal fun ReportRecord.toPublic() = Report(Instant.ofEpochMilli(toldMs), toldTo, word(way))
