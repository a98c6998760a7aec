//! How a person stands: the one word that a list, a result and a screen show.

use crate::pack::source::Action;

/// How a person stands after what was answered. The last one is the most urgent, so that the most urgent of a household is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// All is well: *sudah baik*.
    None,
    /// Teach: *edukasi*.
    Educate,
    /// Nobody can say yet: *belum bisa dinilai*.
    Undecidable,
    /// A service is missing: *ingatkan layanan*.
    ServiceDue,
    /// Told to the health worker the same day: *lapor nakes*.
    Report,
    /// Examined at Pustu or Puskesmas by a deadline: *rujuk*.
    Refer,
    /// Go now: *rujuk segera*.
    Emergency,
}

impl Standing {
    /// From the most urgent action that was found, whether something urgent could not be judged, and whether every question of the form was
    /// answered and the day of birth is known where growth needs it. Nobody is called well before all is settled; what was found counts anyway.
    pub fn of(action: Action, open_urgent: bool, complete: bool) -> Self {
        let is_settled = complete && !open_urgent;
        match action {
            Action::Emergency => Self::Emergency,
            Action::Refer => Self::Refer,
            Action::Report => Self::Report,
            Action::ServiceDue => Self::ServiceDue,
            Action::Educate if is_settled => Self::Educate,
            Action::None if is_settled => Self::None,
            Action::Educate | Action::None => Self::Undecidable,
        }
    }

    /// Whether "all is well" may be shown: nothing above education, and nothing left open that could lead to more.
    pub fn is_clear(self) -> bool {
        matches!(self, Self::None | Self::Educate)
    }

    /// The action that it calls for; none when nobody can say.
    pub fn action(self) -> Option<Action> {
        match self {
            Self::None => Some(Action::None),
            Self::Educate => Some(Action::Educate),
            Self::Undecidable => None,
            Self::ServiceDue => Some(Action::ServiceDue),
            Self::Report => Some(Action::Report),
            Self::Refer => Some(Action::Refer),
            Self::Emergency => Some(Action::Emergency),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_counts_whatever_is_open() {
        for action in [Action::ServiceDue, Action::Report, Action::Refer, Action::Emergency] {
            for (open, complete) in [(false, false), (false, true), (true, false), (true, true)] {
                assert_eq!(Standing::of(action, open, complete).action(), Some(action));
                assert!(!Standing::of(action, open, complete).is_clear());
            }
        }
    }

    #[test]
    fn nobody_is_well_before_everything_is_settled() {
        for action in [Action::None, Action::Educate] {
            assert_eq!(Standing::of(action, false, true).action(), Some(action));
            assert!(Standing::of(action, false, true).is_clear());
            for (open, complete) in [(false, false), (true, false), (true, true)] {
                assert_eq!(Standing::of(action, open, complete), Standing::Undecidable);
                assert!(!Standing::of(action, open, complete).is_clear());
            }
        }
    }

    #[test]
    fn the_most_urgent_of_several_is_that_of_all_taken_together() {
        for (one, other) in Action::ALL.into_iter().flat_map(|one| Action::ALL.map(|other| (one, other))) {
            for bits in 0..16 {
                let [a, b, c, d] = [1, 2, 4, 8].map(|bit| bits & bit != 0);
                let most = Standing::of(one, a, b).max(Standing::of(other, c, d));
                assert_eq!(most, Standing::of(one.max(other), a || c, b && d));
            }
        }
    }
}
