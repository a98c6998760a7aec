//! Which column is which.

use csv::ByteRecord;

use super::results;

/// The columns that are read; all others pass through.
pub const COLUMNS: [&str; 11] =
    ["sex", "age_days", "age_months", "born", "on", "measure", "weight_kg", "lenhei_cm", "headc_cm", "muac_cm", "oedema"];

/// The places of the columns in a file.
pub struct Header {
    names: ByteRecord,
    places: [Option<usize>; COLUMNS.len()],
    kept: Vec<usize>,
}

impl Header {
    /// Reads the first line of a file. The error says what is wrong with it.
    pub fn read(names: &ByteRecord) -> Result<Self, String> {
        let place = |column: &str| names.iter().position(|name| name == column.as_bytes());
        let count = |column: &str| names.iter().filter(|name| *name == column.as_bytes()).count();
        if let Some(twice) = COLUMNS.into_iter().find(|column| count(column) > 1) {
            return Err(format!("header: the column {twice} stands there twice"));
        }
        let places = COLUMNS.map(place);
        if place("sex").is_none() {
            return Err(format!("header: no column `sex`; expected columns are {}{}", COLUMNS.join(", "), separator(names)));
        }
        if let Some((name, meant)) = misspelt(names) {
            return Err(format!("header: no column `{name}`; did you mean `{meant}`?"));
        }
        // Results of an earlier run are replaced.
        let is_result = |name: &[u8]| results::columns().any(|column| column.as_bytes() == name);
        let kept = (0..names.len()).filter(|place| names.get(*place).is_some_and(|name| !is_result(name))).collect();
        Ok(Self { names: names.clone(), places, kept })
    }

    /// How many fields a row has.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// The field of a column, without blanks around it; empty where the file or the row has none.
    pub fn field<'r>(&self, record: &'r ByteRecord, column: &str) -> &'r [u8] {
        let place = COLUMNS.into_iter().position(|name| name == column).and_then(|place| self.places.get(place).copied().flatten());
        place.and_then(|place| record.get(place)).unwrap_or_default().trim_ascii()
    }

    /// The names of the columns that pass through.
    pub fn kept_names(&self) -> impl Iterator<Item = &[u8]> {
        self.kept(&self.names)
    }

    /// The fields of a row that pass through, as many as there are names.
    pub fn kept<'r>(&self, record: &'r ByteRecord) -> impl Iterator<Item = &'r [u8]> {
        self.kept.iter().map(|place| record.get(*place).unwrap_or_default())
    }
}

/// A column that is nearly one of those that are read, where that one is not in the file.
fn misspelt(names: &ByteRecord) -> Option<(&str, &'static str)> {
    let names: Vec<_> = names.iter().filter_map(|name| std::str::from_utf8(name).ok()).collect();
    let lacking: Vec<_> = COLUMNS.into_iter().filter(|column| !names.contains(column)).collect();
    let unknown = names.iter().filter(|name| !COLUMNS.contains(*name) && name.len() > 3);
    unknown.copied().find_map(|name| Some((name, siklus_core::fact::nearest(&name.to_lowercase(), lacking.iter().copied())?)))
}

/// What a file is told whose columns are not separated by commas.
fn separator(names: &ByteRecord) -> &'static str {
    let has = |separator: u8| names.len() == 1 && names.iter().any(|name| name.contains(&separator));
    if has(b';') || has(b'\t') { ". Columns are separated by commas, and decimals have a point" } else { "" }
}
