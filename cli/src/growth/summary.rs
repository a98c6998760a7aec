//! The table of prevalence as a file.

use std::path::Path;

use siklus_core::fact::Number;
use siklus_core::growth::Index;
use siklus_core::growth::prevalence::{Group, Prevalence, Tally};

use super::results::INDICES;

const COLUMNS: [&str; 10] = [
    "group",
    "indicator",
    "n",
    "pct_below_minus3",
    "pct_below_minus2",
    "pct_below_minus1",
    "pct_above_1",
    "pct_above_2",
    "pct_above_3",
    "mean_z",
];
/// Decimals of a percentage and of a mean.
const DECIMALS: u32 = 4;

/// Writes the table; shares of nobody are empty.
pub fn write(prevalence: &Prevalence, path: &Path) -> csv::Result<()> {
    let mut writer = csv::Writer::from_path(path)?;
    writer.write_record(COLUMNS)?;
    for line in prevalence.lines() {
        writer.write_record(fields(line))?;
    }
    Ok(writer.flush()?)
}

fn fields((group, index, tally): (Group, Index, Tally)) -> Vec<String> {
    let name = INDICES.iter().find(|(of, _)| *of == index).map_or("", |(_, name)| name);
    let shares = tally.percent_below().into_iter().chain(tally.percent_above()).chain([tally.mean()]);
    let shares = shares.map(|share: Option<Number>| share.map_or(String::new(), |share| share.to_fixed(DECIMALS)));
    [group.name(), name.to_owned(), tally.children.to_string()].into_iter().chain(shares).collect()
}
