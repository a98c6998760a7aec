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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::fault::{Faults, SourceFile};

    /// The tables of the pack that is built in, over a pack that has nothing of growth.
    const TABLES: &str = concat!(
        include_str!("../../packs/ilp/rules/growth-monthly.toml"),
        "[table.kbm]\nsource = \"Buku KIA\"\nconfidence = \"recalled\"\nkeys = [\"age_months\", \"sex\"]\nrows = [[1, \"*\", 0.8], [2, \"*\", 0.9]]\n"
    );

    fn pack(tables: &str) -> Result<Pack, Faults> {
        let base = include_str!("source/tests/base.toml");
        // The documents of the base are others.
        let cited = tables
            .replace("project decision (design), see the dossier", "Buku KIA")
            .replace("WHO weight velocity standards (2009)", "Buku KIA");
        Source::read(vec![SourceFile::new("base.toml", base), SourceFile::new("a.toml", cited)]).and_then(Pack::new)
    }

    #[track_caller]
    fn told(written: &str, instead: &str, fault: &str) {
        assert!(TABLES.contains(written), "{written}");
        let faults = pack(&TABLES.replacen(written, instead, 1)).expect_err("a fault");
        assert!(faults.to_string().contains(fault), "{faults}");
    }

    #[test]
    fn the_pack_that_is_built_in_has_all_tables() {
        let pack = Pack::embedded().unwrap();
        let tables = pack.monthly_tables().unwrap();
        assert_eq!((tables.monthly.days_apart.clone(), tables.monthly.birth_weight_month), (21..=45, 1));
        assert_eq!((tables.monthly.losses[0].months.clone(), tables.monthly.losses[0].percent), (1..=60, 5));
        assert_eq!((tables.again.weight_percent.clone(), tables.again.last_month), (80..=120, 71));
        assert_eq!((tables.increments.0.len(), tables.again.jumps.len(), tables.minimum.0.len()), (24, 4, 14));
        assert!(pack.growth_tables_lacking().is_empty());
    }

    #[test]
    fn what_is_not_as_the_library_reads_it_is_told_at_its_place() {
        assert!(pack(TABLES).unwrap().monthly_tables().is_some());
        told(
            "keys = [\"from_month\", \"age_months\", \"sex\"]",
            "keys = [\"from\", \"age_months\", \"sex\"]",
            "reads `weight_increment` by other keys",
        );
        told("[\"birth_weight_month\", 1]", "[\"birth_month\", 1]", "has no row `birth_weight_month`");
        told("[\"least_days_apart\", 21]", "[\"least_days_apart\", 21.5]", "this cell must be a whole number");
        told("[\"length_fall_cm\", 1.0]", "[\"length_fall_cm\", 0]", "this cell must be a length in cm");
        told("[0, 1, \"male\", 0.460]", "[0, 1, \"boy\", 0.460]", "this cell must be \"female\" or \"male\"");
        told("[\"24..\", 3.0]", "[\"24..\", -3.0]", "this cell must be a length in cm");
        told("rows = [[\"1..60\", 5]]", "rows = [[\"1..60\", 5.5]]", "this cell must be a whole number");
    }

    #[test]
    fn a_pack_without_one_of_them_has_none() {
        let without = TABLES.replacen("[table.length_jump]", "[table.other]", 1);
        assert!(pack(&without).unwrap().monthly_tables().is_none());
    }

    #[test]
    fn a_table_that_the_library_reads_is_not_unused_and_says_on_what_it_rests() {
        let told = |tables: &str, words: &str| pack(tables).unwrap().review().iter().any(|fault| fault.message.contains(words));
        assert!(!told(TABLES, "no rule and no schedule uses `length_jump`"));
        let words = "the table `length_jump`, which does not say on what it rests";
        assert!(!told(TABLES, words));
        let bare =
            TABLES.replacen("[table.length_jump]\nsource = \"project decision (design), see the dossier\"\n", "[table.length_jump]\n", 1);
        assert!(told(&bare, words));
    }
}
