//! A sheet of answers: a CBOR map from the names of facts to answers, sorted by name.

use minicbor::data::Type;
use minicbor::encode::Write;
use minicbor::{Decoder, Encoder};

use super::StoreError;

/// What a sheet says of a fact.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Entry {
    /// Answered, in the bytes of [`super::answer`].
    Answered(Vec<u8>),
    /// Withdrawn.
    Withdrawn,
}

/// Facts and what is said of them, sorted by name.
pub(crate) type Sheet = Vec<(String, Entry)>;

/// The bytes of a sheet.
pub(crate) fn encode(sheet: &Sheet) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory never fails.
    let _ = write(&mut bytes, sheet);
    bytes
}

fn write(bytes: &mut Vec<u8>, sheet: &Sheet) -> Result<(), minicbor::encode::Error<std::convert::Infallible>> {
    let mut to = Encoder::new(bytes);
    to.map(sheet.len() as u64)?;
    for (fact, entry) in sheet {
        to.str(fact)?;
        match entry {
            Entry::Answered(answer) => to.writer_mut().write_all(answer).map_err(minicbor::encode::Error::write)?,
            Entry::Withdrawn => {
                to.undefined()?;
            }
        }
    }
    Ok(())
}

/// Reads a sheet.
pub(crate) fn decode(bytes: &[u8]) -> Result<Sheet, StoreError> {
    let mut from = Decoder::new(bytes);
    let length = from.map()?.ok_or(StoreError::Damaged)?;
    (0..length).map(|_| entry(&mut from)).collect()
}

fn entry(from: &mut Decoder<'_>) -> Result<(String, Entry), StoreError> {
    let fact = from.str()?.to_owned();
    if from.datatype()? == Type::Undefined {
        from.undefined()?;
        return Ok((fact, Entry::Withdrawn));
    }
    let start = from.position();
    from.skip()?;
    let answer = from.input().get(start..from.position()).ok_or(StoreError::Damaged)?;
    Ok((fact, Entry::Answered(answer.to_vec())))
}

/// A sheet and one that was written after it: what the later one names counts.
pub(crate) fn superseded(mut sheet: Sheet, later: Sheet) -> Sheet {
    for (fact, entry) in later {
        match sheet.binary_search_by(|(other, _)| other.as_str().cmp(&fact)) {
            Ok(place) => {
                if let Some(old) = sheet.get_mut(place) {
                    old.1 = entry;
                }
            }
            Err(place) => sheet.insert(place, (fact, entry)),
        }
    }
    sheet
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn answered(byte: u8) -> Entry {
        Entry::Answered(vec![byte % 24])
    }

    #[test]
    fn a_later_sheet_counts_where_it_speaks() {
        let sheet = vec![("a".to_owned(), answered(1)), ("c".to_owned(), answered(2))];
        let later = vec![("b".to_owned(), answered(3)), ("c".to_owned(), Entry::Withdrawn)];
        let whole = superseded(sheet, later);
        assert!(whole == vec![("a".to_owned(), answered(1)), ("b".to_owned(), answered(3)), ("c".to_owned(), Entry::Withdrawn)]);
    }

    #[test]
    fn half_a_sheet_is_damaged() {
        let bytes = encode(&vec![("a".to_owned(), answered(1)), ("b".to_owned(), Entry::Withdrawn)]);
        for end in 0..bytes.len() {
            assert!(decode(&bytes[..end]).is_err());
        }
    }

    proptest! {
        #[test]
        fn a_sheet_is_read_back(facts in prop::collection::btree_map("[a-z_]{1,30}", prop::option::of(any::<u8>()), 0..50)) {
            let sheet: Sheet =
                facts.into_iter().map(|(fact, byte)| (fact, byte.map_or(Entry::Withdrawn, answered))).collect();
            prop_assert!(decode(&encode(&sheet)) == Ok(sheet));
        }
    }
}
