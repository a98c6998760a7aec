//! What an assessment says, as the app shows it: texts of the pack in one language.

use chrono::NaiveDate;
use siklus_core::form::{ToldFinding, ToldQuestion, ToldUndetermined};
use siklus_core::pack::source::{Action, Confidence, Within};
use siklus_core::person::LifeStage;

use crate::private::hide;

/// What a pack says of itself.
#[derive(Clone, Debug, uniffi::Record)]
pub struct PackInfo {
    /// The id, as `ilp`.
    pub id: String,
    /// The version, as `2026.11.0`.
    pub version: String,
    /// The identity of the pack: the SHA-256 of its canonical form, in hexadecimal digits.
    pub sha256: String,
    /// The languages in which the pack has texts: Indonesian, English, then the others.
    pub languages: Vec<String>,
}

/// What a pack says of a person on a day.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct AssessmentView {
    /// The life stages of the person.
    pub stages: Vec<LifeStage>,
    /// The most urgent action among the findings.
    pub action: Action,
    /// Whether the answers are too few to call the person safe: nothing urgent was found, but something urgent is open.
    pub undecidable: bool,
    /// The result in one word or two.
    pub headline: String,
    /// What the result means, a sentence or two.
    pub sentences: Vec<String>,
    /// What was found, the most urgent first.
    pub findings: Vec<FindingView>,
    /// What could not be judged, the most urgent first.
    pub undetermined: Vec<UndeterminedView>,
    /// The first day on which the result can differ when only the date moves; none when nothing depends on it.
    pub next_change_on: Option<NaiveDate>,
}

/// A rule that fires.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct FindingView {
    /// The id of the rule.
    pub rule: String,
    /// What was found.
    pub title: String,
    /// What to do about it.
    pub advice: String,
    /// How urgent it is.
    pub action: Action,
    /// The word for that.
    pub action_text: String,
    /// By when, for a referral with a deadline.
    pub within: Option<Within>,
    /// The deadline in words.
    pub within_text: Option<String>,
    /// Why: a sentence for each value that decided it.
    pub reasons: Vec<String>,
    /// The documents on which it rests, and how surely, in words.
    pub source: String,
    /// How sure the source is.
    pub confidence: Confidence,
    /// The same in words.
    pub confidence_text: String,
    /// Whether it may tell something that was said alone.
    pub private: bool,
}

/// A rule that cannot be decided. It is not clear.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct UndeterminedView {
    /// The id of the rule.
    pub rule: String,
    /// What it would find.
    pub title: String,
    /// How urgent that would be.
    pub action: Action,
    /// The word for that.
    pub action_text: String,
    /// The shortest way out: some answers to these questions decide the rule.
    pub questions: Vec<QuestionView>,
}

/// A question that has not been answered.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct QuestionView {
    /// The id of the fact.
    pub fact: String,
    /// What the cadre calls it.
    pub label: String,
    /// The id of the section in which the form asks it; none when it belongs to no form.
    pub section: Option<String>,
    /// Whether it is asked alone with the person.
    pub private: bool,
}

hide!(AssessmentView, FindingView, UndeterminedView, QuestionView);

impl From<ToldFinding> for FindingView {
    fn from(told: ToldFinding) -> Self {
        Self {
            rule: told.rule,
            title: told.title,
            advice: told.advice,
            action: told.action,
            action_text: told.action_text,
            within: told.within,
            within_text: told.within_text,
            reasons: told.reasons,
            source: told.source,
            confidence: told.confidence,
            confidence_text: told.confidence_text,
            private: told.private,
        }
    }
}

impl From<ToldUndetermined> for UndeterminedView {
    fn from(told: ToldUndetermined) -> Self {
        let ToldUndetermined { rule, title, action, action_text, questions } = told;
        Self { rule, title, action, action_text, questions: questions.into_iter().map(QuestionView::from).collect() }
    }
}

impl From<ToldQuestion> for QuestionView {
    fn from(told: ToldQuestion) -> Self {
        let ToldQuestion { fact, label, section, private } = told;
        Self { fact, label, section, private }
    }
}
