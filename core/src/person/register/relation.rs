//! What a member is to the head of the household, as on the family card (Kartu Keluarga).

use std::str::FromStr;

use crate::person::UnknownName;

/// What a member is to the head of the household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The head (kepala keluarga).
    Head,
    /// Wife or husband.
    Spouse,
    /// Child.
    Child,
    /// Wife or husband of a child (menantu).
    ChildInLaw,
    /// Grandchild.
    Grandchild,
    /// Parent.
    Parent,
    /// Parent of the wife or husband (mertua).
    ParentInLaw,
    /// Another relative (famili lain).
    OtherRelative,
    /// Someone else of the house.
    Other,
}

const NAMES: &[&str] = &["head", "spouse", "child", "child_in_law", "grandchild", "parent", "parent_in_law", "other_relative", "other"];

impl Relation {
    /// All of them, in the order of the family card.
    pub const ALL: [Self; 9] = [
        Self::Head,
        Self::Spouse,
        Self::Child,
        Self::ChildInLaw,
        Self::Grandchild,
        Self::Parent,
        Self::ParentInLaw,
        Self::OtherRelative,
        Self::Other,
    ];
    pub(super) const NAMES: &'static [&'static str] = NAMES;

    /// Its name in the store and in Kotlin.
    pub fn as_str(self) -> &'static str {
        NAMES.get(self as usize).copied().unwrap_or_default()
    }
}

impl FromStr for Relation {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        Self::ALL.into_iter().find(|relation| relation.as_str() == name).ok_or(UnknownName { allowed: NAMES })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_relation_has_its_name() {
        for relation in Relation::ALL {
            assert_eq!(relation.as_str().parse(), Ok(relation));
        }
        assert_eq!(Relation::Other.as_str(), "other");
        assert!("uncle".parse::<Relation>().is_err());
    }
}
