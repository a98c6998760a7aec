//! The notice on personal data that is read out before a household is registered. (UU 27/2022, articles 20 to 25)

use super::Renderer;

/// The notice in one language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConsentNotice {
    /// What is kept with a consent to it.
    pub version: String,
    /// The heading.
    pub title: String,
    /// What is read out, in about a minute.
    pub paragraphs: Vec<String>,
    /// The question after it.
    pub question: String,
}

impl Renderer<'_> {
    /// The notice of the pack; empty when it has none.
    pub fn consent_notice(&self) -> ConsentNotice {
        let say = |part: &str| self.words.say(&format!("consent_{part}")).to_owned();
        let paragraphs = (1..).map(|number: u32| say(&number.to_string())).take_while(|text| !text.is_empty());
        ConsentNotice { version: say("version"), title: say("title"), paragraphs: paragraphs.collect(), question: say("question") }
    }
}
