//! Names, addresses and other plain texts.

use super::FieldRule;

/// A text without spaces around it and with single ones in it, of at most so many letters.
pub(super) fn plain(text: &str, most: usize) -> Result<String, FieldRule> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.chars().count() {
        0 => Err(FieldRule::Empty),
        length if length > most => Err(FieldRule::TooLong { most }),
        _ if text.chars().any(char::is_control) => Err(FieldRule::ControlCharacter),
        _ => Ok(text),
    }
}

/// The number of a neighbourhood (RT, RW): up to three digits, "04" is "4".
pub(super) fn neighbourhood(text: &str) -> Result<String, FieldRule> {
    let number = whole(text, 1, 999)?;
    Ok(number.to_string())
}

/// A whole number from one limit to the other.
pub(super) fn whole(text: &str, least: i64, most: i64) -> Result<i64, FieldRule> {
    let text = text.trim();
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_number.then(|| text.parse::<i64>().ok()).flatten();
    number.filter(|number| (least..=most).contains(number)).ok_or(FieldRule::WholeNumber { least, most })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_are_made_single() {
        assert_eq!(plain("  Siti   Contoh ", 100).unwrap(), "Siti Contoh");
        assert_eq!(plain(" \t ", 100), Err(FieldRule::Empty));
    }

    #[test]
    fn letters_are_counted_and_not_bytes() {
        assert_eq!(plain("é😀", 2).unwrap(), "é😀");
        assert_eq!(plain("é😀x", 2), Err(FieldRule::TooLong { most: 2 }));
    }

    #[test]
    fn a_neighbourhood_is_a_number_up_to_999() {
        assert_eq!(neighbourhood("04").unwrap(), "4");
        assert_eq!(neighbourhood("999").unwrap(), "999");
        for wrong in ["0", "1000", "-1", "4a", ""] {
            assert_eq!(neighbourhood(wrong), Err(FieldRule::WholeNumber { least: 1, most: 999 }), "{wrong}");
        }
    }
}
