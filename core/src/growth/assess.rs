//! The six indices of one child.

use super::index::FIRST_MONTH_OF_2007;
use super::lms::Lms;
use super::measure::floating_bmi;
use super::{
    Child, Class, ExactAge, Growth, Index, Length, Measure, NotAssessed, Outcome, Position, Score, Standard, Stature, Table, ZScore,
};
use crate::person::Sex;

/// Every index of a child by the method of the WHO: under 60 months by the standards of 2006, then by the reference of 2007.
pub fn assess(child: &Child) -> Growth {
    let stature = Stature::of(child);
    Growth::of(stature, |index| outcome(index, child, stature))
}

/// One index of a child, as [`assess`] gives it.
pub fn assess_index(index: Index, child: &Child) -> Outcome {
    outcome(index, child, Stature::of(child))
}

/// One index of a child whose length or height has been read.
pub(super) fn outcome(index: Index, child: &Child, stature: Option<Stature>) -> Outcome {
    if index == Index::WeightForLength { by_length(child, stature) } else { by_age(index, child, stature) }
}

/// Whether there is such an index is asked before whether its measures are there: what does not exist is not open.
fn by_age(index: Index, child: &Child, stature: Option<Stature>) -> Outcome {
    let sex = child.sex.ok_or(NotAssessed::SexUnknown)?;
    let age = child.age.ok_or(NotAssessed::AgeUnknown)?;
    let table = index.table_by_age(age)?;
    let row = row_by_age(table, sex, age).ok_or(NotAssessed::AgeOutside)?;
    let measured = measured(index, child, stature)?;
    let position = table.depends_on_position().then(|| Position::at(age));
    Ok(score(index, table, position, row.z(measured)))
}

fn row_by_age(table: Table, sex: Sex, age: ExactAge) -> Option<Lms> {
    match table.standard() {
        Standard::Who2006 => table.at(sex, age.days(), 0.0),
        Standard::Who2007 => table.at(sex, age.months(), age.part_of_month()),
    }
}

fn by_length(child: &Child, stature: Option<Stature>) -> Outcome {
    let sex = child.sex.ok_or(NotAssessed::SexUnknown)?;
    if child.age.is_some_and(|age| age.days() < 0 || !age.is_under_months(FIRST_MONTH_OF_2007)) {
        return Err(NotAssessed::AgeOutside);
    }
    let weight = measured(Index::WeightForLength, child, stature)?;
    let length = stature.ok_or(NotAssessed::Missing(Measure::Length))?.length;
    let position = child.age.map(Position::at).or(child.position).unwrap_or_else(|| Position::usual_at(length));
    let table = Table::of_weight_for(position);
    let (mm, part) = length.mm();
    let row = table.at(sex, mm, part).ok_or(NotAssessed::LengthOutside)?;
    Ok(score(Index::WeightForLength, table, Some(position), row.z(weight)))
}

/// The measure that stands in the formula, in the unit of the table.
pub(super) fn measured(index: Index, child: &Child, stature: Option<Stature>) -> Result<f64, NotAssessed> {
    if child.oedema && index.is_weight_based() {
        return Err(NotAssessed::Oedema);
    }
    let weight = || child.weight.ok_or(NotAssessed::Missing(Measure::Weight));
    let stature = || stature.map(|stature| stature.length).ok_or(NotAssessed::Missing(Measure::Length));
    let girth = |girth: Option<Length>, measure| girth.map(Length::cm).ok_or(NotAssessed::Missing(measure));
    match index {
        Index::WeightForAge | Index::WeightForLength => Ok(weight()?.kg()),
        Index::LengthForAge => Ok(stature()?.cm()),
        Index::BmiForAge => Ok(floating_bmi(weight()?, stature()?)),
        Index::HeadForAge => girth(child.head, Measure::Head),
        Index::ArmForAge => girth(child.arm, Measure::Arm),
    }
}

/// A flagged z-score enters no class: it asks to measure again.
fn score(index: Index, table: Table, position: Option<Position>, z: f64) -> Score {
    let z = ZScore::rounded(z);
    let flagged = index.is_implausible(z);
    let class = if flagged { None } else { Class::of(index, z, table.standard()) };
    Score { z, flagged, class, table, position }
}
