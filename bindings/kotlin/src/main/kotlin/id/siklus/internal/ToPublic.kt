package id.siklus.internal

import id.siklus.Assessment
import id.siklus.Finding
import id.siklus.LifeStage
import id.siklus.Question
import id.siklus.Undetermined
import id.siklus.ffi.AssessmentView
import id.siklus.ffi.FindingView
import id.siklus.ffi.UndeterminedView
import java.time.LocalDate

internal fun AssessmentView.toPublic() =
    Assessment(
        stages = stages.mapTo(LinkedHashSet<LifeStage>()) { word<LifeStage>(it) },
        action = word(action),
        undecidable = undecidable,
        headline = headline,
        sentences = sentences,
        findings = findings.map(FindingView::toPublic),
        undetermined = undetermined.map(UndeterminedView::toPublic),
        nextChangeOn = nextChangeOn?.let(LocalDate::parse),
    )

internal fun FindingView.toPublic() =
    Finding(
        rule = rule,
        title = title,
        advice = advice,
        action = word(action),
        actionText = actionText,
        within = within?.let { word(it) },
        withinText = withinText,
        reasons = reasons,
        source = source,
        confidence = word(confidence),
        confidenceText = confidenceText,
        private = `private`,
    )

internal fun UndeterminedView.toPublic() =
    Undetermined(
        rule = rule,
        title = title,
        action = word(action),
        actionText = actionText,
        questions = questions.map { Question(it.fact, it.label, it.section, it.`private`) },
    )
