//! Texts in several languages.

/// One text in several languages, as a list of language and text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalText(pub Vec<(Box<str>, Box<str>)>);

impl LocalText {
    /// The text in the first language of the chain that has one, else in Indonesian, else in whichever there is; empty without any.
    pub fn get<S: AsRef<str>>(&self, chain: &[S]) -> &str {
        let chosen = chain.iter().map(AsRef::as_ref).chain(["id"]).find_map(|lang| self.exactly(lang));
        chosen.or_else(|| self.0.first().map(|(_, text)| text.as_ref())).unwrap_or_default()
    }

    /// The text in this language and no other.
    pub fn exactly(&self, lang: &str) -> Option<&str> {
        self.0.iter().find(|(of, _)| of.as_ref() == lang).map(|(_, text)| text.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(of: &[(&str, &str)]) -> LocalText {
        LocalText(of.iter().map(|(lang, text)| ((*lang).into(), (*text).into())).collect())
    }

    #[test]
    fn the_first_language_of_the_chain_is_taken() {
        let fever = text(&[("en", "Fever"), ("id", "Demam")]);
        assert_eq!(fever.get(&["jv", "en"]), "Fever");
        assert_eq!(fever.get(&["jv"]), "Demam");
        assert_eq!(text(&[("en", "Fever")]).get(&["jv"]), "Fever");
        assert_eq!(LocalText::default().get(&["en"]), "");
    }

    #[test]
    fn exactly_takes_no_other_language() {
        let fever = text(&[("en", "Fever")]);
        assert_eq!(fever.exactly("en"), Some("Fever"));
        assert_eq!(fever.exactly("id"), None);
    }
}
