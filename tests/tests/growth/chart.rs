//! The lines of charts are the published ones.

use chrono::{Days, NaiveDate};
use siklus_core::fact::Number;
use siklus_core::growth::chart::{Chart, Growing, chart};
use siklus_core::growth::{Index, Position};
use siklus_core::person::{BirthDate, Precision, Sex};

use crate::oracle::{Row, agree};
use crate::sd_lines::COLUMNS;

/// Published are tenths, drawn are hundredths, and between two places of a line it is straight.
const NEARLY: f64 = 0.06;
/// Days in a month of the WHO.
const MONTH: f64 = 30.4375;

#[test]
fn every_published_line_is_on_its_chart() {
    let rows = Row::all("who2006_sd_lines.csv");
    let differences: Vec<String> = rows.iter().flat_map(differences).collect();
    agree(rows.len() * COLUMNS.len(), &differences);
}

fn differences(row: &Row) -> Vec<String> {
    let at = number(row, "at");
    let (index, x) = match (row.text("table"), row.text("axis")) {
        ("who2006_weight_for_length" | "who2006_weight_for_height", _) => (Index::WeightForLength, at),
        (table, "week") => (index(table), at * 7.0 / MONTH),
        (table, _) => (index(table), at),
    };
    let drawn = drawn(index, row.sex().expect("a sex"), row.text("position") == "lying" && index != Index::WeightForAge, x);
    let place = || ["table", "sex", "position", "axis", "at"].map(|column| row.text(column)).join(" ");
    let compare = |(line, column): (usize, &str)| {
        let found = height(&drawn, line, x);
        let expected = number(row, column);
        ((found - expected).abs() > NEARLY).then(|| format!("{} {column}: {found}, expected {expected}", place()))
    };
    COLUMNS.into_iter().enumerate().filter_map(compare).collect()
}

/// The chart of a child on which a place is shown: of one that is still measured lying, or of one of three years.
fn drawn(index: Index, sex: Sex, lying: bool, x: f64) -> Chart {
    let born: NaiveDate = "2020-03-01".parse().expect("a day");
    let is_young = if index == Index::WeightForLength { lying } else { x * MONTH <= 730.0 };
    let on = born + Days::new(if is_young { 400 } else { 1100 });
    let growing = Growing { sex: Some(sex), born: Some(BirthDate::new(born, Precision::Day)), measured: Vec::new(), on };
    let drawn = chart(index, &growing).expect("a chart");
    assert_eq!(drawn.position, (index == Index::WeightForLength).then_some(if lying { Position::Lying } else { Position::Standing }));
    drawn
}

/// How high a line lies at a place, between its two nearest or at the nearest end.
fn height(drawn: &Chart, line: usize, x: f64) -> f64 {
    let strokes = &drawn.lines[line].strokes;
    let reach = |xs: &[f64]| (xs[0] - x).max(x - xs[xs.len() - 1]).max(0.0);
    let stroke = strokes.iter().min_by(|one, other| reach(&one.xs).total_cmp(&reach(&other.xs))).expect("a line");
    let next = stroke.xs.iter().position(|place| *place >= x).unwrap_or(stroke.xs.len() - 1).max(1);
    let (from, to) = ((stroke.xs[next - 1], stroke.ys[next - 1]), (stroke.xs[next], stroke.ys[next]));
    from.1 + (to.1 - from.1) * (x - from.0) / (to.0 - from.0)
}

fn number(row: &Row, column: &str) -> f64 {
    row.number(column).map(|number: Number| number.to_string()).and_then(|text| text.parse().ok()).expect("a number")
}

fn index(table: &str) -> Index {
    match table {
        "who2006_weight_for_age" => Index::WeightForAge,
        "who2006_length_height_for_age" => Index::LengthForAge,
        "who2006_bmi_for_age" => Index::BmiForAge,
        "who2006_head_circumference_for_age" => Index::HeadForAge,
        _ => panic!("{table}"),
    }
}
