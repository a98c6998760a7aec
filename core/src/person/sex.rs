//! Sex as the registers and the guidelines know it.

use std::str::FromStr;

use super::UnknownName;

/// The sex that a form states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// A woman or a girl.
    Female,
    /// A man or a boy.
    Male,
}

impl Sex {
    const NAMES: &[&str] = &["female", "male"];

    /// The name in packs and case files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
        }
    }
}

impl FromStr for Sex {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        match name {
            "female" => Ok(Self::Female),
            "male" => Ok(Self::Male),
            _ => Err(UnknownName { allowed: Self::NAMES }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sex_is_read_by_its_name() {
        for sex in [Sex::Female, Sex::Male] {
            assert_eq!(sex.as_str().parse(), Ok(sex));
        }
        assert!("F".parse::<Sex>().is_err());
    }
}
