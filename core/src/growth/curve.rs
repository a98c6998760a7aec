//! The lines of a chart: what -3 to +3 SD are, over ages or lengths.

use std::num::NonZeroUsize;
use std::ops::RangeInclusive;

use super::lms::Lms;
use super::stature::LAST_LYING_DAY;
use super::{ExactAge, Index, Position, Standard, Table};
use crate::person::Sex;

/// The lines from the lowest to the highest, in standard deviations.
pub(super) const LINES: [i32; 7] = [-3, -2, -1, 0, 1, 2, 3];

/// The ends of the pieces by age: the arm circumference begins; lying ends and standing begins; the standards of 2006 end and the reference of
/// 2007 begins; weight for age ends; all ends.
const ENDS_IN_DAYS: [i32; 8] = [0, 91, 730, 731, 1826, 1827, 3652, 6939];
/// The ends of weight for length and height.
const ENDS_IN_MM: [i32; 4] = [450, 650, 1100, 1200];

/// What is -3, -2, -1, 0, +1, +2 and +3 SD at one place: in kg, cm or kg/m2. The formula is not restricted at any of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SdLines(pub [f64; LINES.len()]);

/// A piece of the lines without a step, all from one table. Pieces are drawn apart: between day 730 and 731 lies a change of method, no growth.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The table that was read.
    pub table: Table,
    /// The position for which the table stands, where length is part of the index.
    pub position: Option<Position>,
    /// From the lowest to the highest.
    pub points: Vec<CurvePoint>,
}

/// The lines at one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// Days of age, or millimetres of length.
    pub at: i32,
    /// The lines there.
    pub lines: SdLines,
}

impl SdLines {
    /// The lines of a table by age, as the WHO prints them by week and by month: between two days the row is moved linearly. Between day 730 and
    /// 731 length, height and body mass have a row for each position; `position` says whose, and is looked at there alone. `None` outside
    /// the table; those of 2006 go on a little beyond the last score, so that a chart can end with month 60.
    pub fn at_age(table: Table, sex: Sex, age: ExactAge, position: Option<Position>) -> Option<Self> {
        let (day, part) = age.day_and_part();
        let row = match table.standard() {
            _ if !table.is_by_age() => None,
            Standard::Who2007 => table.at(sex, age.months(), age.part_of_month()),
            Standard::Who2006 if day == LAST_LYING_DAY && part > 0.0 && table.depends_on_position() => {
                table.at(sex, day + i64::from(position == Some(Position::Standing)), 0.0)
            }
            Standard::Who2006 => table.at(sex, day, part),
        };
        row.map(Self::of)
    }

    /// The lines of weight for length or height at a length in millimetres; `None` outside the table.
    pub fn at_length(sex: Sex, position: Position, mm: i32) -> Option<Self> {
        Table::of_weight_for(position).at(sex, i64::from(mm), 0.0).map(Self::of)
    }

    /// The lines of a row as it is printed: power, median and coefficient of variation.
    pub fn from_lms(l: f64, m: f64, s: f64) -> Self {
        Self::of(Lms { l, m, s })
    }

    /// One of them; `None` beyond -3 and +3.
    pub fn at(&self, sd: i32) -> Option<f64> {
        LINES.iter().position(|line| *line == sd).and_then(|place| self.0.get(place).copied())
    }

    fn of(row: Lms) -> Self {
        Self(LINES.map(|sd| row.measure(f64::from(sd))))
    }
}

impl Curve {
    /// The lines by age over days, every `step` days and at both ends of each piece. Days at which the index does not exist are left out.
    pub fn by_age(index: Index, sex: Sex, days: RangeInclusive<i32>, step: NonZeroUsize) -> Vec<Self> {
        let mut curves: Vec<Self> = Vec::new();
        for day in places(days, step, &ENDS_IN_DAYS) {
            let age = ExactAge::from_days(day);
            let Ok(table) = index.table_by_age(age) else { continue };
            let Some(lines) = SdLines::at_age(table, sex, age, None) else { continue };
            let position = table.depends_on_position().then(|| Position::at(age));
            let point = CurvePoint { at: day, lines };
            match curves.last_mut().filter(|curve| curve.table == table && curve.position == position) {
                Some(curve) => curve.points.push(point),
                None => curves.push(Self { table, position, points: vec![point] }),
            }
        }
        curves
    }

    /// The lines of weight for length (lying) or height (standing) over millimetres, every `step` of them and at both ends.
    pub fn by_length(sex: Sex, position: Position, mm: RangeInclusive<i32>, step: NonZeroUsize) -> Self {
        let point = |at| SdLines::at_length(sex, position, at).map(|lines| CurvePoint { at, lines });
        let points = places(mm, step, &ENDS_IN_MM).into_iter().filter_map(point).collect();
        Self { table: Table::of_weight_for(position), position: Some(position), points }
    }
}

/// Every step of a range, its last place, and the ends of pieces that lie in it; what lies beyond the first and last of these is left out.
fn places<const N: usize>(range: RangeInclusive<i32>, step: NonZeroUsize, ends: &[i32; N]) -> Vec<i32> {
    let [lowest, .., highest] = ends.as_slice() else { return Vec::new() };
    let (start, end) = (*range.start().max(lowest), *range.end().min(highest));
    let inner = ends.iter().copied().filter(|place| (start..=end).contains(place));
    let mut places: Vec<i32> = (start..=end).step_by(step.get()).chain((start..=end).last()).chain(inner).collect();
    places.sort_unstable();
    places.dedup();
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::fixtures::number;

    fn every(step: usize) -> NonZeroUsize {
        NonZeroUsize::new(step).unwrap()
    }

    fn ends(curve: &Curve) -> (i32, i32) {
        (curve.points.first().unwrap().at, curve.points.last().unwrap().at)
    }

    #[test]
    fn a_line_has_no_step_in_it() {
        let curves = Curve::by_age(Index::LengthForAge, Sex::Female, 0..=7300, every(30));
        assert_eq!(curves.iter().map(ends).collect::<Vec<_>>(), [(0, 730), (731, 1826), (1827, 6939)]);
        assert_eq!(
            curves.iter().map(|curve| curve.position.unwrap()).collect::<Vec<_>>(),
            [Position::Lying, Position::Standing, Position::Standing]
        );
        let weight = Curve::by_age(Index::WeightForAge, Sex::Male, -5..=4000, every(7));
        assert_eq!(weight.iter().map(ends).collect::<Vec<_>>(), [(0, 1826), (1827, 3652)]);
        assert_eq!(Curve::by_age(Index::ArmForAge, Sex::Male, 0..=4000, every(500)).iter().map(ends).collect::<Vec<_>>(), [(91, 1826)]);
    }

    #[test]
    fn a_range_has_its_steps_and_its_last_place() {
        let at = |range, step| {
            Curve::by_age(Index::HeadForAge, Sex::Male, range, every(step))
                .iter()
                .flat_map(|curve| curve.points.clone())
                .map(|point| point.at)
                .collect::<Vec<_>>()
        };
        assert_eq!(at(100..=131, 10), [100, 110, 120, 130, 131]);
        assert_eq!(at(100..=100, 10), [100]);
        assert!(at(1827..=9000, 10).is_empty());
    }

    #[test]
    fn weight_for_length_ends_with_its_tables() {
        assert_eq!(ends(&Curve::by_length(Sex::Male, Position::Lying, 0..=2000, every(7))), (450, 1100));
        assert_eq!(ends(&Curve::by_length(Sex::Male, Position::Standing, 0..=2000, every(7))), (650, 1200));
        assert_eq!(ends(&Curve::by_length(Sex::Male, Position::Standing, 700..=755, every(10))), (700, 755));
    }

    #[test]
    fn the_lines_of_a_month_lie_between_two_days() {
        let age = |months| ExactAge::from_months(number(months)).unwrap();
        let median = |table, months, position| SdLines::at_age(table, Sex::Male, age(months), position).unwrap().0[3];
        let day = |table, day| SdLines::at_age(table, Sex::Male, ExactAge::from_days(day), None).unwrap().0[3];
        let (one, next) = (day(Table::WeightForAge2006, 30), day(Table::WeightForAge2006, 31));
        assert_eq!(median(Table::WeightForAge2006, "1", None), one + 0.4375 * (next - one));
        assert_eq!(median(Table::LengthHeightForAge2006, "24", Some(Position::Lying)), day(Table::LengthHeightForAge2006, 730));
        assert_eq!(SdLines::at_age(Table::WeightForLength2006, Sex::Male, age("20"), None), None, "no table by age");
        assert_eq!(median(Table::LengthHeightForAge2006, "24", Some(Position::Standing)), day(Table::LengthHeightForAge2006, 731));
    }

    #[test]
    fn the_lines_lie_in_order() {
        for sex in [Sex::Male, Sex::Female] {
            for index in Index::ALL {
                for point in Curve::by_age(index, sex, 0..=7000, every(50)).iter().flat_map(|curve| &curve.points) {
                    assert!(point.lines.0.is_sorted_by(|one, next| one < next), "{index:?} {}", point.at);
                }
            }
        }
    }
}
