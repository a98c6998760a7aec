//! The tables of a pack by which the library judges a child's weighings and measures.

use super::Pack;
use super::fault::{Fault, Span};
use super::lang::program::Node;
use super::source::Source;
use super::table_rows::{Row, TableReader};
use crate::growth::monthly::{Increment, Increments, LengthJump, Limits, MinimumGain, MinimumGains, MonthlyLimits, Tables, WeightLoss};

/// The tables that must be there, for the library reads them.
const NAMES: [&str; 6] = ["kbm", "length_jump", "measure_again", "monthly_weighing", "weight_increment", "weight_loss"];

/// The tables of growth; none where the pack does not have all of them.
///
/// # Errors
/// What is not as the library reads it.
pub(super) fn read(source: &Source) -> Result<Option<Tables>, Vec<Fault>> {
    let mut reader = TableReader::new(source);
    let tables = tables(&mut reader);
    if reader.faults.is_empty() { Ok(tables) } else { Err(reader.faults) }
}

/// Each table is read, so that the faults of all are told.
fn tables(reader: &mut TableReader<'_>) -> Option<Tables> {
    let minimum = reader.rows("kbm", &["age_months", "sex"], minimum_gain);
    let increments = reader.rows("weight_increment", &["from_month", "age_months", "sex"], increment);
    let losses = reader.rows("weight_loss", &["age_months"], |row| Some(WeightLoss { months: row.ages()?, percent: row.integer()? }));
    let jumps = reader.rows("length_jump", &["age_months"], |row| Some(LengthJump { months: row.ages()?, in_a_month: row.length()? }));
    let mut whole = |table, what| reader.value(table, what, |row| row.integer::<i32>());
    let [least, most, birth] = ["least_days_apart", "most_days_apart", "birth_weight_month"].map(|what| whole("monthly_weighing", what));
    let [lightest, heaviest, last] = ["least_weight_percent", "most_weight_percent", "last_month"].map(|what| whole("measure_again", what));
    let fall = reader.value("measure_again", "length_fall_cm", |row| row.length());
    let monthly = MonthlyLimits { days_apart: least?..=most?, birth_weight_month: birth?, losses: losses? };
    let again = Limits { fall: fall?, weight_percent: lightest?..=heaviest?, jumps: jumps?, last_month: last? };
    Some(Tables { minimum: MinimumGains(minimum?), increments: Increments(increments?), monthly, again })
}

fn minimum_gain(row: &mut Row<'_>) -> Option<MinimumGain> {
    Some(MinimumGain { months: row.ages()?, sex: row.sex_or_both()?, gain: row.weight()? })
}

fn increment(row: &mut Row<'_>) -> Option<Increment> {
    Some(Increment { from: row.integer()?, to: row.integer()?, sex: row.sex()?, gain: row.weight()? })
}

impl Pack {
    /// The tables by which a child's weighings and measures are judged month by month; none where the pack does not have all of them.
    pub fn monthly_tables(&self) -> Option<&Tables> {
        self.monthly.as_ref()
    }

    /// Whether the library itself reads a table.
    pub(super) fn is_read_by_library(name: &str) -> bool {
        NAMES.contains(&name)
    }

    /// What the tables lack that the library reads: a table, though rules read z-scores, or on what it rests.
    pub(super) fn growth_tables_lacking(&self) -> Vec<Fault> {
        let reads_growth = self.program.nodes.iter().any(|node| matches!(node, Node::Growth { .. }));
        let find = |name: &str| self.source().tables.iter().find(|table| table.id.value == name);
        let lacking = NAMES.into_iter().filter_map(|name| match find(name) {
            None if reads_growth => {
                let message = format!("the rules judge growth, but the pack has no table `{name}`");
                Some(Fault::new(Span::NONE, message).help(format!("add [table.{name}]")))
            }
            Some(table) if table.source.is_none() || table.confidence.is_none() => {
                let message = format!("the library judges by the table `{name}`, which does not say on what it rests");
                Some(Fault::new(table.id.span, message).help("add `source` and `confidence`"))
            }
            _ => None,
        });
        lacking.collect()
    }
}
