//! People with defaults, and a form to fill in step by step.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::fact::{Answer, FactId};
use crate::form::{Draft, Form, FormError, Given, Question, Screen, Who};
use crate::pack::Pack;
use crate::pack::source::Setting;
use crate::person::{BirthDate, Precision, PregnancyDate, Sex};
use crate::screening::{EarlierVisit, Input};

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::embedded().unwrap());

/// The day of every visit.
pub const ON: &str = "2026-03-02";

pub fn pack() -> &'static Pack {
    &PACK
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[track_caller]
pub fn fact(id: &str) -> FactId {
    pack().dictionary().find(id).unwrap_or_else(|| panic!("there is no fact {id}"))
}

/// Answers as they are typed.
#[track_caller]
pub fn answers(facts: &[(&str, &str)]) -> Vec<(FactId, Answer)> {
    facts.iter().map(|(id, text)| (fact(id), pack().dictionary().read_typed(fact(id), text).unwrap())).collect()
}

/// Somebody of this sex and birth date.
pub fn person(sex: Sex, born: &str) -> Input {
    Input::new(day(ON), sex, BirthDate::new(day(born), Precision::Day))
}

/// A woman of 35.
pub fn woman() -> Input {
    person(Sex::Female, "1990-05-01")
}

/// A man of 35.
pub fn man() -> Input {
    person(Sex::Male, "1990-05-01")
}

/// A girl of 17 in the 22nd week of pregnancy.
pub fn pregnant_girl() -> Input {
    Input { pregnancy: Some(PregnancyDate::Lmp(day("2025-10-01"))), ..person(Sex::Female, "2008-05-01") }
}

/// The same person with an earlier visit.
pub fn seen_before(mut input: Input, on: &str, facts: &[(&str, &str)]) -> Input {
    input.history.push(EarlierVisit { on: day(on), facts: answers(facts) });
    input
}

/// A form in English and what is recorded in it.
pub struct Filled {
    pub form: Form<'static>,
    pub draft: Draft,
    pub screen: Screen,
}

/// The form of a home visit.
pub fn at_home(input: Input) -> Filled {
    filled(Who::Person { input: Box::new(input), member: false }, Setting::HomeVisit, "en")
}

/// The form of a Posyandu day.
pub fn at_posyandu(input: Input) -> Filled {
    filled(Who::Person { input: Box::new(input), member: false }, Setting::Posyandu, "en")
}

pub fn filled(who: Who, setting: Setting, language: &str) -> Filled {
    let form = Form::new(pack(), who, setting, language).unwrap();
    let draft = Draft::default();
    let screen = form.screen(&draft).unwrap();
    Filled { form, draft, screen }
}

impl Filled {
    /// The same form after an answer, as it is typed.
    #[track_caller]
    pub fn says(self, id: &str, typed: &str) -> Self {
        self.gives(id, Given::Typed(typed))
    }

    #[track_caller]
    pub fn gives(self, id: &str, given: Given<'_>) -> Self {
        let step = self.form.answer(&self.draft, fact(id), given).unwrap_or_else(|error| panic!("{id}: {error}"));
        Self { form: self.form, draft: step.draft, screen: step.screen }
    }

    /// Why an answer is not taken.
    #[track_caller]
    pub fn refuses(&self, id: &str, typed: &str) -> FormError {
        self.form.answer(&self.draft, fact(id), Given::Typed(typed)).expect_err("an answer that is not accepted")
    }

    /// The question for a fact, which must be visible.
    #[track_caller]
    pub fn question(&self, id: &str) -> &Question {
        self.screen.question(fact(id)).unwrap_or_else(|| panic!("{id} is not visible"))
    }

    pub fn shows(&self, id: &str) -> bool {
        self.screen.question(fact(id)).is_some()
    }

    pub fn sections(&self) -> Vec<&str> {
        self.screen.sections.iter().map(|section| section.id.as_str()).collect()
    }

    pub fn findings(&self) -> Vec<&str> {
        self.screen.findings.iter().map(|found| found.id.as_str()).collect()
    }
}
