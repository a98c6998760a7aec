//! Turns the screen of the core into the one that crosses.

use std::sync::Arc;

use siklus_core::form::{Ask, FieldMessage, Found, Last, Old, Progress, Question, Screen, Section, Shown, Withdrawn};

use super::growth::GrowthView;
use super::screen::{
    AskView, FieldMessageView, FoundView, LastView, OldView, ProgressView, ScreenQuestionView, ScreenView, SectionView, ShownView,
    SuggestionView, WithdrawnView,
};

impl From<Screen> for ScreenView {
    fn from(screen: Screen) -> Self {
        Self {
            title: screen.title,
            sections: screen.sections.into_iter().map(|section| Arc::unwrap_or_clone(section).into()).collect(),
            folded_title: screen.folded_title,
            progress: screen.progress.into(),
            complete: screen.complete,
            findings: screen.findings.into_iter().map(FoundView::from).collect(),
            urgent_open: screen.urgent_open,
            standing: screen.standing,
            clear: screen.clear,
            growth: screen.growth.map(GrowthView::from),
            needs_birth_day: screen.needs_birth_day,
            ask_next: screen.ask_next.into_iter().map(AskView::from).collect(),
            ask_next_title: screen.ask_next_title,
            withdrawn: screen.withdrawn.into_iter().map(WithdrawnView::from).collect(),
        }
    }
}

impl From<Section> for SectionView {
    fn from(section: Section) -> Self {
        Self {
            id: section.id,
            title: section.title,
            intro: section.intro,
            danger: section.danger,
            private: section.private,
            closing: section.closing,
            services: section.services,
            services_button: section.services_button,
            growth: section.growth,
            folded: section.folded,
            progress: section.progress.into(),
            answer_no: section.answer_no,
            questions: section.questions.into_iter().map(ScreenQuestionView::from).collect(),
        }
    }
}

impl From<Question> for ScreenQuestionView {
    fn from(question: Question) -> Self {
        Self {
            fact: question.id,
            label: question.label,
            help: question.help,
            kind: question.kind.into(),
            unknown_label: question.unknown_label,
            answer: question.answer.map(ShownView::from),
            unknown: question.unknown,
            open: question.open,
            last: question.last.map(LastView::from),
            old: question.old.map(OldView::from),
            no_with_others: question.no_with_others,
            measure_again: question.measure_again,
            error: question.error.map(FieldMessageView::from),
        }
    }
}

impl From<Shown> for ShownView {
    fn from(shown: Shown) -> Self {
        Self { typed: shown.typed, text: shown.text }
    }
}

impl From<Last> for LastView {
    fn from(last: Last) -> Self {
        Self { on: last.on, answer: last.answer.into(), text: last.text, confirm: last.confirm }
    }
}

impl From<Old> for OldView {
    fn from(old: Old) -> Self {
        Self { answer: old.answer.map(ShownView::from), text: old.text }
    }
}

impl From<FieldMessage> for FieldMessageView {
    fn from(message: FieldMessage) -> Self {
        let suggestion = message.suggestion.map(|meant| SuggestionView { text: meant.text, typed: meant.typed });
        Self { text: message.text, suggestion }
    }
}

impl From<Progress> for ProgressView {
    fn from(progress: Progress) -> Self {
        let count = |questions: usize| u32::try_from(questions).unwrap_or(u32::MAX);
        Self { answered: count(progress.answered), of: count(progress.of) }
    }
}

impl From<Found> for FoundView {
    fn from(found: Found) -> Self {
        Self {
            rule: found.id,
            action: found.action,
            action_text: found.action_text,
            within: found.within,
            within_text: found.within_text,
            title: found.title,
            advice: found.advice,
            private: found.private,
        }
    }
}

impl From<Ask> for AskView {
    fn from(ask: Ask) -> Self {
        Self { fact: ask.id, label: ask.label, section: ask.section, folded: ask.folded, private: ask.private, action: ask.action }
    }
}

impl From<Withdrawn> for WithdrawnView {
    fn from(withdrawn: Withdrawn) -> Self {
        let Withdrawn { id, label, answer, text, private, .. } = withdrawn;
        Self { fact: id, label, answer: answer.map(ShownView::from), text, private }
    }
}
