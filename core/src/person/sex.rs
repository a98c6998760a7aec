//! Sex as the registers and the guidelines know it.

use crate::names::names;

/// The sex that a form states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// A woman or a girl.
    Female,
    /// A man or a boy.
    Male,
}

names! { Sex { Female = "female", Male = "male", } }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sex_is_read_by_its_name() {
        for sex in Sex::ALL {
            assert_eq!(sex.as_str().parse(), Ok(sex));
        }
        assert!("F".parse::<Sex>().is_err());
    }
}
