//! What an assessment says, as the app shows it: texts of the pack in one language.

use chrono::NaiveDate;
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
    /// What could not be judged, in the order of the rules' ids.
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
    /// By when, for a referral with a deadline.
    pub within: Option<Within>,
    /// Why: a sentence for each value that decided it.
    pub reasons: Vec<String>,
    /// The documents on which it rests, and how surely, in words.
    pub source: String,
    /// How sure the source is.
    pub confidence: Confidence,
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
}

hide!(AssessmentView, FindingView, UndeterminedView, QuestionView);
