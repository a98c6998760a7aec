//! People with defaults, and a form to fill in step by step.

use std::sync::LazyLock;

use chrono::NaiveDate;
use proptest::prelude::*;

use crate::fact::{Answer, CodeSet, FactId, FactKind, Number, Value};
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

/// Somebody of any life stage.
pub fn anybody() -> impl Strategy<Value = Input> {
    let births =
        ["1950-03-01", "1990-05-01", "2008-05-01", "2018-07-01", "2020-06-01", "2023-01-10", "2025-07-01", "2025-12-01", "2026-02-20"];
    (prop::sample::select(births.to_vec()), any::<bool>(), 0..3_u8).prop_map(|(born, female, episode)| {
        let input = person(if female { Sex::Female } else { Sex::Male }, born);
        match episode {
            1 if female && ["1990-05-01", "2008-05-01"].contains(&born) => Input { pregnancy: pregnant_girl().pregnancy, ..input },
            2 if female && ["1990-05-01", "2008-05-01"].contains(&born) => Input { delivery: Some(day("2026-02-10")), ..input },
            _ => input,
        }
    })
}

/// An answer of the kind of a fact, made of a number.
pub fn any_answer(fact: FactId, seed: u32) -> Answer {
    let definition = pack().dictionary().get(fact);
    let pick = |count: usize| usize::try_from(seed).unwrap() % count.max(1);
    Answer::Known(match &definition.kind {
        _ if seed.is_multiple_of(11) => return Answer::Unknown,
        FactKind::Bool => Value::Bool(seed.is_multiple_of(2)),
        FactKind::Number { step, min, max, .. } => {
            let (low, high) = (min.unwrap_or(Number::ZERO), max.unwrap_or(Number::integer(20)));
            let steps = high.sub(low).and_then(|range| range.div(*step)).and_then(|steps| steps.to_integer()).unwrap_or(1);
            let some = Number::integer(i64::from(seed) % (steps + 1));
            Value::Number(some.mul(*step).and_then(|above| low.add(above)).unwrap())
        }
        FactKind::Choice(choices) => Value::Code(choices[pick(choices.len())].code),
        FactKind::Choices(choices) => Value::Codes(CodeSet::EMPTY.with(pick(choices.len())).unwrap()),
        FactKind::Date { .. } => Value::Date(day("2026-01-01")),
        FactKind::Text { .. } => Value::Text("R".into()),
    })
}
