//! Reading an answer, and saying in words what is wrong with it.

use super::answer::Given;
use super::draft::Draft;
use super::error::{FieldError, FieldRule, Suggestion};
use super::session::Form;
use crate::fact::{Answer, FactDef, FactError, FactId, Number, Raw, Value};
use crate::screening::{InputRule, faults_of_visit};

impl Form<'_> {
    /// The answer as it is recorded; none when it is taken away.
    pub(super) fn read(&self, draft: &Draft, fact: FactId, given: Given<'_>) -> Result<Option<Answer>, FieldError> {
        let dictionary = self.pack.dictionary();
        let typed = if let Given::Typed(text) = given { Some(text) } else { None };
        let read = match given {
            Given::Typed(text) => dictionary.read_typed(fact, text),
            Given::Value(value) => self.read_value(fact, &value),
            Given::Unknown => dictionary.read(fact, Raw::Text("unknown")),
            Given::Cleared => return Ok(None),
        };
        let answer = read.map_err(|error| self.refuse(fact, error, typed))?;
        match self.broken_rule(draft, fact, &answer) {
            Some(rule) => Err(self.refuse_at_visit(fact, rule)),
            None => Ok(Some(answer)),
        }
    }

    /// A value is checked as one that stands in a case file.
    fn read_value(&self, fact: FactId, value: &Value) -> Result<Answer, FactError> {
        let dictionary = self.pack.dictionary();
        let number;
        let raw = match value {
            Value::Bool(yes) => Raw::Bool(*yes),
            Value::Number(value) => {
                number = value.to_string();
                Raw::Decimal(&number)
            }
            Value::Code(code) => Raw::Text(dictionary.code(*code)),
            Value::Codes(codes) => {
                let choices = dictionary.get(fact).kind.choices();
                let chosen = codes.iter().map(|place| choices.get(place).map_or("", |choice| dictionary.code(choice.code)));
                Raw::List(chosen.collect())
            }
            Value::Date(date) => Raw::Date(*date),
            Value::Text(text) => return dictionary.read_typed(fact, text),
        };
        dictionary.read(fact, raw)
    }

    /// The rule of the visit that an answer breaks together with the other number of the same blood pressure.
    fn broken_rule(&self, draft: &Draft, fact: FactId, answer: &Answer) -> Option<InputRule> {
        let pairs = self.pack.pressures.iter().filter(|(high, low)| *high == fact || *low == fact);
        let others = pairs.map(|(high, low)| if *high == fact { *low } else { *high });
        let recorded = others.filter_map(|other| Some((other, draft.answer(other)?.clone())));
        let facts: Vec<_> = recorded.chain([(fact, answer.clone())]).collect();
        faults_of_visit(self.pack, self.who.on(), &facts).into_iter().map(|fault| fault.rule).next()
    }

    fn refuse(&self, fact: FactId, error: FactError, typed: Option<&str>) -> FieldError {
        let definition = self.pack.dictionary().get(fact);
        let words = &self.renderer.words;
        let message = match &error {
            FactError::NotAChoice { .. } => {
                let labels: Vec<_> = definition.kind.choices().iter().map(|choice| words.local(&choice.label).to_owned()).collect();
                words.fill("error_choice", &[("choices", &labels.join(words.say("list_separator")))])
            }
            FactError::Pattern { .. } => words.say("error_pattern").to_owned(),
            error => error.message(words.language_of("en", "id")),
        };
        let meant = typed.and_then(|text| self.pack.dictionary().suggest(fact, text));
        let suggestion = meant.map(|number| self.suggestion(definition, number));
        FieldError { fact, rule: FieldRule::Fact(Box::new(error)), message, suggestion }
    }

    fn suggestion(&self, definition: &FactDef, number: Number) -> Suggestion {
        let words = &self.renderer.words;
        let decimals = definition.kind.decimals().max(number.decimals());
        let text = words.fill("error_suggestion", &[("value", &words.number(number, decimals, None))]);
        Suggestion { text, typed: number.to_string() }
    }

    fn refuse_at_visit(&self, fact: FactId, rule: InputRule) -> FieldError {
        let words = &self.renderer.words;
        let message = match rule {
            InputRule::AfterVisit => words.fill("error_after_visit", &[("date", &words.date(self.who.on()))]),
            InputRule::PressureOrder => words.say("error_pressure_order").to_owned(),
            _ => words.say("error_other").to_owned(),
        };
        FieldError { fact, rule: FieldRule::Visit(rule), message, suggestion: None }
    }
}
