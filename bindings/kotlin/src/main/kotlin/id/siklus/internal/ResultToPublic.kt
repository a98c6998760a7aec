package id.siklus.internal

import id.siklus.Completion
import id.siklus.OpenQuestions
import id.siklus.PersonResult
import id.siklus.Report
import id.siklus.ResultLine
import id.siklus.ffi.AskView
import id.siklus.ffi.CompletionView
import id.siklus.ffi.LineView
import id.siklus.ffi.OpenQuestionsView
import id.siklus.ffi.PersonResultView
import id.siklus.ffi.ReportRecord
import java.time.Instant

internal fun CompletionView.toPublic(): Completion =
    when (this) {
        is CompletionView.AskFirst -> Completion.AskFirst(`open`.map(OpenQuestionsView::toPublic))
        is CompletionView.Done -> Completion.Done(results.map(PersonResultView::toPublic))
    }

private fun OpenQuestionsView.toPublic() = OpenQuestions(person, askNext.map(AskView::toPublic))

internal fun PersonResultView.toPublic() = PersonResult(person, word(action), openUrgent, lines.map(LineView::toPublic), follows)

private fun LineView.toPublic() = ResultLine(word(role), action?.let { word(it) }, text)

internal fun ReportRecord.toPublic() = Report(Instant.ofEpochMilli(toldMs), toldTo, word(way))
