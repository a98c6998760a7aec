//! A form that has drawn something shows of the next draft what a form that drew nothing shows.

use proptest::prelude::*;

use super::people::{any_answer, anybody, pack};
use crate::fact::FactId;
use crate::form::{Draft, Form, Screen, Who};
use crate::pack::source::Setting;
use crate::screening::Input;

/// Answers from anywhere: such as stand behind a gate that is closed, and such as the form does not ask for.
fn any_draft() -> impl Strategy<Value = Draft> {
    let most = u16::try_from(pack().dictionary().len()).unwrap();
    let recorded = move |count| prop::collection::vec((0..most, any::<u32>()), 0..count);
    let answers = |seeds: Vec<(u16, u32)>| seeds.into_iter().map(|(fact, seed)| (FactId(fact), any_answer(FactId(fact), seed))).collect();
    (recorded(60), recorded(6)).prop_map(move |(given, withdrawn)| Draft::new(answers(given), answers(withdrawn)))
}

/// The draft with some answers taken over from the next one.
fn mixed(draft: &Draft, next: &Draft, taken: usize) -> Draft {
    let answers = draft.answers().iter().skip(taken % 3).chain(next.answers().iter().take(taken)).cloned().collect();
    Draft::new(answers, draft.withdrawn().to_vec())
}

fn form(input: &Input) -> Form<'static> {
    let who = Who::Person { input: Box::new(input.clone()), member: true };
    Form::new(pack(), who, Setting::HomeVisit, "id").unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn what_was_drawn_before_makes_no_difference(
        input in anybody(), drafts in prop::collection::vec(any_draft(), 2..5), taken in prop::collection::vec(0..4_usize, 2..12)
    ) {
        let drawing = form(&input);
        for (number, taken) in taken.iter().enumerate() {
            let (one, next) = (&drafts[number % drafts.len()], &drafts[(number + 1) % drafts.len()]);
            for draft in [one.clone(), mixed(one, next, *taken)] {
                let again: Option<Screen> = drawing.screen(&draft).ok();
                prop_assert!(again == form(&input).screen(&draft).ok(), "draft {number}");
            }
        }
    }
}
