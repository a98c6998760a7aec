//! Every answer of a person at a visit with what became of it.

use chrono::NaiveDate;
use siklus_core::pack::source::Setting;
use siklus_core::store::Written;
use siklus_core::visit::{AnswerSection, AnswerSheet, EarlierAnswer, WithdrawnAnswer, WrittenAnswer};

use super::author::MomentRequest;
use super::person::DescribedView;
use super::screen::ScreenQuestionView;
use crate::private::hide;

/// Every answer of a person at a visit with what became of it.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct AnswerSheetView {
    /// The visit.
    pub visit: String,
    /// The person.
    pub person: String,
    /// The name as known now.
    pub name: Option<String>,
    /// Age and life stage on the day of the visit.
    pub described: Option<DescribedView>,
    /// The day of the visit.
    pub on: NaiveDate,
    /// Where it took place.
    pub place: Setting,
    /// Whether the visit has not ended: nothing is written yet, and an answer is changed in its form.
    pub in_progress: bool,
    /// The headings of the forms of the person.
    pub title: String,
    /// What was answered, section by section. The last one may hold what the form no longer asks for.
    pub sections: Vec<AnswerSectionView>,
    /// What was answered and no longer counts.
    pub withdrawn: Vec<WithdrawnAnswerView>,
}

/// The answers of a section.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct AnswerSectionView {
    /// The heading.
    pub title: String,
    /// Asked alone with the person.
    pub private: bool,
    /// Whether the form asks for these: only then they can be corrected.
    pub asked: bool,
    /// What was answered.
    pub answers: Vec<WrittenAnswerView>,
    /// The questions without an answer. One that a correction brought up is answered by the same call.
    pub open: Vec<ScreenQuestionView>,
}

/// An answer with all that was written in its place before.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct WrittenAnswerView {
    /// The question with the answer that counts: what its field is drawn from.
    pub question: ScreenQuestionView,
    /// The answer in words, "not known" too.
    pub text: String,
    /// Whether it is asked alone with the person.
    pub private: bool,
    /// Who wrote it, and when; none while the visit has not ended.
    pub written: Option<WrittenView>,
    /// What stood there before, the latest first.
    pub earlier: Vec<EarlierAnswerView>,
}

/// What stood in the place of an answer before.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct EarlierAnswerView {
    /// The answer in words; none where it was withdrawn.
    pub text: Option<String>,
    /// Who wrote it, and when.
    pub written: Option<WrittenView>,
}

/// An answer that no longer counts.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct WithdrawnAnswerView {
    /// The id of the fact in the pack.
    pub fact: String,
    /// The question.
    pub label: String,
    /// Whether it is asked alone with the person.
    pub private: bool,
    /// The answer in words; none when it was withdrawn before the visit ended, so that it was never part of it.
    pub text: Option<String>,
    /// Who withdrew it, and when; none while the visit has not ended.
    pub written: Option<WrittenView>,
    /// Whether its question stands in the form now, without an answer. Otherwise it no longer applies.
    pub asked: bool,
}

/// Who wrote something, and when.
#[derive(Clone, Debug, uniffi::Record)]
pub struct WrittenView {
    /// The id of the cadre.
    pub cadre: String,
    /// When it was recorded.
    pub at: MomentRequest,
}

hide!(AnswerSheetView, AnswerSectionView, WrittenAnswerView, EarlierAnswerView, WithdrawnAnswerView);

impl From<AnswerSheet> for AnswerSheetView {
    fn from(sheet: AnswerSheet) -> Self {
        Self {
            visit: sheet.visit.to_string(),
            person: sheet.person.to_string(),
            name: sheet.name,
            described: sheet.described.map(DescribedView::from),
            on: sheet.on,
            place: sheet.place,
            in_progress: sheet.in_progress,
            title: sheet.title,
            sections: sheet.sections.into_iter().map(AnswerSectionView::from).collect(),
            withdrawn: sheet.withdrawn.into_iter().map(WithdrawnAnswerView::from).collect(),
        }
    }
}

impl From<AnswerSection> for AnswerSectionView {
    fn from(section: AnswerSection) -> Self {
        Self {
            title: section.title,
            private: section.private,
            asked: section.asked,
            answers: section.answers.into_iter().map(WrittenAnswerView::from).collect(),
            open: section.open.into_iter().map(ScreenQuestionView::from).collect(),
        }
    }
}

impl From<WrittenAnswer> for WrittenAnswerView {
    fn from(answer: WrittenAnswer) -> Self {
        Self {
            question: answer.question.into(),
            text: answer.text,
            private: answer.private,
            written: answer.written.map(WrittenView::from),
            earlier: answer.earlier.into_iter().map(EarlierAnswerView::from).collect(),
        }
    }
}

impl From<EarlierAnswer> for EarlierAnswerView {
    fn from(earlier: EarlierAnswer) -> Self {
        Self { text: earlier.text, written: earlier.written.map(WrittenView::from) }
    }
}

impl From<WithdrawnAnswer> for WithdrawnAnswerView {
    fn from(answer: WithdrawnAnswer) -> Self {
        let WithdrawnAnswer { fact, label, private, text, written, asked } = answer;
        Self { fact, label, private, text, written: written.map(WrittenView::from), asked }
    }
}

impl From<Written> for WrittenView {
    fn from(written: Written) -> Self {
        let at = MomentRequest { unix_ms: written.at.unix_ms, utc_offset_min: written.at.utc_offset_min };
        Self { cadre: written.by.to_string(), at }
    }
}
