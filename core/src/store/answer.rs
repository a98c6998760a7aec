//! Answers as bytes: CBOR that tells numbers, dates and texts apart and names codes, so that any later pack and any other program reads it.

use minicbor::data::{Tag, Type};
use minicbor::{Decoder, Encoder};

use super::StoreError;
use crate::fact::{Answer, Dictionary, FactDef, FactId, Number, Raw, Value};

/// A decimal fraction: exponent and mantissa. (RFC 8949, section 3.4.4)
const DECIMAL: Tag = Tag::new(4);
/// A calendar date. (RFC 8943)
const DATE: Tag = Tag::new(1004);

type Written = Result<(), minicbor::encode::Error<std::convert::Infallible>>;

/// The bytes of an answer.
pub(crate) fn encode(dictionary: &Dictionary, fact: FactId, answer: &Answer) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory never fails.
    let _ = write(&mut Encoder::new(&mut bytes), dictionary, dictionary.get(fact), answer);
    bytes
}

fn write(to: &mut Encoder<&mut Vec<u8>>, dictionary: &Dictionary, fact: &FactDef, answer: &Answer) -> Written {
    match answer.value() {
        None => to.null()?,
        Some(Value::Bool(answer)) => to.bool(*answer)?,
        Some(Value::Number(number)) => return write_number(to, *number),
        Some(Value::Code(code)) => to.str(dictionary.code(*code))?,
        Some(Value::Codes(codes)) => {
            to.array(codes.len() as u64)?;
            let chosen = codes.iter().filter_map(|place| fact.kind.choices().get(place));
            for choice in chosen {
                to.str(dictionary.code(choice.code))?;
            }
            to
        }
        Some(Value::Date(date)) => to.tag(DATE)?.str(&date.to_string())?,
        Some(Value::Text(text)) => to.str(text)?,
    };
    Ok(())
}

fn write_number(to: &mut Encoder<&mut Vec<u8>>, number: Number) -> Written {
    if let Some(number) = number.to_integer() {
        to.i64(number)?;
        return Ok(());
    }
    let decimals = number.decimals();
    let scale = 10_i64.checked_pow(decimals).map(Number::integer);
    let mantissa = scale.and_then(|scale| number.mul(scale)).and_then(Number::to_integer).unwrap_or_default();
    to.tag(DECIMAL)?.array(2)?.i64(-i64::from(decimals))?.i64(mantissa)?;
    Ok(())
}

/// The answer in some bytes; none when this dictionary does not know such an answer, as one of another pack. The bytes stay in the store.
///
/// # Errors
/// When they are no answer of any dictionary.
pub(crate) fn decode(dictionary: &Dictionary, fact: FactId, bytes: &[u8]) -> Result<Option<Answer>, StoreError> {
    let mut from = Decoder::new(bytes);
    let read = |raw| Ok(dictionary.read(fact, raw).ok());
    match from.datatype()? {
        Type::Null => Ok(Some(Answer::Unknown)),
        Type::Bool => read(Raw::Bool(from.bool()?)),
        Type::String => text(dictionary, fact, from.str()?),
        Type::Array => {
            let codes: Vec<&str> = from.array_iter()?.collect::<Result<_, _>>()?;
            read(Raw::List(codes))
        }
        Type::Tag if from.probe().tag()? == DATE => {
            from.tag()?;
            read(Raw::Date(from.str()?.parse().map_err(|_| StoreError::Damaged)?))
        }
        Type::Tag => {
            let number = decimal(&mut from)?;
            read(Raw::Decimal(&number.to_fixed(number.decimals())))
        }
        _ => read(Raw::Integer(from.i64()?)),
    }
}

/// A text may say "unknown" and mean the word.
fn text(dictionary: &Dictionary, fact: FactId, text: &str) -> Result<Option<Answer>, StoreError> {
    let answer = dictionary.read(fact, Raw::Text(text)).ok();
    Ok(answer.map(|answer| if answer == Answer::Unknown { Answer::Known(Value::Text(text.into())) } else { answer }))
}

fn decimal(from: &mut Decoder<'_>) -> Result<Number, StoreError> {
    if from.tag()? != DECIMAL || from.array()? != Some(2) {
        return Err(StoreError::Damaged);
    }
    let (exponent, mantissa) = (from.i64()?, from.i64()?);
    let scale = u32::try_from(-exponent).map_err(|_| StoreError::Damaged)?;
    Number::decimal(mantissa, scale).ok_or(StoreError::Damaged)
}

impl From<minicbor::decode::Error> for StoreError {
    fn from(_: minicbor::decode::Error) -> Self {
        Self::Damaged
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::Pack;

    fn round(pack: &Pack, fact: &str, raw: Raw<'_>) -> Vec<u8> {
        let dictionary = pack.dictionary();
        let fact = dictionary.find(fact).unwrap();
        let answer = dictionary.read(fact, raw).unwrap();
        let bytes = encode(dictionary, fact, &answer);
        assert_eq!(decode(dictionary, fact, &bytes), Ok(Some(answer)));
        bytes
    }

    #[test]
    fn every_kind_of_answer_is_read_back() {
        let pack = Pack::embedded().unwrap();
        assert_eq!(round(&pack, "fever", Raw::Bool(true)), [0xf5]);
        assert_eq!(round(&pack, "fever", Raw::Text("unknown")), [0xf6]);
        assert_eq!(round(&pack, "systolic_mmhg", Raw::Integer(120)), [0x18, 120]);
        assert_eq!(round(&pack, "muac_cm", Raw::Decimal("22.8")), [0xc4, 0x82, 0x20, 0x18, 228]);
        assert_eq!(round(&pack, "muac_cm", Raw::Decimal("23.0")), [0x17]);
        round(&pack, "last_birth_on", Raw::Date("2024-02-29".parse().unwrap()));
        round(&pack, "smoking", Raw::Text("active"));
        round(&pack, "obstetric_history", Raw::List(Vec::new()));
        round(&pack, "address", Raw::Text("Jl. Contoh é 😀"));
    }

    #[test]
    fn every_fact_of_the_pack_keeps_each_of_its_choices() {
        let pack = Pack::embedded().unwrap();
        let dictionary = pack.dictionary();
        for (_, fact) in dictionary.iter() {
            for choice in fact.kind.choices() {
                let code = dictionary.code(choice.code);
                let raw = if matches!(fact.kind, crate::fact::FactKind::Choice(_)) { Raw::Text(code) } else { Raw::List(vec![code]) };
                round(&pack, &fact.id, raw);
            }
        }
    }

    #[test]
    fn an_answer_of_another_pack_is_not_read_and_no_error() {
        let pack = Pack::embedded().unwrap();
        let dictionary = pack.dictionary();
        let smoking = dictionary.find("smoking").unwrap();
        let mut bytes = Vec::new();
        Encoder::new(&mut bytes).str("pipe").unwrap();
        assert_eq!(decode(dictionary, smoking, &bytes), Ok(None));
    }

    #[test]
    fn what_is_no_answer_is_damaged() {
        let pack = Pack::embedded().unwrap();
        let dictionary = pack.dictionary();
        let muac = dictionary.find("muac_cm").unwrap();
        for bytes in [&[][..], &[0xc4, 0x82, 0x20], &[0xc4, 0x81, 0x20], &[0xa0], &[0xfb, 1, 2]] {
            assert_eq!(decode(dictionary, muac, bytes), Err(StoreError::Damaged), "{bytes:?}");
        }
    }
}
