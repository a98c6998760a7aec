//! The columns of results.

use csv::ByteRecord;
use siklus_core::fact::Number;
use siklus_core::growth::{Child, Growth, Index, bmi};

use super::fields::Fault;

/// The indices by their names in such files, in the order of the columns.
pub const INDICES: [(Index, &str); 6] = [
    (Index::WeightForAge, "waz"),
    (Index::LengthForAge, "haz"),
    (Index::WeightForLength, "whz"),
    (Index::BmiForAge, "bmiz"),
    (Index::HeadForAge, "hcz"),
    (Index::ArmForAge, "acz"),
];
/// The first of them have a column for their class.
const CLASSES: usize = 4;
/// Decimals of the body mass index.
const BMI_STEP: i64 = 1_000_000;

/// The names of the columns.
pub fn columns() -> impl Iterator<Item = String> {
    let z = INDICES.iter().map(|(_, name)| String::from(*name));
    let flags = INDICES.iter().map(|(_, name)| format!("f_{name}"));
    let classes = INDICES.iter().take(CLASSES).map(|(_, name)| format!("c_{name}"));
    ["clenhei_cm", "bmi"].into_iter().map(String::from).chain(z).chain(flags).chain(classes).chain([String::from("error")])
}

/// What stands in the columns of a child: nothing where it cannot be assessed.
pub fn write(record: &mut ByteRecord, child: &Child, growth: &Growth) {
    let outcomes = INDICES.map(|(index, _)| growth.index(index));
    let length = growth.stature.map(|stature| stature.length);
    push(record, length.and_then(|length| length.to_number()));
    push(record, child.weight.zip(length).and_then(|(weight, length)| rounded(bmi(weight, length)?)));
    outcomes.iter().for_each(|outcome| push(record, outcome.ok().map(|score| score.z)));
    outcomes.iter().for_each(|outcome| push(record, outcome.ok().map(|score| u8::from(score.flagged))));
    let classes = outcomes.iter().take(CLASSES).map(|outcome| outcome.ok().and_then(|score| score.class));
    classes.for_each(|class| push(record, class.map(|class| class.as_str())));
    record.push_field(b"");
}

/// What stands in the columns of a row that cannot be read.
pub fn write_fault(record: &mut ByteRecord, fault: &Fault) {
    (1..columns().count()).for_each(|_| record.push_field(b""));
    record.push_field(fault.to_string().as_bytes());
}

fn rounded(bmi: Number) -> Option<Number> {
    bmi.round_half_up(Number::ratio(1, BMI_STEP)?)
}

fn push(record: &mut ByteRecord, field: Option<impl ToString>) {
    record.push_field(field.map_or(String::new(), |field| field.to_string()).as_bytes());
}
