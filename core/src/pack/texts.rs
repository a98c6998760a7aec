//! The sentences that the library fills in: a pack must have each, with the same blanks.

use std::collections::BTreeSet;

use super::Pack;
use super::fault::{Fault, Span};
use super::source::{Source, TextSource};

impl Pack {
    /// Texts that are missing, that lack a blank, or that have one which nobody fills. The pack that is built in is the measure; one without
    /// any text has no sentences on purpose.
    pub(super) fn faults_of_texts(&self) -> Vec<Fault> {
        let (Ok(measure), own) = (Source::embedded(), &self.source().texts) else { return Vec::new() };
        let Some(first) = own.first() else { return Vec::new() };
        let faults = measure.texts.iter().flat_map(|wanted| match own.iter().find(|text| text.id.value == wanted.id.value) {
            Some(text) => blanks_that_differ(text, wanted),
            None => vec![missing(first.id.span, &wanted.id.value)],
        });
        faults.collect()
    }
}

fn missing(place: Span, id: &str) -> Fault {
    Fault::new(place, format!("there is no `[text.{id}]`")).help("the library says this sentence: a reader would find nothing in its place")
}

/// In each language all blanks that the built-in sentence has in all of its own, and none that it has in none.
fn blanks_that_differ(text: &TextSource, wanted: &TextSource) -> Vec<Fault> {
    let known: Vec<_> = wanted.text.0.iter().map(|(_, sentence)| blanks(sentence)).collect();
    let any: BTreeSet<_> = known.iter().flatten().copied().collect();
    let is_needed = |blank: &&str| known.iter().all(|of_language| of_language.contains(blank));
    let needed: BTreeSet<_> = any.iter().copied().filter(is_needed).collect();
    let help = if any.is_empty() { "it has no blanks".to_owned() } else { format!("its blanks are {}", listed(&any)) };
    let fault = |message: String| Fault::new(text.id.span, message).help(help.as_str());
    let of_language = |(language, sentence): &(Box<str>, Box<str>)| {
        let own = blanks(sentence);
        let lacks: BTreeSet<_> = needed.difference(&own).copied().collect();
        let strange: BTreeSet<_> = own.difference(&any).copied().collect();
        let said = |blanks: &BTreeSet<&str>, what: &str| {
            (!blanks.is_empty()).then(|| format!("in `{language}` this text {what} {}", listed(blanks)))
        };
        [said(&lacks, "lacks"), said(&strange, "has a blank that nobody fills:")].into_iter().flatten().map(fault).collect::<Vec<_>>()
    };
    text.text.0.iter().flat_map(of_language).collect()
}

/// What stands in braces; also what a brace opens that nothing closes.
fn blanks(sentence: &str) -> BTreeSet<&str> {
    let opened = sentence.split('{').skip(1);
    opened.map(|rest| rest.split_once('}').map_or(rest, |(name, _)| name)).collect()
}

fn listed(blanks: &BTreeSet<&str>) -> String {
    blanks.iter().map(|blank| format!("{{{blank}}}")).collect::<Vec<_>>().join(", ")
}
