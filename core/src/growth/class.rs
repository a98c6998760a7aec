//! The classes of the ministry (Permenkes 2/2020, Lampiran). A limit belongs to the milder class.

use super::{Index, Standard, ZScore};
use crate::names::names;

/// What a z-score means. One class can stand for several indices ([`Class::Normal`] for nearly all).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Weight for age below -3 SD (berat badan sangat kurang).
    SeverelyUnderweight,
    /// Weight for age from -3 to below -2 SD (berat badan kurang).
    Underweight,
    /// Weight for age above +1 SD (risiko berat badan lebih).
    RiskOfOverweight,
    /// Length or height for age below -3 SD (sangat pendek).
    SeverelyStunted,
    /// Length or height for age from -3 to below -2 SD (pendek).
    Stunted,
    /// Length or height for age above +3 SD (tinggi).
    Tall,
    /// Weight for length or height, or body mass under 60 months, below -3 SD (gizi buruk).
    SeverelyWasted,
    /// Weight for length or height, or body mass under 60 months, from -3 to below -2 SD (gizi kurang).
    Wasted,
    /// Weight for length or height, or body mass under 60 months, above +1 to +2 SD (berisiko gizi lebih).
    PossibleRiskOfOverweight,
    /// Above +2 to +3 SD; body mass from day 1827 on: above +1 to +2 SD (gizi lebih).
    Overweight,
    /// Above +3 SD; body mass from day 1827 on: above +2 SD (obesitas).
    Obese,
    /// Body mass from day 1827 on below -3 SD (gizi buruk).
    SeverelyThin,
    /// Body mass from day 1827 on from -3 to below -2 SD (gizi kurang).
    Thin,
    /// Head circumference below -2 SD.
    Small,
    /// Head circumference above +2 SD.
    Large,
    /// Between the limits of its index.
    Normal,
}

names! {
    Class {
        SeverelyUnderweight = "severely_underweight",
        Underweight = "underweight",
        RiskOfOverweight = "risk_of_overweight",
        SeverelyStunted = "severely_stunted",
        Stunted = "stunted",
        Tall = "tall",
        SeverelyWasted = "severely_wasted",
        Wasted = "wasted",
        PossibleRiskOfOverweight = "possible_risk_of_overweight",
        Overweight = "overweight",
        Obese = "obese",
        SeverelyThin = "severely_thin",
        Thin = "thin",
        Small = "small",
        Large = "large",
        Normal = "normal",
    }
}

impl Class {
    /// The class of a z-score that is plausible; none where the ministry has no classes: the arm circumference, and from 60 months on all
    /// but the body mass.
    pub(crate) fn of(index: Index, z: ZScore, standard: Standard) -> Option<Self> {
        match (index, standard) {
            (Index::BmiForAge, Standard::Who2007) => Some(Self::of_older_body_mass(z)),
            (_, Standard::Who2007) => None,
            (Index::WeightForAge, _) => Some(Self::of_weight(z)),
            (Index::LengthForAge, _) => Some(Self::of_length(z)),
            (Index::WeightForLength | Index::BmiForAge, _) => Some(Self::of_body_mass(z)),
            (Index::HeadForAge, _) => Some(Self::of_head(z)),
            (Index::ArmForAge, _) => None,
        }
    }

    fn of_weight(z: ZScore) -> Self {
        match z {
            z if z < ZScore::sd(-3) => Self::SeverelyUnderweight,
            z if z < ZScore::sd(-2) => Self::Underweight,
            z if z <= ZScore::sd(1) => Self::Normal,
            _ => Self::RiskOfOverweight,
        }
    }

    fn of_length(z: ZScore) -> Self {
        match z {
            z if z < ZScore::sd(-3) => Self::SeverelyStunted,
            z if z < ZScore::sd(-2) => Self::Stunted,
            z if z <= ZScore::sd(3) => Self::Normal,
            _ => Self::Tall,
        }
    }

    fn of_body_mass(z: ZScore) -> Self {
        match z {
            z if z < ZScore::sd(-3) => Self::SeverelyWasted,
            z if z < ZScore::sd(-2) => Self::Wasted,
            z if z <= ZScore::sd(1) => Self::Normal,
            z if z <= ZScore::sd(2) => Self::PossibleRiskOfOverweight,
            z if z <= ZScore::sd(3) => Self::Overweight,
            _ => Self::Obese,
        }
    }

    fn of_older_body_mass(z: ZScore) -> Self {
        match z {
            z if z < ZScore::sd(-3) => Self::SeverelyThin,
            z if z < ZScore::sd(-2) => Self::Thin,
            z if z <= ZScore::sd(1) => Self::Normal,
            z if z <= ZScore::sd(2) => Self::Overweight,
            _ => Self::Obese,
        }
    }

    fn of_head(z: ZScore) -> Self {
        match z {
            z if z < ZScore::sd(-2) => Self::Small,
            z if z <= ZScore::sd(2) => Self::Normal,
            _ => Self::Large,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(index: Index, hundredths: i32, standard: Standard) -> &'static str {
        Class::of(index, ZScore::from_hundredths(hundredths), standard).map_or("none", Class::as_str)
    }

    fn changes(index: Index, standard: Standard, limits: &[(i32, &str)], last: &str) {
        let mut lower = -10_00;
        for (highest, name) in limits {
            assert_eq!(class(index, lower, standard), *name, "{index:?} {lower}");
            assert_eq!(class(index, *highest, standard), *name, "{index:?} {highest}");
            lower = highest + 1;
        }
        assert_eq!(class(index, lower, standard), last, "{index:?} {lower}");
    }

    #[test]
    fn a_limit_belongs_to_the_milder_class() {
        let weight = [(-301, "severely_underweight"), (-201, "underweight"), (100, "normal")];
        changes(Index::WeightForAge, Standard::Who2006, &weight, "risk_of_overweight");
        let length = [(-301, "severely_stunted"), (-201, "stunted"), (300, "normal")];
        changes(Index::LengthForAge, Standard::Who2006, &length, "tall");
        let mass =
            [(-301, "severely_wasted"), (-201, "wasted"), (100, "normal"), (200, "possible_risk_of_overweight"), (300, "overweight")];
        changes(Index::WeightForLength, Standard::Who2006, &mass, "obese");
        changes(Index::BmiForAge, Standard::Who2006, &mass, "obese");
        let older = [(-301, "severely_thin"), (-201, "thin"), (100, "normal"), (200, "overweight")];
        changes(Index::BmiForAge, Standard::Who2007, &older, "obese");
        changes(Index::HeadForAge, Standard::Who2006, &[(-201, "small"), (200, "normal")], "large");
    }

    #[test]
    fn where_the_ministry_has_no_class_there_is_none() {
        for z in [-400, 0, 400] {
            assert_eq!(class(Index::ArmForAge, z, Standard::Who2006), "none");
            for index in [Index::WeightForAge, Index::LengthForAge, Index::HeadForAge, Index::ArmForAge] {
                assert_eq!(class(index, z, Standard::Who2007), "none");
            }
        }
    }

    #[test]
    fn a_class_is_read_by_its_name() {
        for class in Class::ALL {
            assert_eq!(class.as_str().parse(), Ok(class));
        }
        assert_eq!("tiny".parse::<Class>().unwrap_err().allowed, Class::ALL.map(Class::as_str));
    }
}
