//! The chart itself: a row for each vaccine, a column for each month, told apart without colour.

use siklus_core::pack::source::Interval;
use svg::Document;
use svg::node::element::{Circle, Group, Line, Rectangle, Text, Title};

use super::columns::{Column, columns};
use super::page::Words;
use super::rows::Row;

const WIDTH: f64 = 1400.0;
const LEFT: f64 = 250.0;
const RIGHT: f64 = 1120.0;
const TOP: f64 = 110.0;
const ROW: f64 = 30.0;
const INK: &str = "#222";
/// The recommended month, a month in which it is still given, and one in which it is not.
const RECOMMENDED: &str = "#9fd3a5";
const POSSIBLE: &str = "#fdf3c4";
const NOT_GIVEN: &str = "#e3e3e3";

/// What a month is for a vaccine.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Month {
    Recommended,
    Possible,
    NotGiven,
}

impl Month {
    fn of(row: &Row, column: Column) -> Self {
        match () {
            () if column.meets(row.from, row.due_until) => Self::Recommended,
            () if column.meets(row.from, row.until) => Self::Possible,
            () => Self::NotGiven,
        }
    }

    fn fill(self) -> &'static str {
        match self {
            Self::Recommended => RECOMMENDED,
            Self::Possible => POSSIBLE,
            Self::NotGiven => NOT_GIVEN,
        }
    }
}

/// The chart as a drawing.
pub fn sheet(rows: &[Row], words: &Words) -> String {
    let last = rows.iter().map(|row| row.until).max().unwrap_or(0);
    let columns = columns(last);
    let height = TOP + ROW * count(rows.len()) + 70.0;
    let document = Document::new()
        .set("viewBox", format!("0 0 {WIDTH} {height}"))
        .set("role", "img")
        .set("font-family", "'Noto Sans', 'DejaVu Sans', Arial, sans-serif")
        .add(Title::new(words.title))
        .add(Rectangle::new().set("width", "100%").set("height", "100%").set("fill", "#fff"))
        .add(text(words.title, 20.0, 40.0, 24.0).set("font-weight", "bold"))
        .add(text(words.age, LEFT, TOP - 36.0, 15.0))
        .add(heads(&columns));
    let drawn = rows.iter().enumerate().map(|(index, row)| row_of(row, TOP + ROW * count(index), &columns, words));
    let document = drawn.fold(document, Document::add);
    document.add(legend(height - 34.0, words)).to_string()
}

fn heads(columns: &[Column]) -> Group {
    let head = |(index, column): (usize, &Column)| {
        text(&column.label(), (x(index, columns.len()) + x(index + 1, columns.len())) / 2.0, TOP - 10.0, 13.0).set("text-anchor", "middle")
    };
    columns.iter().enumerate().map(head).fold(Group::new(), Group::add)
}

fn row_of(row: &Row, y: f64, columns: &[Column], words: &Words) -> Group {
    let name = if row.local { format!("{} *", row.name) } else { row.name.clone() };
    let group = Group::new().add(text(&name, 20.0, y + 20.0, 15.0));
    let cell = |(index, column): (usize, &Column)| {
        let (from, to) = (x(index, columns.len()), x(index + 1, columns.len()));
        cell(Month::of(row, *column), (from, y), to - from)
    };
    let group = columns.iter().enumerate().map(cell).fold(group, Group::add);
    let after = row.after.iter().map(|(name, interval)| text(&words.after(name, length(*interval, words)), RIGHT + 14.0, y + 20.0, 13.0));
    after.fold(group, Group::add)
}

/// A dot says "recommended" and a stroke "not given", where colours cannot be told apart.
fn cell(month: Month, (x, y): (f64, f64), width: f64) -> Group {
    let ground = Rectangle::new().set("x", x).set("y", y).set("width", width).set("height", ROW - 2.0);
    let ground = ground.set("fill", month.fill()).set("stroke", "#fff").set("stroke-width", 2);
    let middle = (x + width / 2.0, y + ROW / 2.0 - 1.0);
    let group = Group::new().add(ground);
    match month {
        Month::Recommended => group.add(Circle::new().set("cx", middle.0).set("cy", middle.1).set("r", 6).set("fill", "#14532d")),
        Month::Possible => {
            group.add(Circle::new().set("cx", middle.0).set("cy", middle.1).set("r", 5).set("fill", "none").set("stroke", "#6b5900"))
        }
        Month::NotGiven => {
            let stroke = Line::new().set("x1", middle.0 - 5.0).set("x2", middle.0 + 5.0).set("y1", middle.1).set("y2", middle.1);
            group.add(stroke.set("stroke", "#9a9a9a").set("stroke-width", 1.4))
        }
    }
}

fn legend(y: f64, words: &Words) -> Group {
    let entries = [(Month::Recommended, words.recommended), (Month::Possible, words.possible), (Month::NotGiven, words.not_given)];
    let entry = |(index, (month, said)): (usize, &(Month, &str))| {
        let left = 20.0 + 300.0 * count(index);
        Group::new().add(cell(*month, (left, y - 18.0), 34.0)).add(text(said, left + 44.0, y + 2.0, 14.0))
    };
    let group = entries.iter().enumerate().map(entry).fold(Group::new(), Group::add);
    group.add(text(words.local, 930.0, y + 2.0, 14.0))
}

fn length(interval: Interval, words: &Words) -> String {
    match interval {
        Interval::Days(days) => format!("{days} {}", words.days),
        Interval::Months(months) => format!("{months} {}", words.months),
    }
}

fn x(index: usize, of: usize) -> f64 {
    LEFT + (RIGHT - LEFT) * count(index) / count(of.max(1))
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(0.0, f64::from)
}

fn text(content: &str, x: f64, y: f64, size: f64) -> Text {
    Text::new(content).set("x", x).set("y", y).set("font-size", size).set("fill", INK)
}
