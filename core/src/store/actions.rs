//! Actions as numbers, so that the store can sort by urgency.

use super::StoreError;
use crate::pack::source::Action;

const BY_URGENCY: [Action; 6] = [Action::None, Action::Educate, Action::ServiceDue, Action::Report, Action::Refer, Action::Emergency];

/// The number of an action: 0 for none to 5 for an emergency.
pub(super) fn number(action: Action) -> i64 {
    BY_URGENCY.iter().zip(0..).find(|(other, _)| **other == action).map_or(0, |(_, number)| number)
}

/// The action of a number.
pub(super) fn read(number: i64) -> Result<Action, StoreError> {
    usize::try_from(number).ok().and_then(|place| BY_URGENCY.get(place)).copied().ok_or(StoreError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_stand_in_the_order_of_urgency() {
        assert!(BY_URGENCY.is_sorted());
        for action in BY_URGENCY {
            assert_eq!(read(number(action)), Ok(action));
        }
        assert_eq!(read(6), Err(StoreError::Damaged));
        assert_eq!(read(-1), Err(StoreError::Damaged));
    }
}
