//! The published lines from -3 to +3 SD.

use siklus_core::fact::Number;
use siklus_core::growth::{ExactAge, Position, SdLines, Table};

use crate::oracle::{Row, agree};

/// The lines from the lowest to the highest.
pub const COLUMNS: [&str; 7] = ["sd_minus3", "sd_minus2", "sd_minus1", "median", "sd_plus1", "sd_plus2", "sd_plus3"];

/// Values by month that the tables by day do not give to the last digit. At month 24 the WHO prints a row that is in no table by day.
const NEARLY: [&str; 3] = [
    "who2006_length_height_for_age M lying month 22 sd_plus3: 94.8, expected 94.9",
    "who2006_length_height_for_age M lying month 24 sd_minus3: 78.6, expected 78.7",
    "who2006_length_height_for_age M lying month 24 sd_minus1: 84.7, expected 84.8",
];

#[test]
fn every_published_line_follows_from_the_row_printed_beside_it() {
    let rows = Row::all("who2006_sd_lines.csv");
    assert_eq!(rows.len(), 544);
    let printed = |row: &Row, column| row.text(column).parse::<f64>().expect("a number");
    let differences: Vec<_> =
        rows.iter().flat_map(|row| differences(row, SdLines::from_lms(printed(row, "l"), printed(row, "m"), printed(row, "s")))).collect();
    agree(rows.len() * COLUMNS.len(), &differences);
}

#[test]
fn every_published_line_follows_from_the_tables() {
    let rows = Row::all("who2006_sd_lines.csv");
    let of_tables = |row| lines(row).unwrap_or_else(|| panic!("no lines {}", place(row)));
    let mut differences: Vec<_> = rows.iter().flat_map(|row| differences(row, of_tables(row))).collect();
    differences.retain(|difference| !NEARLY.contains(&difference.as_str()));
    agree(rows.len() * COLUMNS.len(), &differences);
}

fn differences(row: &Row, lines: SdLines) -> Vec<String> {
    let compare = |(column, line): (&str, f64)| {
        let (found, expected) = (format!("{line:.1}"), row.number(column).expect("a line").to_fixed(1));
        (found != expected).then(|| format!("{} {column}: {found}, expected {expected}", place(row)))
    };
    COLUMNS.into_iter().zip(lines.0).filter_map(compare).collect()
}

fn lines(row: &Row) -> Option<SdLines> {
    let (sex, at) = (row.sex()?, row.number("at")?);
    let position = match row.text("position") {
        "lying" => Some(Position::Lying),
        "standing" => Some(Position::Standing),
        _ => None,
    };
    let age = match row.text("axis") {
        "week" => ExactAge::from_decimal_days(at.mul(Number::integer(7))?)?,
        "month" => ExactAge::from_months(at)?,
        _ => return SdLines::at_length(sex, position?, i32::try_from(at.mul(Number::integer(10))?.to_integer()?).ok()?),
    };
    SdLines::at_age(table(row.text("table")), sex, age, position)
}

fn table(name: &str) -> Table {
    match name {
        "who2006_weight_for_age" => Table::WeightForAge2006,
        "who2006_length_height_for_age" => Table::LengthHeightForAge2006,
        "who2006_bmi_for_age" => Table::BmiForAge2006,
        "who2006_head_circumference_for_age" => Table::HeadForAge2006,
        _ => panic!("{name}"),
    }
}

fn place(row: &Row) -> String {
    ["table", "sex", "position", "axis", "at"].map(|column| row.text(column)).join(" ")
}
