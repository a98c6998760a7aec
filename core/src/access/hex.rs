//! Bytes in the files of a ring: hexadecimal digits.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

pub(super) fn serialize<S: Serializer>(bytes: impl AsRef<[u8]>, to: S) -> Result<S::Ok, S::Error> {
    let digits: String = bytes.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    to.serialize_str(&digits)
}

pub(super) fn deserialize<'d, T: TryFrom<Vec<u8>>, D: Deserializer<'d>>(from: D) -> Result<T, D::Error> {
    let digits = String::deserialize(from)?;
    let bytes = read(&digits).and_then(|bytes| T::try_from(bytes).ok());
    bytes.ok_or_else(|| D::Error::custom("no bytes in hexadecimal digits, or too many or few of them"))
}

fn read(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| if let [high, low] = pair { Some(value(*high)? << 4 | value(*low)?) } else { None }).collect()
}

fn value(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_in_pairs() {
        assert_eq!(read("00ff1A"), Some(vec![0, 255, 26]));
        assert_eq!(read(""), Some(vec![]));
        for wrong in ["0", "0g", "é0", "+1"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
