//! Sets are the facts and answers that went into them.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The facts and answers of a set, each at the place that is its key.
type Content = BTreeMap<u16, Option<bool>>;

fn of(sets: &mut Sets, content: &Content) -> SetId {
    content.iter().fold(SetId::EMPTY, |all, (place, answer)| {
        let one = sets.one(Asked::new(Order::new(*place, FactSlot(100 - place)), answer.map_or(Answers::ANY, Answers::of)));
        sets.join(all, one).unwrap()
    })
}

fn content(sets: &Sets, id: SetId) -> Content {
    let facts = sets.get(id);
    assert!(facts.is_sorted_by(|one, next| one.place() < next.place()));
    let answer = |answers| [true, false].into_iter().find(|answer| answers == Answers::of(*answer));
    facts.iter().map(|asked| (asked.place(), answer(asked.answers))).collect()
}

fn any_content() -> impl Strategy<Value = Content> {
    prop::collection::btree_map(0_u16..30, prop::option::of(any::<bool>()), 0..8)
}

proptest! {
    #[test]
    fn a_union_has_the_facts_of_both_without_answers(left in any_content(), right in any_content()) {
        let mut sets = Sets::default();
        let (a, b) = (of(&mut sets, &left), of(&mut sets, &right));
        let union = sets.union(a, b);
        let facts = left.keys().chain(right.keys()).map(|place| (*place, None)).collect::<Content>();
        prop_assert_eq!(content(&sets, union), facts);
        let whole: Vec<_> = sets.get(union).iter().map(|asked| asked.order).collect();
        prop_assert!(sets.is_within(a, &whole) && sets.is_within(b, &whole));
        let again = sets.of(&whole);
        prop_assert_eq!(content(&sets, again), content(&sets, union));
        prop_assert_eq!([content(&sets, a), content(&sets, b)], [left, right]);
    }

    #[test]
    fn what_is_joined_keeps_answers_that_do_not_contradict(left in any_content(), right in any_content()) {
        let mut sets = Sets::default();
        let (a, b) = (of(&mut sets, &left), of(&mut sets, &right));
        let contradicts = left.iter().any(|(place, answer)| right.get(place).is_some_and(|other| answer.zip(*other).is_some_and(|(a, b)| a != b)));
        let joined = sets.join(a, b);
        prop_assert_eq!(joined.is_none(), contradicts);
        if let Some(joined) = joined {
            let mut both = right.clone();
            for (place, answer) in &left {
                let kept = both.entry(*place).or_default();
                *kept = kept.or(*answer);
            }
            prop_assert_eq!(content(&sets, joined), both);
        }
        prop_assert_eq!([content(&sets, a), content(&sets, b)], [left, right]);
    }
}

#[test]
fn sets_are_compared_by_their_facts() {
    let mut sets = Sets::default();
    let [yes, no, two] = [vec![(3, Some(true))], vec![(3, Some(false))], vec![(3, None), (5, None)]]
        .map(|content| of(&mut sets, &content.into_iter().collect()));
    assert!(sets.same_facts(yes, no) && !sets.same_facts(yes, two));
    assert_eq!([sets.ends(yes), sets.ends(two), sets.ends(SetId::EMPTY)], [(3, 3), (3, 5), (u16::MAX, 0)]);
    assert_eq!((two.len(), sets.facts(two).iter().count()), (2, 2));
}
