//! The rows of the table and their targets, from their file.

use std::time::Duration;

use toml::de::{DeTable, DeValue};

/// Everything that the file holds.
#[derive(Debug)]
pub struct Targets {
    pub rows: Vec<RowTarget>,
    pub sizes: Vec<SizeTarget>,
}

/// A benchmark.
#[derive(Debug)]
pub struct RowTarget {
    pub name: String,
    /// The benchmark, as criterion calls it.
    pub measured: String,
    pub at_most: Option<Duration>,
    pub against: Option<Against>,
}

/// The other benchmark that it is held against.
#[derive(Debug, PartialEq)]
pub struct Against {
    pub yardstick: String,
    pub ratio: Ratio,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ratio {
    /// It is shown and decides nothing.
    Shown,
    /// The benchmark may take so many times as long.
    AtMost(f64),
    /// The yardstick must take so many times as long.
    FasterBy(f64),
}

/// A file.
#[derive(Debug)]
pub struct SizeTarget {
    pub name: String,
    pub of: SizeOf,
    pub at_most_kb: Option<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SizeOf {
    /// The pack as it is built in.
    Pack,
    /// The program `siklus`.
    Siklus,
    /// What an open store takes in memory.
    Memory,
    /// What a check of a PIN takes in memory.
    Pin,
}

impl RowTarget {
    /// The benchmark that it is held against.
    pub fn yardstick(&self) -> Option<&str> {
        self.against.as_ref().map(|against| against.yardstick.as_str())
    }
}

impl Targets {
    /// Reads the file, or says what is wrong with it.
    pub fn read(text: &str) -> Result<Self, String> {
        let file = DeTable::parse(text).map_err(|error| error.to_string())?;
        let file = file.get_ref();
        Ok(Self { rows: entries(file, "row", row)?, sizes: entries(file, "size", size)? })
    }
}

fn entries<T>(file: &DeTable<'_>, kind: &str, read: fn(&DeTable<'_>) -> Result<T, String>) -> Result<Vec<T>, String> {
    let list = file.get(kind).and_then(|list| list.get_ref().as_array());
    let tables = list.into_iter().flat_map(|list| list.iter()).filter_map(|entry| entry.get_ref().as_table());
    tables.map(read).collect()
}

fn row(entry: &DeTable<'_>) -> Result<RowTarget, String> {
    let name = text(entry, "name")?;
    let against = match (text(entry, "yardstick").ok(), number(entry, "at_most_times"), number(entry, "faster_times")) {
        (None, None, None) => None,
        (Some(yardstick), None, None) => Some(Against { yardstick, ratio: Ratio::Shown }),
        (Some(yardstick), Some(times), None) => Some(Against { yardstick, ratio: Ratio::AtMost(times) }),
        (Some(yardstick), None, Some(times)) => Some(Against { yardstick, ratio: Ratio::FasterBy(times) }),
        _ => return Err(format!("`{name}` may have at_most_times or faster_times, not both, and only with a yardstick")),
    };
    let at_most = number(entry, "at_most_us").map(|us| Duration::from_secs_f64(us / 1e6));
    Ok(RowTarget { name, measured: text(entry, "measured")?, at_most, against })
}

fn size(entry: &DeTable<'_>) -> Result<SizeTarget, String> {
    let of = match text(entry, "of")?.as_str() {
        "pack" => SizeOf::Pack,
        "siklus" => SizeOf::Siklus,
        "memory" => SizeOf::Memory,
        "pin" => SizeOf::Pin,
        other => return Err(format!("there is no size of `{other}`, only of `pack`, `siklus`, `memory` and `pin`")),
    };
    Ok(SizeTarget { name: text(entry, "name")?, of, at_most_kb: number(entry, "at_most_kb") })
}

fn text(entry: &DeTable<'_>, key: &str) -> Result<String, String> {
    let text = entry.get(key).and_then(|value| value.get_ref().as_str());
    text.map(str::to_owned).ok_or_else(|| format!("an entry has no text `{key}`"))
}

fn number(entry: &DeTable<'_>, key: &str) -> Option<f64> {
    match entry.get(key)?.get_ref() {
        DeValue::Integer(number) => number.as_str().parse().ok(),
        DeValue::Float(number) => number.as_str().parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_a_time_and_a_yardstick() {
        let targets = Targets::read(
            "[[row]]\nname = \"Quick\"\nmeasured = \"a/b\"\nat_most_us = 12.5\nyardstick = \"c/d\"\nat_most_times = 5\n\
             [[row]]\nname = \"Quicker\"\nmeasured = \"a/c\"\nyardstick = \"c/c\"\nfaster_times = 20\n\
             [[row]]\nname = \"Shown\"\nmeasured = \"a/d\"\nat_most_us = 10_000",
        );
        let rows = targets.unwrap().rows;
        assert_eq!((rows[0].name.as_str(), rows[0].measured.as_str()), ("Quick", "a/b"));
        assert_eq!(rows[0].at_most, Some(Duration::from_nanos(12_500)));
        assert_eq!(rows[0].against, Some(Against { yardstick: "c/d".into(), ratio: Ratio::AtMost(5.0) }));
        assert_eq!(rows[1].against, Some(Against { yardstick: "c/c".into(), ratio: Ratio::FasterBy(20.0) }));
        assert_eq!((rows[2].at_most, rows[2].yardstick()), (Some(Duration::from_millis(10)), None));
    }

    #[test]
    fn a_size_has_a_file() {
        let sizes = Targets::read("[[size]]\nname = \"Pack\"\nof = \"pack\"\nat_most_kb = 300").unwrap().sizes;
        assert_eq!((sizes[0].of, sizes[0].at_most_kb), (SizeOf::Pack, Some(300.0)));
        assert!(Targets::read("[[size]]\nname = \"Pack\"\nof = \"app\"").is_err());
    }

    #[test]
    fn half_a_yardstick_is_refused() {
        for half in ["faster_times = 2", "at_most_times = 5", "yardstick = \"c/d\"\nat_most_times = 5\nfaster_times = 2"] {
            assert!(Targets::read(&format!("[[row]]\nname = \"A\"\nmeasured = \"a\"\n{half}")).is_err(), "{half}");
        }
    }
}
