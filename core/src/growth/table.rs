//! The tables of the WHO, as the build packs them.

use super::Position;
use super::lms::Lms;
use crate::person::Sex;

/// A row as the build writes it, little-endian: L (signed) and S in two bytes, M in three.
type Row = [u8; 7];

/// Steps of L and of M.
const FOUR_DECIMALS: f64 = 1e4;
/// Steps of S.
const FIVE_DECIMALS: f64 = 1e5;

/// A table of the WHO Child Growth Standards (2006) or of the WHO Growth Reference (2007).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Weight for age, by day, WHO 2006.
    WeightForAge2006,
    /// Length (to day 730) and height (from day 731) for age, by day, WHO 2006.
    LengthHeightForAge2006,
    /// Body mass index for age, by day, WHO 2006.
    BmiForAge2006,
    /// Head circumference for age, by day, WHO 2006.
    HeadForAge2006,
    /// Mid-upper arm circumference for age, by day from day 91 on, WHO 2006.
    ArmForAge2006,
    /// Weight for length, by 0.1 cm from 45.0 to 110.0 cm, WHO 2006.
    WeightForLength2006,
    /// Weight for height, by 0.1 cm from 65.0 to 120.0 cm, WHO 2006.
    WeightForHeight2006,
    /// Weight for age, by month from 60 to 120, WHO 2007.
    WeightForAge2007,
    /// Height for age, by month from 60 to 228, WHO 2007.
    HeightForAge2007,
    /// Body mass index for age, by month from 60 to 228, WHO 2007.
    BmiForAge2007,
}

/// Which of the two publications a table belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standard {
    /// The WHO Child Growth Standards: under 60 months.
    Who2006,
    /// The WHO Growth Reference: 60 months to 19 years.
    Who2007,
}

impl Table {
    /// The name under which the table is published with this project.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WeightForAge2006 => "who2006_weight_for_age",
            Self::LengthHeightForAge2006 => "who2006_length_height_for_age",
            Self::BmiForAge2006 => "who2006_bmi_for_age",
            Self::HeadForAge2006 => "who2006_head_circumference_for_age",
            Self::ArmForAge2006 => "who2006_arm_circumference_for_age",
            Self::WeightForLength2006 => "who2006_weight_for_length",
            Self::WeightForHeight2006 => "who2006_weight_for_height",
            Self::WeightForAge2007 => "who2007_weight_for_age",
            Self::HeightForAge2007 => "who2007_height_for_age",
            Self::BmiForAge2007 => "who2007_bmi_for_age",
        }
    }

    /// The table of weight for length (lying) or for height (standing).
    pub(super) const fn of_weight_for(position: Position) -> Self {
        match position {
            Position::Lying => Self::WeightForLength2006,
            Position::Standing => Self::WeightForHeight2006,
        }
    }

    /// Whether its axis is the age.
    pub(super) const fn is_by_age(self) -> bool {
        !matches!(self, Self::WeightForLength2006 | Self::WeightForHeight2006)
    }

    /// Whether length or height is in it, so that it differs between lying and standing.
    pub(super) const fn depends_on_position(self) -> bool {
        !matches!(self, Self::WeightForAge2006 | Self::HeadForAge2006 | Self::ArmForAge2006 | Self::WeightForAge2007)
    }

    /// The publication.
    pub const fn standard(self) -> Standard {
        match self {
            Self::WeightForAge2007 | Self::HeightForAge2007 | Self::BmiForAge2007 => Standard::Who2007,
            _ => Standard::Who2006,
        }
    }

    /// The row at a step of the axis (a day, a tenth of a centimetre or a month), moved so much of the way to the next one. `None` outside
    /// the table.
    pub(super) fn at(self, sex: Sex, step: i64, part: f64) -> Option<Lms> {
        let rows = self.rows();
        let row = rows.at(sex, step)?;
        if part == 0.0 { Some(row) } else { Some(row.towards(rows.at(sex, step + 1)?, part)) }
    }

    const fn rows(self) -> &'static Rows {
        match self {
            Self::WeightForAge2006 => &WEIGHT_FOR_AGE_2006,
            Self::LengthHeightForAge2006 => &LENGTH_HEIGHT_FOR_AGE_2006,
            Self::BmiForAge2006 => &BMI_FOR_AGE_2006,
            Self::HeadForAge2006 => &HEAD_FOR_AGE_2006,
            Self::ArmForAge2006 => &ARM_FOR_AGE_2006,
            Self::WeightForLength2006 => &WEIGHT_FOR_LENGTH_2006,
            Self::WeightForHeight2006 => &WEIGHT_FOR_HEIGHT_2006,
            Self::WeightForAge2007 => &WEIGHT_FOR_AGE_2007,
            Self::HeightForAge2007 => &HEIGHT_FOR_AGE_2007,
            Self::BmiForAge2007 => &BMI_FOR_AGE_2007,
        }
    }
}

/// The rows of both sexes; they begin at the same step of the axis, and no step is missing.
struct Rows {
    first: i64,
    boys: &'static [Row],
    girls: &'static [Row],
}

impl Rows {
    const fn new(first: i64, packed: &'static [u8]) -> Self {
        let (rows, _) = packed.as_chunks();
        let (boys, girls) = rows.split_at(rows.len() / 2);
        Self { first, boys, girls }
    }

    fn at(&self, sex: Sex, step: i64) -> Option<Lms> {
        let rows = match sex {
            Sex::Male => self.boys,
            Sex::Female => self.girls,
        };
        let [l0, l1, s0, s1, m0, m1, m2] = *rows.get(usize::try_from(step.saturating_sub(self.first)).ok()?)?;
        Some(Lms {
            l: f64::from(i16::from_le_bytes([l0, l1])) / FOUR_DECIMALS,
            m: f64::from(u32::from_le_bytes([m0, m1, m2, 0])) / FOUR_DECIMALS,
            s: f64::from(u16::from_le_bytes([s0, s1])) / FIVE_DECIMALS,
        })
    }
}

/// The rows of a table, whose axis begins at `first`.
macro_rules! rows {
    ($first:literal, $name:literal) => {
        Rows::new($first, include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".lms")))
    };
}

static WEIGHT_FOR_AGE_2006: Rows = rows!(0, "who2006_weight_for_age");
static LENGTH_HEIGHT_FOR_AGE_2006: Rows = rows!(0, "who2006_length_height_for_age");
static BMI_FOR_AGE_2006: Rows = rows!(0, "who2006_bmi_for_age");
static HEAD_FOR_AGE_2006: Rows = rows!(0, "who2006_head_circumference_for_age");
static ARM_FOR_AGE_2006: Rows = rows!(91, "who2006_arm_circumference_for_age");
static WEIGHT_FOR_LENGTH_2006: Rows = rows!(450, "who2006_weight_for_length");
static WEIGHT_FOR_HEIGHT_2006: Rows = rows!(650, "who2006_weight_for_height");
static WEIGHT_FOR_AGE_2007: Rows = rows!(60, "who2007_weight_for_age");
static HEIGHT_FOR_AGE_2007: Rows = rows!(60, "who2007_height_for_age");
static BMI_FOR_AGE_2007: Rows = rows!(60, "who2007_bmi_for_age");

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    const TABLES: [Table; 10] = [
        Table::WeightForAge2006,
        Table::LengthHeightForAge2006,
        Table::BmiForAge2006,
        Table::HeadForAge2006,
        Table::ArmForAge2006,
        Table::WeightForLength2006,
        Table::WeightForHeight2006,
        Table::WeightForAge2007,
        Table::HeightForAge2007,
        Table::BmiForAge2007,
    ];

    fn text(table: Table) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/who-growth");
        fs::read_to_string(folder.join(table.as_str()).with_extension("csv")).unwrap()
    }

    #[test]
    fn every_row_is_that_of_the_published_table() {
        for table in TABLES {
            for line in text(table).lines().skip(1) {
                let [sex, at, l, m, s] = line.split(',').collect::<Vec<_>>().try_into().unwrap();
                let sex = if sex == "M" { Sex::Male } else { Sex::Female };
                let step = at.replace('.', "").parse().unwrap();
                let row = Lms { l: l.parse().unwrap(), m: m.parse().unwrap(), s: s.parse().unwrap() };
                assert_eq!(table.at(sex, step, 0.0), Some(row), "{table:?} {line}");
            }
        }
    }

    #[test]
    fn a_table_ends_where_the_published_one_does() {
        for table in TABLES {
            let steps = text(table).lines().filter(|line| line.starts_with("M,")).count() as i64;
            let first = table.rows().first;
            for sex in [Sex::Male, Sex::Female] {
                assert_eq!(table.at(sex, first - 1, 0.0), None);
                assert!(table.at(sex, first + steps - 1, 0.0).is_some());
                assert_eq!(table.at(sex, first + steps, 0.0), None);
                assert_eq!(table.at(sex, first + steps - 1, 0.5), None);
                assert_eq!((table.at(sex, i64::MIN, 0.0), table.at(sex, i64::MAX, 0.0)), (None, None));
            }
        }
    }

    #[test]
    fn together_they_stay_small() {
        let rows: usize = TABLES.map(|table| table.rows().boys.len() + table.rows().girls.len()).iter().sum();
        assert_eq!(rows, 21_596);
        assert!(rows * size_of::<Row>() < 200_000);
    }
}
