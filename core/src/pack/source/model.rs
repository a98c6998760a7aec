//! The entries of a pack, read and checked one by one; expressions are still text.

use super::basics::{Action, Confidence, Expr, Located, Setting, Window, Within};
use super::timing::{CompletenessSource, ScheduleSource, SeriesSource, SpacingSource, TimingSource};
use crate::fact::{Dictionary, LocalText, Number};
use crate::pack::fault::SourceFile;
use crate::person::Sex;

/// A pack as its text says it. Entries of each kind are sorted by id, and each id stands once.
#[derive(Clone, Debug)]
pub struct Source {
    /// `[pack]`.
    pub meta: Meta,
    /// `[fact.x]`.
    pub dictionary: Dictionary,
    /// `[group.x]`.
    pub groups: Vec<GroupSource>,
    /// `["group.what"]`.
    pub rules: Vec<RuleSource>,
    /// `[derived.x]`.
    pub derived: Vec<DerivedSource>,
    /// `[list.x]`, scored instruments too.
    pub lists: Vec<ListSource>,
    /// `[readings.x]`.
    pub readings: Vec<ReadingsSource>,
    /// `[table.x]`.
    pub tables: Vec<TableSource>,
    /// `[ladder.x]`.
    pub ladders: Vec<LadderSource>,
    /// `[services.x]`.
    pub service_sets: Vec<ServiceSetSource>,
    /// `[service.x]`.
    pub services: Vec<ServiceSource>,
    /// `[schedule.x]`.
    pub schedules: Vec<ScheduleSource>,
    /// `[spacing.x]`.
    pub spacings: Vec<SpacingSource>,
    /// `[series.x]`.
    pub series: Vec<SeriesSource>,
    /// `[completeness.x]`.
    pub completeness: Vec<CompletenessSource>,
    /// `[section.x]`.
    pub sections: Vec<SectionSource>,
    /// `[form.x]`.
    pub forms: Vec<FormSource>,
    /// `[document.x]`.
    pub documents: Vec<DocumentSource>,
    /// `[text.x]`.
    pub texts: Vec<TextSource>,
    /// `[translation.x]`: the languages beside `id` and `en`. Their texts stand in the texts that they translate.
    pub languages: Vec<LanguageSource>,
    /// The canonical JSON of the resolved pack, of which `hash` is the SHA-256.
    pub canonical: String,
    /// The identity of the pack.
    pub hash: [u8; 32],
    /// The files that the spans point into; none for the pack that is built in.
    pub files: Vec<SourceFile>,
}

/// What the pack calls itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Meta {
    /// `ilp`.
    pub id: String,
    /// `2026.11.0`.
    pub version: String,
    /// The name of the pack.
    pub title: LocalText,
}

/// A group of rules and what they share.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GroupSource {
    /// The first part of the ids of its rules.
    pub id: Located<String>,
    /// Whether its rules are about a household and not a person.
    pub household: bool,
    /// The ages that its rules apply to.
    pub age: Option<Window>,
    /// The sex that its rules apply to.
    pub sex: Option<Sex>,
    /// What else decides whether its rules apply.
    pub applies: Option<Expr>,
    /// The heading of its findings.
    pub title: Option<LocalText>,
}

/// A rule: when it fires there is a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleSource {
    /// `group.what`.
    pub id: Located<String>,
    /// The part of the id before the point; a group of this id is there.
    pub group: String,
    /// What is done about the finding.
    pub action: Action,
    /// The deadline; there exactly when the action is to refer.
    pub within: Option<Within>,
    /// The ages, in place of those of the group.
    pub age: Option<Window>,
    /// The sex, in place of that of the group.
    pub sex: Option<Sex>,
    /// What else decides whether it applies, in place of that of the group.
    pub applies: Option<Expr>,
    /// Whether what it finds is not for the eyes of others, whatever it rests on.
    pub private: bool,
    /// The condition.
    pub when: Expr,
    /// The condition in plain words.
    pub words: Option<String>,
    /// What was found.
    pub title: LocalText,
    /// What the cadre says or does.
    pub advice: LocalText,
    /// Rows or sections of the dossier.
    pub dossier: Vec<String>,
    /// Documents and sections that it follows, at least one document of the pack among them.
    pub source: Located<String>,
    /// How well it is founded.
    pub confidence: Confidence,
}

/// A value that is computed from facts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DerivedSource {
    /// Its name.
    pub id: Located<String>,
    /// How it is computed.
    pub value: Expr,
    /// When it applies; always if absent.
    pub applies: Option<Expr>,
    /// The unit, where a product or quotient needs one.
    pub unit: Option<Located<String>>,
    /// What a reason calls it.
    pub label: Option<LocalText>,
}

/// A list of expressions, as the items of an instrument.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListSource {
    /// Its name.
    pub id: Located<String>,
    /// The items, in order.
    pub of: Vec<Expr>,
    /// Whether it is a scored instrument: an item that does not apply counts as its lowest points.
    pub scored: bool,
    /// What a reason calls it.
    pub title: Option<LocalText>,
    /// The time that the questions are about, in words.
    pub period: Option<String>,
    /// What becomes of missing items, in words.
    pub note: Option<String>,
    /// What its sums mean.
    pub bands: Vec<Located<BandSource>>,
    /// Rows or sections of the dossier.
    pub dossier: Vec<String>,
    /// Documents and sections that it follows.
    pub source: Option<Located<String>>,
    /// How well it is founded.
    pub confidence: Option<Confidence>,
}

/// What the sums of an instrument from one number to another mean.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BandSource {
    /// The lowest sum.
    pub min: i64,
    /// The highest sum, not below `min`.
    pub max: i64,
    /// How the official form abbreviates it, as `M`.
    pub code: Option<String>,
    /// The rule that stands for it, one of the pack.
    pub finding: Option<Located<String>>,
    /// What it is called on the screen.
    pub label: Option<LocalText>,
}

/// The ways or times in which one thing was recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadingsSource {
    /// Its name.
    pub id: Located<String>,
    /// The readings, in order; each with its fields, sorted by name.
    pub of: Vec<Vec<(Located<String>, Expr)>>,
    /// Whether all fields must have a value for a reading to be there; else any.
    pub all: bool,
    /// What a reason calls it.
    pub label: Option<LocalText>,
}

/// A table to look up values in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableSource {
    /// Its name.
    pub id: Located<String>,
    /// On what it rests; needed by a table that the library itself reads.
    pub source: Option<Located<String>>,
    /// How well it is founded; needed with the source.
    pub confidence: Option<Confidence>,
    /// Labels of the keys, at least one.
    pub keys: Vec<Located<String>>,
    /// Names of the columns; empty for a single column without a name.
    pub columns: Vec<Located<String>>,
    /// The rows, each as long as keys and columns together.
    pub rows: Vec<Located<Vec<Located<Cell>>>>,
}

/// What stands in a cell of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    /// A number.
    Number(Number),
    /// A range, a code, `*` or the beginning of a text.
    Text(String),
}

/// Rules of which the first that fires silences those below.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LadderSource {
    /// Its name.
    pub id: Located<String>,
    /// Ids of rules of the pack, the first one wins.
    pub order: Vec<Located<String>>,
}

/// A set of services.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServiceSetSource {
    /// Its name.
    pub id: Located<String>,
    /// Codes of services of the pack.
    pub codes: Vec<Located<String>>,
    /// What stands over it on the card of services; none of a set that is no part of the card.
    pub heading: Option<CardHeading>,
}

/// A part of the card of services.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CardHeading {
    /// The heading.
    pub title: LocalText,
    /// Its place on the card: the lowest number first.
    pub place: i64,
}

/// A dated service, as an immunisation or an antenatal visit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServiceSource {
    /// Its code, as `anc.k1`.
    pub id: Located<String>,
    /// What it is called.
    pub name: LocalText,
    /// Schedules of the pack: the first one that concerns a person says when.
    pub schedules: Vec<Located<String>>,
    /// When it is given.
    pub timing: TimingSource,
    /// Rows or sections of the dossier.
    pub dossier: Vec<String>,
    /// Documents and sections that it follows.
    pub source: Located<String>,
    /// How well it is founded.
    pub confidence: Confidence,
}

/// Questions under one heading.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SectionSource {
    /// Its id.
    pub id: Located<String>,
    /// The heading.
    pub title: LocalText,
    /// What is read before the first question.
    pub intro: Option<LocalText>,
    /// Facts of the pack, in the order in which they are asked.
    pub facts: Vec<Located<String>>,
    /// The settings to which it belongs; empty for settings of the area.
    pub settings: Vec<Setting>,
    /// Danger signs: asked first.
    pub danger: bool,
    /// Asked alone with the person.
    pub private: bool,
    /// Ends the visit: asked last.
    pub closing: bool,
    /// Dated services are copied here from the health book, before the facts.
    pub services: bool,
    /// The instrument whose items it holds: a list of the pack.
    pub instrument: Option<Located<String>>,
}

/// The sections asked of one life stage, of a household, of its members, or of the area.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormSource {
    /// A life stage, `household`, `member` or `area`.
    pub id: Located<String>,
    /// The heading.
    pub title: LocalText,
    /// Of the form for pregnant women: the ages at which recording a pregnancy is offered; all if absent.
    pub age: Option<Window>,
    /// Sections of the pack, in order.
    pub sections: Vec<Located<String>>,
}

/// A document that rules follow.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DocumentSource {
    /// Its id.
    pub id: Located<String>,
    /// How it is written in the `source` of a rule.
    pub cites: Vec<String>,
    /// Its title.
    pub title: LocalText,
    /// Whether it was at hand.
    pub confidence: Confidence,
}

/// A sentence of the screens or of the renderer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextSource {
    /// Its id.
    pub id: Located<String>,
    /// The sentence.
    pub text: LocalText,
}

/// A language beside Indonesian and English.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LanguageSource {
    /// Its code, as `jv`.
    pub id: Located<String>,
    /// What it calls itself.
    pub name: String,
    /// The languages to fall back to, in order; `id` follows in any case.
    pub fallback: Vec<Located<String>>,
}
