package id.siklus.internal

import id.siklus.About
import id.siklus.AboutConfidence
import id.siklus.AboutSource
import id.siklus.AnswerSection
import id.siklus.AnswerSheet
import id.siklus.ConsentNotice
import id.siklus.EarlierAnswer
import id.siklus.WithdrawnAnswer
import id.siklus.Written
import id.siklus.WrittenAnswer
import id.siklus.ffi.AboutView
import id.siklus.ffi.AnswerSectionView
import id.siklus.ffi.AnswerSheetView
import id.siklus.ffi.ConsentNoticeView
import id.siklus.ffi.EarlierAnswerView
import id.siklus.ffi.ScreenQuestionView
import id.siklus.ffi.WithdrawnAnswerView
import id.siklus.ffi.WrittenAnswerView
import id.siklus.ffi.WrittenView

internal fun AnswerSheetView.toPublic() =
    AnswerSheet(
        visit = visit,
        person = person,
        name = name,
        described = described?.toPublic(),
        on = day(on),
        place = word(place),
        inProgress = inProgress,
        title = title,
        sections = sections.map(AnswerSectionView::toPublic),
        withdrawn = withdrawn.map(WithdrawnAnswerView::toPublic),
    )

private fun AnswerSectionView.toPublic() =
    AnswerSection(title, `private`, asked, answers.map(WrittenAnswerView::toPublic), `open`.map(ScreenQuestionView::toPublic))

private fun WrittenAnswerView.toPublic() =
    WrittenAnswer(question.toPublic(), text, `private`, written?.toPublic(), earlier.map(EarlierAnswerView::toPublic))

private fun EarlierAnswerView.toPublic() = EarlierAnswer(text, written?.toPublic())

private fun WithdrawnAnswerView.toPublic() = WithdrawnAnswer(fact, label, `private`, text, written?.toPublic(), asked)

private fun WrittenView.toPublic() = Written(cadre, at.toPublic())

internal fun ConsentNoticeView.toPublic() = ConsentNotice(version, title, paragraphs, question)

internal fun AboutView.toPublic() =
    About(
        id = id,
        title = title,
        version = version,
        shortHash = shortHash,
        rules = rules.toInt(),
        languages = languages,
        sources = sources.map { AboutSource(it.title, it.rules.toInt()) },
        confidence = confidence.map { AboutConfidence(word(it.confidence), it.text, it.rules.toInt()) },
        library = library,
    )
