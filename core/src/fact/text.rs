//! Texts in several languages.

/// One text in several languages, as a list of language and text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalText(pub Vec<(Box<str>, Box<str>)>);

impl LocalText {
    /// The text in the first language of the chain that has one, else in Indonesian, else in whichever there is; empty without any.
    pub fn get(&self, chain: &[&str]) -> &str {
        let chosen = chain.iter().chain(&["id"]).find_map(|lang| self.exactly(lang));
        chosen.or_else(|| self.0.first().map(|(_, text)| text.as_ref())).unwrap_or_default()
    }

    /// The text in this language and no other.
    pub fn exactly(&self, lang: &str) -> Option<&str> {
        self.0.iter().find(|(of, _)| of.as_ref() == lang).map(|(_, text)| text.as_ref())
    }
}
