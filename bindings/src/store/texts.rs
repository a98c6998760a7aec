//! What an open store has to say or to send in the words of its pack: the notice on personal data, the note to a health worker, the rules.

use siklus_core::pack::source::Confidence;
use siklus_core::screening::render::{About, AboutConfidence, AboutSource, ConsentNotice, NoteSender, Renderer};

use super::answer_sheet::AnswerSheetView;
use super::faults::InWords;
use super::ids;
use super::siklus::Siklus;
use crate::error::SiklusError;
use crate::private::hide;

/// The notice on personal data.
#[derive(Clone, Debug, uniffi::Record)]
pub struct ConsentNoticeView {
    /// What is kept with a consent to it.
    pub version: String,
    /// The heading.
    pub title: String,
    /// What is read out, in about a minute.
    pub paragraphs: Vec<String>,
    /// The question after it.
    pub question: String,
}

/// Who sends a note, as far as that is known.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct NoteSenderRequest {
    /// The name of the cadre.
    pub cadre: Option<String>,
    /// The name of the Posyandu.
    pub posyandu: Option<String>,
}

/// What the pack of new visits says of itself.
#[derive(Clone, Debug, uniffi::Record)]
pub struct AboutView {
    /// The id, as `ilp`.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The version, as `2026.11.0`.
    pub version: String,
    /// The first twelve hexadecimal digits of its identity.
    pub short_hash: String,
    /// How many rules it has.
    pub rules: u32,
    /// The languages in which it has texts: Indonesian, English, then the others.
    pub languages: Vec<String>,
    /// The documents on which its rules rest, the most used first. The title has the year where it is known.
    pub sources: Vec<AboutSourceView>,
    /// How sure its rules are, the surest first.
    pub confidence: Vec<AboutConfidenceView>,
    /// The version of the library.
    pub library: String,
}

/// A document on which rules rest.
#[derive(Clone, Debug, uniffi::Record)]
pub struct AboutSourceView {
    /// What it is called.
    pub title: String,
    /// How many rules name it.
    pub rules: u32,
}

/// How many rules are sure to a degree.
#[derive(Clone, Debug, uniffi::Record)]
pub struct AboutConfidenceView {
    /// The degree.
    pub confidence: Confidence,
    /// The same in words.
    pub text: String,
    /// How many rules.
    pub rules: u32,
}

hide!(NoteSenderRequest);

#[uniffi::export]
impl Siklus {
    /// Every answer of a person at a visit, completed or in progress, with what became of it.
    pub fn answer_sheet(&self, visit: &str, person: &str, language: &str) -> Result<AnswerSheetView, SiklusError> {
        Ok(self.core.answer_sheet(ids::visit(visit)?, ids::person(person)?, language).in_words(language)?.into())
    }

    /// The note to a health worker on a person at a visit, completed or in progress; none when nothing was found that one must know.
    pub fn referral_note(
        &self,
        visit: &str,
        person: &str,
        from: &NoteSenderRequest,
        language: &str,
    ) -> Result<Option<String>, SiklusError> {
        let from = NoteSender { cadre: from.cadre.as_deref(), posyandu: from.posyandu.as_deref() };
        self.core.referral_note(ids::visit(visit)?, ids::person(person)?, from, language).in_words(language)
    }

    /// The notice that is read out before a household is registered.
    pub fn consent_notice(&self, language: &str) -> ConsentNoticeView {
        Renderer::new(self.core.pack(), language).consent_notice().into()
    }

    /// What the pack of new visits says of itself.
    pub fn about(&self, language: &str) -> AboutView {
        Renderer::new(self.core.pack(), language).about().into()
    }
}

impl From<ConsentNotice> for ConsentNoticeView {
    fn from(notice: ConsentNotice) -> Self {
        let ConsentNotice { version, title, paragraphs, question } = notice;
        Self { version, title, paragraphs, question }
    }
}

impl From<About> for AboutView {
    fn from(about: About) -> Self {
        Self {
            id: about.id,
            title: about.title,
            version: about.version,
            short_hash: about.short_hash,
            rules: count(about.rules),
            languages: about.languages,
            sources: about.sources.into_iter().map(AboutSourceView::from).collect(),
            confidence: about.confidence.into_iter().map(AboutConfidenceView::from).collect(),
            library: about.library.to_owned(),
        }
    }
}

impl From<AboutSource> for AboutSourceView {
    fn from(source: AboutSource) -> Self {
        Self { title: source.title, rules: count(source.rules) }
    }
}

impl From<AboutConfidence> for AboutConfidenceView {
    fn from(degree: AboutConfidence) -> Self {
        Self { confidence: degree.confidence, text: degree.text, rules: count(degree.rules) }
    }
}

fn count(rules: usize) -> u32 {
    u32::try_from(rules).unwrap_or(u32::MAX)
}
