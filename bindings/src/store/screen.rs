//! A form as it stands on the screen. One call brings all of it. The words are those of the language asked for.

use chrono::NaiveDate;
use siklus_core::pack::source::{Action, Within};
use siklus_core::screening::Standing;

use super::growth::GrowthView;
use super::kind::KindView;
use crate::private::hide;

/// A form as it stands on the screen.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct ScreenView {
    /// The headings of its forms.
    pub title: String,
    /// Sections of which something is visible, danger signs first, those of the other setting folded at the end.
    pub sections: Vec<SectionView>,
    /// The heading of the folded sections; none when there are none.
    pub folded_title: Option<String>,
    /// How far the sections of this setting are.
    pub progress: ProgressView,
    /// Whether every visible question of this setting is answered, "not known" included.
    pub complete: bool,
    /// What was found so far, the most urgent first. Of a sheet nothing is found.
    pub findings: Vec<FoundView>,
    /// Whether a rule that would refer is still undecided.
    pub urgent_open: bool,
    /// How the person stands so far; none of a sheet.
    pub standing: Option<Standing>,
    /// Whether "all is well" may be shown.
    pub clear: bool,
    /// How a child grows, as soon as something is measured; none of adults and of a sheet.
    pub growth: Option<GrowthView>,
    /// Why nobody can say how a child grows, and what to do about it: the day of birth is not known.
    pub needs_birth_day: Option<String>,
    /// At most five open questions that would settle the most urgent undecided rules.
    pub ask_next: Vec<AskView>,
    /// The heading of `ask_next`.
    pub ask_next_title: String,
    /// What the last answer withdrew.
    pub withdrawn: Vec<WithdrawnView>,
}

/// Questions under one heading.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct SectionView {
    /// Its id in the pack.
    pub id: String,
    /// The heading.
    pub title: String,
    /// What is read before the first question.
    pub intro: Option<String>,
    /// Danger signs.
    pub danger: bool,
    /// Asked alone with the person.
    pub private: bool,
    /// Ends the visit.
    pub closing: bool,
    /// Dated services are copied here before the questions.
    pub services: bool,
    /// The button that leads to the card of services; none where there are none to copy.
    pub services_button: Option<String>,
    /// Holds measures that a child's growth is told by.
    pub growth: bool,
    /// Of the other setting: closed until the cadre opens it, and not counted.
    pub folded: bool,
    /// How far it is.
    pub progress: ProgressView,
    /// The button that answers its open questions with "no"; none when it would answer fewer than two.
    pub answer_no: Option<String>,
    /// The visible questions, in order.
    pub questions: Vec<ScreenQuestionView>,
}

/// A question with its answer.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct ScreenQuestionView {
    /// The id of the fact in the pack.
    pub fact: String,
    /// The question.
    pub label: String,
    /// How to ask or measure.
    pub help: Option<String>,
    /// What its answers are.
    pub kind: KindView,
    /// The answer "not known"; none where that is no answer.
    pub unknown_label: Option<String>,
    /// The answer, if its value is known.
    pub answer: Option<ShownView>,
    /// Whether the answer is that the family does not know.
    pub unknown: bool,
    /// Whether it has no answer yet.
    pub open: bool,
    /// What was recorded at an earlier visit.
    pub last: Option<LastView>,
    /// What was answered at this visit and withdrawn.
    pub old: Option<OldView>,
    /// Whether the button of its section answers it with "no".
    pub no_with_others: bool,
    /// Why to measure once more, with a polite question. The answer counts all the same.
    pub measure_again: Option<String>,
    /// What is wrong with what was just entered.
    pub error: Option<FieldMessageView>,
}

/// An answer.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct ShownView {
    /// What could be typed for it.
    pub typed: String,
    /// The value in words, with its unit.
    pub text: String,
}

/// An answer of an earlier visit.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct LastView {
    /// The day of that visit.
    pub on: NaiveDate,
    /// The answer.
    pub answer: ShownView,
    /// Both in one sentence; a question where it is to be confirmed.
    pub text: String,
    /// The button that confirms it for this visit; none when it is only shown.
    pub confirm: Option<String>,
}

/// An answer of this visit that was withdrawn.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct OldView {
    /// The answer; none when it was "not known".
    pub answer: Option<ShownView>,
    /// The answer in a sentence.
    pub text: String,
}

/// What is wrong with what was entered, at its field.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct FieldMessageView {
    /// What would be right.
    pub text: String,
    /// What was probably meant.
    pub suggestion: Option<SuggestionView>,
}

/// What was probably meant. It comes from what was entered, so it is for the screen alone.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct SuggestionView {
    /// The question whether it was meant, in words.
    pub text: String,
    /// What is typed to say yes to it.
    pub typed: String,
}

/// Answered questions among those that are visible.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct ProgressView {
    /// Those that are answered, "not known" included.
    pub answered: u32,
    /// All that are visible.
    pub of: u32,
}

/// A rule that fires.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct FoundView {
    /// The id of the rule.
    pub rule: String,
    /// What is done about it.
    pub action: Action,
    /// The word for that.
    pub action_text: String,
    /// The deadline of a referral.
    pub within: Option<Within>,
    /// The deadline in words.
    pub within_text: Option<String>,
    /// What was found.
    pub title: String,
    /// What the cadre says or does.
    pub advice: String,
    /// Whether it is not for the eyes of others.
    pub private: bool,
}

/// An open question that matters most.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct AskView {
    /// The id of the fact in the pack.
    pub fact: String,
    /// The question.
    pub label: String,
    /// The id of the section in which it stands.
    pub section: String,
    /// Whether that section is folded.
    pub folded: bool,
    /// Whether it is asked alone with the person.
    pub private: bool,
    /// The most urgent action that it may lead to.
    pub action: Action,
}

/// An answer that the last one made inapplicable.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct WithdrawnView {
    /// The id of the fact in the pack.
    pub fact: String,
    /// The question.
    pub label: String,
    /// What was answered; none when it was "not known".
    pub answer: Option<ShownView>,
    /// All of it in a sentence.
    pub text: String,
    /// Whether it was asked alone with the person.
    pub private: bool,
}

hide!(ScreenView, SectionView, ScreenQuestionView, ShownView, LastView, OldView, FieldMessageView, SuggestionView);
hide!(ProgressView, FoundView, AskView, WithdrawnView);
