//! The words of a pack in one language: its sentences, names, numbers with their units, and dates.

use chrono::{Datelike, NaiveDate};

use crate::fact::{LocalText, Number, unit_label};
use crate::pack::source::Source;

/// A pack's texts in one language, with those that it falls back to.
pub(crate) struct Words<'p> {
    source: &'p Source,
    chain: Vec<String>,
}

impl<'p> Words<'p> {
    pub(crate) fn new(source: &'p Source, language: &str) -> Self {
        let chain = source.language_chain(language).into_iter().map(str::to_owned).collect();
        Self { source, chain }
    }

    /// A text in the language.
    pub(crate) fn local<'t>(&self, text: &'t LocalText) -> &'t str {
        text.get(&self.chain)
    }

    /// The sentence `[text.<id>]`; empty when the pack has none.
    pub(crate) fn say(&self, id: &str) -> &'p str {
        let texts = &self.source.texts;
        let found = texts.binary_search_by(|text| text.id.value.as_str().cmp(id)).ok().and_then(|index| texts.get(index));
        found.map_or("", |text| self.local(&text.text))
    }

    /// The sentence `[text.<id>]` with what stands in braces filled in.
    pub(crate) fn fill(&self, id: &str, values: &[(&str, &str)]) -> String {
        let mut rest = self.say(id);
        let mut filled = String::new();
        while let Some((before, after)) = rest.split_once('{') {
            let (name, behind) = after.split_once('}').unwrap_or((after, ""));
            filled.push_str(before);
            filled.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
            rest = behind;
        }
        filled + rest
    }

    /// Several things as one text, the last joined by "and".
    pub(crate) fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => first.join(self.say("list_separator")) + self.say("list_last") + last,
        }
    }

    /// A number with `decimals` places and its unit, with the decimal mark of the language.
    pub(crate) fn number(&self, number: Number, decimals: u32, unit: Option<&str>) -> String {
        let digits = number.to_local(decimals, self.language());
        match unit.map(|unit| self.unit(unit)).filter(|unit| !unit.is_empty()) {
            Some(unit) => format!("{digits} {unit}"),
            None => digits,
        }
    }

    /// A date in words.
    pub(crate) fn date(&self, date: NaiveDate) -> String {
        let month = self.say(&format!("month_{}", date.month()));
        self.fill("date", &[("day", &date.day().to_string()), ("month", month), ("year", &date.year().to_string())])
    }

    /// Days as weeks and days, as a gestation is told.
    pub(crate) fn weeks_and_days(&self, days: i64) -> String {
        if days % 7 == 0 {
            return self.number(Number::integer(days / 7), 0, Some("wk"));
        }
        self.fill("weeks_and_days", &[("weeks", &(days / 7).to_string()), ("days", &(days % 7).to_string())])
    }

    /// A unit in words.
    pub(crate) fn unit(&self, unit: &str) -> String {
        match self.say(&unit_text(unit)) {
            "" => unit_label(unit, self.language()).to_owned(),
            text => text.to_owned(),
        }
    }

    /// The first of two languages in which a text reaches the reader.
    pub(crate) fn language_of<'l>(&self, one: &'l str, other: &'l str) -> &'l str {
        let first = self.chain.iter().find(|language| *language == one || *language == other);
        if first.is_some_and(|first| first == one) { one } else { other }
    }

    /// The language that was asked for.
    pub(crate) fn language(&self) -> &str {
        self.chain.first().map_or("id", String::as_str)
    }
}

/// The id of the text of a unit: its letters in small, `/` as "per" before them, everything else as one underscore.
fn unit_text(unit: &str) -> String {
    let per = unit.strip_prefix('/').map(|rest| format!("per_{rest}"));
    let letters = per.unwrap_or_else(|| unit.to_owned()).to_lowercase();
    let parts = letters.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.fold("unit".to_owned(), |id, part| id + "_" + part)
}
