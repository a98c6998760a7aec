package id.siklus.internal

import id.siklus.AskNext
import id.siklus.Choice
import id.siklus.FieldMessage
import id.siklus.FormQuestion
import id.siklus.Found
import id.siklus.LastAnswer
import id.siklus.OldAnswer
import id.siklus.Progress
import id.siklus.QuestionKind
import id.siklus.Screen
import id.siklus.Section
import id.siklus.ShownAnswer
import id.siklus.Suggestion
import id.siklus.Withdrawn
import id.siklus.ffi.AskView
import id.siklus.ffi.ChoiceView
import id.siklus.ffi.FieldMessageView
import id.siklus.ffi.FoundView
import id.siklus.ffi.KindView
import id.siklus.ffi.LastView
import id.siklus.ffi.OldView
import id.siklus.ffi.ProgressView
import id.siklus.ffi.ScreenQuestionView
import id.siklus.ffi.ScreenView
import id.siklus.ffi.SectionView
import id.siklus.ffi.ShownView
import id.siklus.ffi.WithdrawnView
import java.math.BigDecimal

internal fun ScreenView.toPublic() =
    Screen(
        title = title,
        sections = sections.map(SectionView::toPublic),
        foldedTitle = foldedTitle,
        progress = progress.toPublic(),
        complete = complete,
        findings = findings.map(FoundView::toPublic),
        urgentOpen = urgentOpen,
        standing = standing?.let { word(it) },
        clear = clear,
        growth = growth?.toPublic(),
        needsBirthDay = needsBirthDay,
        askNext = askNext.map(AskView::toPublic),
        askNextTitle = askNextTitle,
        withdrawn = withdrawn.map { Withdrawn(it.fact, it.label, it.answer?.toPublic(), it.text, it.`private`) },
    )

private fun SectionView.toPublic() =
    Section(
        id = id,
        title = title,
        intro = intro,
        danger = danger,
        private = `private`,
        closing = closing,
        services = services,
        servicesButton = servicesButton,
        growth = growth,
        folded = folded,
        progress = progress.toPublic(),
        answerNo = answerNo,
        questions = questions.map(ScreenQuestionView::toPublic),
    )

internal fun ScreenQuestionView.toPublic() =
    FormQuestion(
        fact = fact,
        label = label,
        help = help,
        kind = kind.toPublic(),
        unknownLabel = unknownLabel,
        answer = answer?.toPublic(),
        unknown = unknown,
        open = `open`,
        last = last?.toPublic(),
        old = old?.toPublic(),
        noWithOthers = noWithOthers,
        measureAgain = measureAgain,
        error = error?.toPublic(),
    )

private fun KindView.toPublic(): QuestionKind =
    when (this) {
        is KindView.YesNo -> QuestionKind.YesNo(yes, no)
        is KindView.Number ->
            QuestionKind.Number(integer, unit, BigDecimal(step), min?.let(::BigDecimal), max?.let(::BigDecimal), decimals.toInt())
        is KindView.OneOf -> QuestionKind.OneOf(choices.map(ChoiceView::toPublic))
        is KindView.AnyOf -> QuestionKind.AnyOf(choices.map(ChoiceView::toPublic))
        is KindView.Date -> QuestionKind.Date(latest?.let(::day))
        KindView.Text -> QuestionKind.Text
    }

private fun ChoiceView.toPublic() = Choice(code, label)

private fun ShownView.toPublic() = ShownAnswer(typed, text)

private fun LastView.toPublic() = LastAnswer(day(on), answer.toPublic(), text, confirm)

private fun OldView.toPublic() = OldAnswer(answer?.toPublic(), text)

private fun FieldMessageView.toPublic() = FieldMessage(text, suggestion?.let { Suggestion(it.text, it.typed) })

internal fun ProgressView.toPublic() = Progress(answered.toInt(), of.toInt())

private fun FoundView.toPublic() = Found(rule, word(action), actionText, within?.let { word(it) }, withinText, title, advice, `private`)

internal fun AskView.toPublic() = AskNext(fact, label, section, folded, `private`, word(action))
