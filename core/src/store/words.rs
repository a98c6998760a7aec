//! The words of a name, as they are searched for.

/// The words of a text in lower case. What is no letter and no digit parts words, but for the apostrophe in them: "Nur'aini" is one.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let parts = text.split(|letter: char| !letter.is_alphanumeric() && !is_apostrophe(letter));
    parts
        .map(|part| part.chars().filter(|letter| !is_apostrophe(*letter)).flat_map(char::to_lowercase).collect())
        .filter(|word: &String| !word.is_empty())
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2019}' | '`')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        words(text).collect()
    }

    #[test]
    fn a_name_has_words() {
        assert_eq!(all("Siti Nur'aini, S.Pd"), ["siti", "nuraini", "s", "pd"]);
        assert_eq!(all("Élise\u{a0}Ñandú"), ["élise", "ñandú"]);
        assert_eq!(all(" ' - "), Vec::<String>::new());
    }
}
