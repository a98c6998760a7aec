//! The first day on which an assessment can differ when only the date moves.

use chrono::{Days, NaiveDate};

use super::assess::{assess_with, silence};
use super::assessment::{Assessment, FactRefs};
use super::evaluate::{Concern, Evaluator, TODAY, Watch};
use super::scratch::Scratch;
use super::subject::Subject;
use crate::pack::Pack;
use crate::pack::RuleId;
use crate::person::{Age, LifeStage, first_day_of_age_months};

/// Nobody grows older, in completed months.
const LIFE_ENDS_AT_MONTHS: i32 = 130 * 12;

/// How many turns are followed without finding a difference before the next one is given, which may be too early.
const MOST_TURNS: usize = 200;

/// Completed months at which a life stage ends.
const STAGES_END_AT_MONTHS: [i32; 8] = [6, 12, 60, 72, 10 * 12, 19 * 12, 60 * 12, i32::MAX];

/// The first day on which the assessment can differ with no new fact, when only the date moves: findings, undetermined rules with what
/// they wait for, or life stages. It may be too early, never too late, and is exact where time enters only through ages, gestation and days
/// compared with constants. `None` when nothing depends on the date.
pub fn next_change_on(pack: &Pack, subject: &Subject) -> Option<NaiveDate> {
    let mut scratch = Scratch::new();
    let today = summary(&assess_with(pack, subject, &mut scratch));
    let mut moved = subject.clone();
    let end_of_life = first_day_of_age_months(subject.born, LIFE_ENDS_AT_MONTHS);
    for _ in 0..MOST_TURNS {
        let turn = next_turn(pack, &moved, &mut scratch).filter(|turn| Some(*turn) <= end_of_life)?;
        moved = subject.moved_to(pack, turn);
        if summary(&assess_with(pack, &moved, &mut scratch)) != today {
            return Some(turn);
        }
    }
    next_turn(pack, &moved, &mut scratch)
}

/// What a change is a change of. The values in reasons, as an age in days, are not.
type Summary = (crate::person::StageSet, Vec<RuleId>, Vec<(RuleId, FactRefs, FactRefs)>);

fn summary(assessment: &Assessment) -> Summary {
    let findings = assessment.findings.iter().map(|finding| finding.rule).collect();
    let open = assessment.undetermined.iter().map(|open| (open.rule, open.open.clone(), open.missing.clone())).collect();
    (assessment.stages, findings, open)
}

/// The first day on which any comparison turns that the assessment of this day makes.
fn next_turn(pack: &Pack, subject: &Subject, scratch: &mut Scratch) -> Option<NaiveDate> {
    let mut evaluator = Evaluator::new(pack, subject, scratch);
    let mut watch = Watch::new(subject.on(), subject.born);
    note_stages(subject, &mut watch);
    evaluator.watch = Some(watch);
    silence(&mut evaluator);
    for rule in pack.rule_ids() {
        let def = pack.def_of(rule);
        if evaluator.concern(def, TODAY) == Concern::Applies {
            evaluator.def(def, TODAY);
        }
    }
    evaluator.watch.as_ref().and_then(Watch::first)
}

/// Life stages decide which facts apply, and so change without any comparison.
fn note_stages(subject: &Subject, watch: &mut Watch) {
    let days = |from: NaiveDate, days: u64| from.checked_add_days(Days::new(days));
    watch.note(days(subject.born, 29));
    let Age { months, .. } = subject.age();
    let next = STAGES_END_AT_MONTHS.into_iter().find(|end| *end > months);
    watch.note(next.filter(|end| *end < i32::MAX).and_then(|end| first_day_of_age_months(subject.born, end)));
    if subject.stages().contains(LifeStage::Postpartum) {
        watch.note(subject.input.delivery.and_then(|delivery| days(delivery, 43)));
    }
}
