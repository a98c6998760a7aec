//! The next change is the one that is found by judging every rule anew at each turn.

use std::borrow::Cow;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::moving::note_stages;
use super::*;
use crate::pack::RuleId;
use crate::person::StageSet;
use crate::screening::assessment::FactRefs;
use crate::screening::due::{due, due_lines};
use crate::screening::evaluate::{Concern, Evaluator, TODAY, Watch};
use crate::screening::somebody::{pack, somebody};
use crate::screening::{Input, Subject};

/// Judges every rule at each turn, and looks through every rule for the next one.
fn the_slow_way(pack: &Pack, subject: &Subject) -> Option<NaiveDate> {
    let mut scratch = Scratch::new();
    let today = (summary(&assess_with(pack, subject, &mut scratch)), due(pack, subject));
    let mut moved = subject.clone();
    let end_of_life = first_day_of_age_months(subject.born, LIFE_ENDS_AT_MONTHS);
    for _ in 0..MOST_TURNS {
        let turn = next_turn(pack, &moved, &mut scratch).filter(|turn| Some(*turn) <= end_of_life)?;
        moved = Subject::build(pack, Cow::Owned(Input { on: turn, ..subject.input().clone() }));
        if (summary(&assess_with(pack, &moved, &mut scratch)), due(pack, &moved)) != today {
            return Some(turn);
        }
    }
    next_turn(pack, &moved, &mut scratch)
}

type Summary = (StageSet, Vec<RuleId>, Vec<(RuleId, FactRefs, FactRefs)>);

fn summary(assessment: &Assessment) -> Summary {
    let findings = assessment.findings.iter().map(|finding| finding.rule).collect();
    let open = assessment.undetermined.iter().map(|open| (open.rule, open.open.clone(), open.missing.clone())).collect();
    (assessment.stages, findings, open)
}

fn next_turn(pack: &Pack, subject: &Subject, scratch: &mut Scratch) -> Option<NaiveDate> {
    let mut evaluator = Evaluator::new(pack, subject, scratch);
    let mut watch = Watch::new(subject.on(), subject.born);
    note_stages(subject, &mut watch);
    evaluator.watch = Some(watch);
    for (rule, _) in pack.rules() {
        let def = pack.def_of(rule);
        if evaluator.concern(def, TODAY) == Concern::Applies {
            evaluator.def(def, TODAY);
        }
    }
    due_lines(&mut evaluator);
    evaluator.watch.as_ref().and_then(Watch::first)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn it_is_the_same_as_the_slow_way(somebody in somebody()) {
        let subject = Subject::new(pack(), somebody.input());
        prop_assume!(subject.is_ok());
        let subject = subject.unwrap();
        prop_assert_eq!(next_change_on(pack(), &subject), the_slow_way(pack(), &subject));
    }
}
