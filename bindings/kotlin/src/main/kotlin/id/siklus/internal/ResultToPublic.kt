package id.siklus.internal

import id.siklus.Completion
import id.siklus.OpenQuestions
import id.siklus.PersonResult
import id.siklus.Report
import id.siklus.ResultLine
import id.siklus.ffi.AskView
import id.siklus.ffi.CompletionView
import id.siklus.ffi.FindingView
import id.siklus.ffi.LineView
import id.siklus.ffi.OpenQuestionsView
import id.siklus.ffi.PersonResultView
import id.siklus.ffi.ReportRecord
import id.siklus.ffi.UndeterminedView
import java.time.Instant

internal fun CompletionView.toPublic(): Completion =
    when (this) {
        is CompletionView.AskFirst -> Completion.AskFirst(`open`.map(OpenQuestionsView::toPublic))
        is CompletionView.Done -> Completion.Done(results.map(PersonResultView::toPublic))
    }

private fun OpenQuestionsView.toPublic() = OpenQuestions(person, askNext.map(AskView::toPublic))

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
        notes = notes,
        reports = reports.map(ReportRecord::toPublic),
        lines = lines.map(LineView::toPublic),
        follows = follows,
    )

private fun LineView.toPublic() = ResultLine(word(role), action?.let { word(it) }, text)

internal fun ReportRecord.toPublic() = Report(Instant.ofEpochMilli(toldMs), toldTo, word(way))
