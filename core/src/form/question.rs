//! Draws one question with its answer and what stands beside it.

use super::carried::Carried;
use super::draft::Draft;
use super::screen::{Choice, Kind, Last, Old, Question, Shown};
use super::session::Form;
use crate::fact::{self, Answer, FactDef, FactId, FactKind, Value};
use crate::pack::{FactRef, Name};

impl Form<'_> {
    pub(crate) fn question(&self, draft: &Draft, fact: FactId) -> Question {
        let definition = self.pack.dictionary().get(fact);
        let words = &self.renderer.words;
        let (id, label) = self.name_and_label(fact);
        let recorded = draft.answer(fact);
        // A setting of the area is never open: it has its default.
        let value = if definition.is_setting() { self.known(draft, fact) } else { recorded.and_then(Answer::value) };
        let open = recorded.is_none() && value.is_none();
        Question {
            fact,
            id,
            label,
            help: definition.help.as_ref().map(|help| words.local(help).to_owned()),
            kind: self.kind(definition),
            unknown_label: (!definition.is_setting()).then(|| self.labels.unknown.clone()),
            answer: value.map(|value| self.shown(fact, value)),
            unknown: recorded == Some(&Answer::Unknown),
            open,
            last: self.carried(fact).map(|carried| self.last(fact, &carried, open)),
            old: draft.old_answer(fact).map(|old| self.old(fact, old)),
            no_with_others: self.takes_no_with_others(draft, fact),
            measure_again: None,
            error: None,
        }
    }

    pub(crate) fn name_and_label(&self, fact: FactId) -> (String, String) {
        let definition = self.pack.dictionary().get(fact);
        (definition.id.to_string(), self.renderer.words.local(&definition.label).to_owned())
    }

    fn kind(&self, definition: &FactDef) -> Kind {
        let words = &self.renderer.words;
        match &definition.kind {
            FactKind::Bool => Kind::YesNo { yes: self.labels.yes.clone(), no: self.labels.no.clone() },
            FactKind::Number { integer, unit, step, min, max } => Kind::Number {
                integer: *integer,
                unit: unit.as_ref().map(|unit| words.unit(unit)).filter(|unit| !unit.is_empty()),
                step: *step,
                min: *min,
                max: *max,
                decimals: step.decimals(),
            },
            FactKind::Choice(choices) => Kind::Choice(self.choices(choices)),
            FactKind::Choices(choices) => Kind::Choices(self.choices(choices)),
            FactKind::Date { future } => Kind::Date { latest: (!future).then(|| self.who.on()) },
            FactKind::Text { .. } => Kind::Text,
        }
    }

    fn choices(&self, choices: &[fact::Choice]) -> Vec<Choice> {
        let choice = |choice: &fact::Choice| Choice {
            code: self.pack.dictionary().code(choice.code).to_owned(),
            label: self.renderer.words.local(&choice.label).to_owned(),
        };
        choices.iter().map(choice).collect()
    }

    pub(super) fn shown(&self, fact: FactId, value: &Value) -> Shown {
        let text = self.renderer.value(Name::Fact(FactRef::of(fact)), value);
        Shown { value: value.clone(), typed: self.typed(fact, value), text }
    }

    /// What a cadre would type for a value.
    fn typed(&self, fact: FactId, value: &Value) -> String {
        let dictionary = self.pack.dictionary();
        let definition = dictionary.get(fact);
        match value {
            Value::Bool(yes) => yes.to_string(),
            Value::Number(number) => {
                let decimals = definition.kind.decimals().max(number.decimals());
                number.to_local(decimals, self.renderer.words.language())
            }
            Value::Code(code) => dictionary.code(*code).to_owned(),
            Value::Codes(codes) => {
                let choices = definition.kind.choices();
                let chosen = codes.iter().filter_map(|place| choices.get(place)).map(|choice| dictionary.code(choice.code));
                chosen.collect::<Vec<_>>().join(",")
            }
            Value::Date(date) => date.to_string(),
            Value::Text(text) => text.to_string(),
        }
    }

    /// An answer in words.
    pub(crate) fn text_of(&self, fact: FactId, answer: &Answer) -> String {
        match answer {
            Answer::Known(value) => self.shown(fact, value).text,
            Answer::Unknown => self.renderer.words.say("unknown").to_lowercase(),
        }
    }

    fn last(&self, fact: FactId, carried: &Carried<'_>, open: bool) -> Last {
        let words = &self.renderer.words;
        let answer = self.shown(fact, carried.value);
        let confirm = open && carried.to_confirm;
        let text = if confirm { "confirm_answer" } else { "last_answer" };
        Last {
            on: carried.on,
            text: words.fill(text, &[("value", &answer.text), ("date", &words.date(carried.on))]),
            confirm: confirm.then(|| words.say("confirm_button").to_owned()),
            answer,
        }
    }

    fn old(&self, fact: FactId, old: &Answer) -> Old {
        let text = self.renderer.words.fill("old_answer", &[("value", &self.text_of(fact, old))]);
        Old { answer: old.value().map(|value| self.shown(fact, value)), text }
    }
}
