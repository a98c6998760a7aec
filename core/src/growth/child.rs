//! What is known of a child on a day.

use super::{ExactAge, Length, Measure, Weight};
use crate::fact::Number;
use crate::hidden::hidden;
use crate::names::names;
use crate::person::Sex;

/// What is known of a child on a day. A measure that is open is `None`; so is one that does not apply.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Child {
    /// Without it nothing can be assessed.
    pub sex: Option<Sex>,
    /// Without it only weight for length can be assessed.
    pub age: Option<ExactAge>,
    /// Body weight.
    pub weight: Option<Weight>,
    /// Length or height, as it was measured.
    pub length: Option<Length>,
    /// How length or height was measured.
    pub position: Option<Position>,
    /// Head circumference.
    pub head: Option<Length>,
    /// Mid-upper arm circumference.
    pub arm: Option<Length>,
    /// Oedema of both feet, when it is certain.
    pub oedema: bool,
}

impl Child {
    /// Puts down a measure in kg or cm; none where the tables know no such number.
    pub(crate) fn put(&mut self, measure: Measure, number: Number) {
        match measure {
            Measure::Weight => self.weight = Weight::from_kg(number),
            Measure::Length => self.length = Length::from_cm(number),
            Measure::Head => self.head = Length::from_cm(number),
            Measure::Arm => self.arm = Length::from_cm(number),
        }
    }
}

hidden!(Child);

/// How length or height is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Position {
    /// Length, on the back (telentang).
    Lying,
    /// Height, on the feet (berdiri).
    Standing,
}

names! { Position { Lying = "lying", Standing = "standing", } }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_read_by_its_name() {
        for position in Position::ALL {
            assert_eq!(position.as_str().parse(), Ok(position));
        }
        assert!("l".parse::<Position>().is_err());
    }

    #[test]
    fn debug_shows_nothing_of_a_child() {
        assert_eq!(format!("{:?}", Child { sex: Some(Sex::Female), ..Child::default() }), "Child(hidden)");
    }
}
