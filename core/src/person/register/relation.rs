//! What a member is to the head of the household, as on the family card (Kartu Keluarga).

use crate::names::names;

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

names! {
    Relation {
        Head = "head",
        Spouse = "spouse",
        Child = "child",
        ChildInLaw = "child_in_law",
        Grandchild = "grandchild",
        Parent = "parent",
        ParentInLaw = "parent_in_law",
        OtherRelative = "other_relative",
        Other = "other",
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
