//! Everything that a screen of a form shows, in the language of the reader. The screen draws it and decides nothing.
//!
//! The `Debug` of these types shows nothing, because which questions are visible already tells something of a person.

use std::sync::Arc;

use chrono::NaiveDate;

use super::error::Suggestion;
use crate::fact::{FactId, Number, Value};
use crate::hidden::hidden;
use crate::pack::RuleId;
use crate::pack::source::{Action, Within};
use crate::screening::Standing;
use crate::screening::render::GrowthShown;

/// A form as it stands on the screen.
#[derive(Clone, PartialEq)]
pub struct Screen {
    /// The headings of its forms.
    pub title: String,
    /// Sections of which something is visible, danger signs first, those of the other setting folded at the end. One that an answer did not
    /// touch is the same as on the screen before.
    pub sections: Vec<Arc<Section>>,
    /// The heading of the folded sections; none when there are none.
    pub folded_title: Option<String>,
    /// How far the sections of this setting are.
    pub progress: Progress,
    /// Whether every visible question of this setting is answered, "not known" included.
    pub complete: bool,
    /// What was found so far, the most urgent first. Of a sheet nothing is found.
    pub findings: Vec<Found>,
    /// Whether a rule that would refer is still undecided.
    pub urgent_open: bool,
    /// How the person stands so far; none of a sheet.
    pub standing: Option<Standing>,
    /// Whether "all is well" may be shown: complete, nothing found above education, nothing urgent open, and the day of birth known where
    /// growth needs it.
    pub clear: bool,
    /// How a child grows, as soon as something is measured; none of adults and of a sheet.
    pub growth: Option<GrowthShown>,
    /// Why nobody can say how a child grows, and what to do about it: the day of birth is not known.
    pub needs_birth_day: Option<String>,
    /// At most five open questions that would settle the most urgent undecided rules, with their heading.
    pub ask_next: Vec<Ask>,
    /// The heading of `ask_next`.
    pub ask_next_title: String,
    /// What the last answer withdrew.
    pub withdrawn: Vec<Withdrawn>,
}

/// Questions under one heading.
#[derive(Clone, PartialEq)]
pub struct Section {
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
    pub progress: Progress,
    /// The button that answers its open questions with "no"; none when it would answer fewer than two.
    pub answer_no: Option<String>,
    /// The visible questions, in order.
    pub questions: Vec<Question>,
}

/// A question with its answer.
#[derive(Clone, PartialEq)]
pub struct Question {
    /// The fact.
    pub fact: FactId,
    /// Its name in the pack.
    pub id: String,
    /// The question.
    pub label: String,
    /// How to ask or measure.
    pub help: Option<String>,
    /// What its answers are.
    pub kind: Kind,
    /// The answer "not known"; none where that is no answer.
    pub unknown_label: Option<String>,
    /// The answer, if its value is known.
    pub answer: Option<Shown>,
    /// Whether the answer is that the family does not know.
    pub unknown: bool,
    /// Whether it has no answer yet.
    pub open: bool,
    /// What was recorded at an earlier visit.
    pub last: Option<Last>,
    /// What was answered at this visit and withdrawn.
    pub old: Option<Old>,
    /// Whether the button of its section answers it with "no".
    pub no_with_others: bool,
    /// Why to measure once more, with a polite question. The answer counts all the same.
    pub measure_again: Option<String>,
    /// What is wrong with what was just entered.
    pub error: Option<FieldMessage>,
}

/// What the answers of a question are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no, "true" or "false" when typed.
    YesNo {
        /// The answer yes.
        yes: String,
        /// The answer no.
        no: String,
    },
    /// A number.
    Number {
        /// Whether it is typed without a decimal mark.
        integer: bool,
        /// The unit behind the number, in words.
        unit: Option<String>,
        /// What every value is a multiple of.
        step: Number,
        /// The lowest accepted value.
        min: Option<Number>,
        /// The highest accepted value.
        max: Option<Number>,
        /// Digits behind the decimal mark.
        decimals: u32,
    },
    /// One of these.
    Choice(Vec<Choice>),
    /// Any of these, none included; their codes parted by commas when typed.
    Choices(Vec<Choice>),
    /// A date, `2026-03-02` when typed.
    Date {
        /// The last day that is accepted.
        latest: Option<NaiveDate>,
    },
    /// A text.
    Text,
}

/// One of several answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is typed for it.
    pub code: String,
    /// How it is called.
    pub label: String,
}

/// An answer.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// Its value.
    pub value: Value,
    /// What could be typed for it.
    pub typed: String,
    /// The value in words, with its unit.
    pub text: String,
}

/// An answer of an earlier visit.
#[derive(Clone, PartialEq)]
pub struct Last {
    /// The day of that visit.
    pub on: NaiveDate,
    /// The answer.
    pub answer: Shown,
    /// Both in one sentence; a question where it is to be confirmed.
    pub text: String,
    /// The button that confirms it for this visit; none when it is only shown.
    pub confirm: Option<String>,
}

/// An answer of this visit that was withdrawn.
#[derive(Clone, PartialEq)]
pub struct Old {
    /// The answer; none when it was "not known".
    pub answer: Option<Shown>,
    /// The answer in a sentence.
    pub text: String,
}

/// What is wrong with what was entered, at its field.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldMessage {
    /// What would be right.
    pub text: String,
    /// What was probably meant.
    pub suggestion: Option<Suggestion>,
}

/// Answered questions among those that are visible.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Those that are answered, "not known" included.
    pub answered: usize,
    /// All that are visible.
    pub of: usize,
}

/// A rule that fires.
#[derive(Clone, PartialEq, Eq)]
pub struct Found {
    /// The rule.
    pub rule: RuleId,
    /// Its id in the pack.
    pub id: String,
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
#[derive(Clone, PartialEq, Eq)]
pub struct Ask {
    /// The fact.
    pub fact: FactId,
    /// Its name in the pack.
    pub id: String,
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
#[derive(Clone, PartialEq)]
pub struct Withdrawn {
    /// The fact.
    pub fact: FactId,
    /// Its name in the pack.
    pub id: String,
    /// The question.
    pub label: String,
    /// What was answered; none when it was "not known".
    pub answer: Option<Shown>,
    /// All of it in a sentence.
    pub text: String,
    /// Whether it was asked alone with the person.
    pub private: bool,
}

hidden!(Screen, Section, Question, Shown, Last, Old, FieldMessage, Progress, Found, Ask, Withdrawn);

impl Progress {
    /// Whether all of them are answered.
    pub fn is_complete(self) -> bool {
        self.answered == self.of
    }

    pub(super) fn of(questions: &[Question]) -> Self {
        Self { answered: questions.iter().filter(|question| !question.open).count(), of: questions.len() }
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self { answered: self.answered + other.answered, of: self.of + other.of }
    }
}

impl Screen {
    /// The question for a fact, if it is visible.
    pub fn question(&self, fact: FactId) -> Option<&Question> {
        self.sections.iter().flat_map(|section| &section.questions).find(|question| question.fact == fact)
    }

    /// The section with this id, if something of it is visible.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().map(Arc::as_ref).find(|section| section.id == id)
    }
}
