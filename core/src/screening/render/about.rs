//! What a pack says of itself: who reads it knows by which rules a person is judged, and on what they rest.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Renderer, documents};
use crate::pack::source::{Confidence, RuleSource};

/// So many digits of the hash tell packs apart on a screen.
const DIGITS_SHOWN: usize = 12;

/// What a pack says of itself, in one language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct About {
    /// The id, as `ilp`.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The version, as `2026.11.0`.
    pub version: String,
    /// The first twelve hexadecimal digits of its identity.
    pub short_hash: String,
    /// How many rules it has.
    pub rules: usize,
    /// The languages in which it has texts: Indonesian, English, then the others.
    pub languages: Vec<String>,
    /// The documents on which its rules rest, the most used first. The title has the year where it is known.
    pub sources: Vec<AboutSource>,
    /// How sure its rules are, the surest first.
    pub confidence: Vec<AboutConfidence>,
    /// The version of the library.
    pub library: &'static str,
}

/// A document on which rules rest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AboutSource {
    /// What it is called.
    pub title: String,
    /// How many rules name it.
    pub rules: usize,
}

/// How many rules are sure to a degree.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AboutConfidence {
    /// The degree.
    pub confidence: Confidence,
    /// The same in words.
    pub text: String,
    /// How many rules.
    pub rules: usize,
}

impl Renderer<'_> {
    /// What the pack says of itself.
    pub fn about(&self) -> About {
        let source = self.pack.source();
        About {
            id: source.meta.id.clone(),
            title: self.words.local(&source.meta.title).to_owned(),
            version: source.meta.version.clone(),
            short_hash: source.sha256().chars().take(DIGITS_SHOWN).collect(),
            rules: source.rules.len(),
            languages: source.languages(),
            sources: self.about_sources(),
            confidence: Confidence::ALL.into_iter().map(|confidence| self.about_confidence(confidence, &source.rules)).collect(),
            library: env!("CARGO_PKG_VERSION"),
        }
    }

    fn about_sources(&self) -> Vec<AboutSource> {
        let source = self.pack.source();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let cited = source.rules.iter().flat_map(|rule| documents::cited(source, &rule.source.value));
        cited.for_each(|document| *counts.entry(self.words.local(&document.title)).or_default() += 1);
        let mut sources: Vec<_> = counts.into_iter().map(|(title, rules)| AboutSource { title: title.to_owned(), rules }).collect();
        sources.sort_by_key(|source| Reverse(source.rules));
        sources
    }

    fn about_confidence(&self, confidence: Confidence, rules: &[RuleSource]) -> AboutConfidence {
        let rules = rules.iter().filter(|rule| rule.confidence == confidence).count();
        AboutConfidence { confidence, text: self.confidence_words(confidence).to_owned(), rules }
    }
}
