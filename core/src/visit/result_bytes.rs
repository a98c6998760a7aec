//! What is kept of a judgement beside the answers: the person as known then, and what came out, so that it can be compared years later.

use chrono::NaiveDate;
use minicbor::{Decoder, Encoder};

use crate::pack::Pack;
use crate::person::register::{birth_text, read_birth};
use crate::person::{PregnancyDate, Sex};
use crate::screening::{Assessment, BirthData, Dose, Input};
use crate::store::StoreError;

/// The way in which it is written.
const FORMAT: u8 = 1;

type Written = Result<(), minicbor::encode::Error<std::convert::Infallible>>;

/// A judgement as it is kept.
#[derive(PartialEq, Eq)]
pub(super) struct Kept {
    /// The ids of the rules that fired.
    pub findings: Vec<String>,
    /// The rules that could not be decided, often more than a hundred: their places among the rules of the pack, which the store keeps,
    /// sorted by id.
    pub undetermined: Vec<u16>,
    /// The first day on which it can differ when only the date moves.
    pub next_change: Option<NaiveDate>,
}

impl Kept {
    pub(super) fn of(pack: &Pack, assessment: &Assessment, next_change: Option<NaiveDate>) -> Self {
        let id = |rule| pack.rule(rule).map(|rule| rule.id.value.clone()).unwrap_or_default();
        Self {
            findings: assessment.findings.iter().map(|finding| id(finding.rule)).collect(),
            undetermined: assessment.undetermined.iter().map(|open| open.rule.0).collect(),
            next_change,
        }
    }
}

/// The bytes of a judgement of a person; of `input` only who it is and what services were known, not the answers and earlier visits, of which
/// rows tell what was known then.
pub(super) fn encode(pack: &Pack, input: &Input, kept: &Kept) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory never fails.
    let _ = write(&mut Encoder::new(&mut bytes), pack, input, kept);
    bytes
}

fn write(to: &mut Encoder<&mut Vec<u8>>, pack: &Pack, input: &Input, kept: &Kept) -> Written {
    to.array(11)?.u8(FORMAT)?.str(input.sex.as_str())?.str(&birth_text(input.born))?;
    let (lmp, edd) = match input.pregnancy {
        Some(PregnancyDate::Lmp(lmp)) => (Some(lmp), None),
        Some(PregnancyDate::Edd(edd)) => (None, Some(edd)),
        None => (None, None),
    };
    for date in [lmp, edd, input.delivery, kept.next_change] {
        date_or_null(to, date)?;
    }
    to.encode([input.birth.weight_g, input.birth.gestation_weeks])?;
    to.encode(&kept.findings)?.encode(&kept.undetermined)?;
    to.array(input.doses.len() as u64)?;
    for dose in &input.doses {
        to.array(2)?.str(pack.service_code(dose.service))?;
        date_or_null(to, dose.on)?;
    }
    Ok(())
}

fn date_or_null(to: &mut Encoder<&mut Vec<u8>>, date: Option<NaiveDate>) -> Written {
    match date {
        Some(date) => to.str(&date.to_string())?,
        None => to.null()?,
    };
    Ok(())
}

/// A judgement that was kept, and who was judged on a day by a pack.
pub(super) fn decode(pack: &Pack, bytes: &[u8], on: NaiveDate) -> Result<(Input, Kept), StoreError> {
    let mut from = Decoder::new(bytes);
    if from.array()? != Some(11) || from.u8()? != FORMAT {
        return Err(StoreError::Damaged);
    }
    let sex: Sex = from.str()?.parse().map_err(|_| StoreError::Damaged)?;
    let mut input = Input::new(on, sex, read_birth(from.str()?).ok_or(StoreError::Damaged)?);
    let (lmp, edd) = (read_date(&mut from)?, read_date(&mut from)?);
    input.pregnancy = lmp.map(PregnancyDate::Lmp).or(edd.map(PregnancyDate::Edd));
    input.delivery = read_date(&mut from)?;
    let next_change = read_date(&mut from)?;
    let [weight_g, gestation_weeks]: [Option<i64>; 2] = from.decode()?;
    input.birth = BirthData { weight_g, gestation_weeks };
    let kept = Kept { findings: from.decode()?, undetermined: from.decode()?, next_change };
    let doses = from.array()?.ok_or(StoreError::Damaged)?;
    input.doses = (0..doses).map(|_| read_dose(pack, &mut from)).collect::<Result<_, _>>()?;
    Ok((input, kept))
}

fn read_dose(pack: &Pack, from: &mut Decoder<'_>) -> Result<Dose, StoreError> {
    if from.array()? != Some(2) {
        return Err(StoreError::Damaged);
    }
    let service = pack.find_service(from.str()?).ok_or(StoreError::Damaged)?;
    Ok(Dose { service, on: read_date(from)? })
}

fn read_date(from: &mut Decoder<'_>) -> Result<Option<NaiveDate>, StoreError> {
    let text: Option<&str> = from.decode()?;
    text.map(|text| text.parse().map_err(|_| StoreError::Damaged)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::{BirthDate, Precision};

    #[test]
    fn a_judgement_is_read_back() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let mut input = Input::new(day("2026-03-02"), Sex::Female, BirthDate::new(day("2009-03-05"), Precision::Month));
        input.pregnancy = Some(PregnancyDate::Edd(day("2026-07-08")));
        input.delivery = Some(day("2024-01-31"));
        input.birth = BirthData { weight_g: Some(2_450), gestation_weeks: None };
        let pack = Pack::embedded().unwrap();
        let dose = |code: &str, on: Option<&str>| Dose { service: pack.find_service(code).unwrap(), on: on.map(day) };
        input.doses = vec![dose("td.2", Some("2026-01-20")), dose("anc.k1", None)];
        let kept = Kept { findings: vec!["a.b".into()], undetermined: vec![3, 4, 255, 256, 700], next_change: Some(day("2026-04-01")) };
        let bytes = encode(&pack, &input, &kept);
        let (read, again) = decode(&pack, &bytes, input.on).unwrap();
        assert!(again == kept);
        assert_eq!((read.sex, read.born, read.pregnancy, read.delivery), (input.sex, input.born, input.pregnancy, input.delivery));
        assert_eq!((read.birth.weight_g, read.birth.gestation_weeks), (Some(2_450), None));
        let doses = |input: &Input| input.doses.iter().map(|dose| (dose.service, dose.on)).collect::<Vec<_>>();
        assert_eq!(doses(&read), doses(&input));
        for end in 0..bytes.len() {
            assert!(decode(&pack, &bytes[..end], input.on).is_err(), "cut at {end}");
        }
    }
}
