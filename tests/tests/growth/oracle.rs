//! The files of expected results, and what the core says of their rows.

use std::collections::HashMap;

use siklus_core::fact::Number;
use siklus_core::growth::{Child, ExactAge, Index, Length, Position, Standard, Weight};
use siklus_core::person::Sex;
use siklus_tests::files::{root, text};

/// How many differing rows are printed.
const SHOWN: usize = 10;

/// A row by the names of its columns.
pub struct Row(HashMap<String, String>);

impl Row {
    /// Every row of a file.
    pub fn all(name: &str) -> Vec<Self> {
        let text = text(&root().join("tests/oracle/who-growth").join(name));
        let mut lines = text.lines();
        let header: Vec<&str> = lines.next().expect("a header").split(',').collect();
        let row = |line: &str| {
            let fields: Vec<&str> = line.split(',').collect();
            assert_eq!(fields.len(), header.len(), "{line}");
            Self(header.iter().zip(fields).map(|(name, field)| (String::from(*name), field.to_owned())).collect())
        };
        lines.map(row).collect()
    }

    /// A field that is there; empty where nothing is said.
    pub fn text(&self, column: &str) -> &str {
        self.0.get(column).unwrap_or_else(|| panic!("no column {column}"))
    }

    /// A number; none where nothing is said.
    pub fn number(&self, column: &str) -> Option<Number> {
        let text = self.text(column);
        (!text.is_empty()).then(|| Number::parse(text).unwrap_or_else(|| panic!("{column}: {text}")))
    }

    pub fn sex(&self) -> Option<Sex> {
        match self.text("sex") {
            "M" => Some(Sex::Male),
            "F" => Some(Sex::Female),
            _ => None,
        }
    }

    pub fn standard(&self) -> Standard {
        match self.text("standard") {
            "WHO2006" => Standard::Who2006,
            _ => Standard::Who2007,
        }
    }

    pub fn child(&self) -> Child {
        let days = self.number("age_days").map(|days| ExactAge::from_decimal_days(days).expect("an age"));
        let months = self.number("age_months").map(|months| ExactAge::from_months(months).expect("an age"));
        let length = |column| self.number(column).and_then(Length::from_cm);
        Child {
            sex: self.sex(),
            age: days.or(months),
            weight: self.number("weight_kg").and_then(Weight::from_kg),
            length: length("lenhei_cm"),
            position: match self.text("measure") {
                "l" => Some(Position::Lying),
                "h" => Some(Position::Standing),
                _ => None,
            },
            head: length("headc_cm"),
            arm: length("muac_cm"),
            oedema: self.text("oedema") == "y",
        }
    }
}

/// The names of an index in the files.
pub fn column(index: Index) -> &'static str {
    match index {
        Index::WeightForAge => "waz",
        Index::LengthForAge => "haz",
        Index::WeightForLength => "whz",
        Index::BmiForAge => "bmiz",
        Index::HeadForAge => "hcz",
        Index::ArmForAge => "acz",
    }
}

/// Fails with the first differences.
pub fn agree(compared: usize, differences: &[String]) {
    let shown = differences.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(differences.is_empty(), "{} of {compared} differ:\n{shown}", differences.len());
}
