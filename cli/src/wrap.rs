//! Breaks a text into lines.

/// The text in lines of at most `width` characters, broken at spaces. A longer word has a line of its own.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let length = line.chars().count() + 1 + word.chars().count();
        if !line.is_empty() && length > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn breaks_at_spaces() {
        assert_eq!(wrap("Antar ibu ke bidan", 9), ["Antar ibu", "ke bidan"]);
        assert_eq!(wrap("tekanan darah", 4), ["tekanan", "darah"]);
        assert_eq!(wrap("", 9), [""]);
    }

    #[test]
    fn counts_characters_and_not_bytes() {
        assert_eq!(wrap("5 °C · 3", 8), ["5 °C · 3"]);
    }
}
