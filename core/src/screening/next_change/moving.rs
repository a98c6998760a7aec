//! A person on one day after another with the same facts.
//!
//! Of what an assessment says only that is worked out again which can come out another way: the rules that the day itself enters, and all
//! of them only when one of these does, or when it concerns other people than before.

use chrono::{Days, NaiveDate};

use crate::pack::lang::program::DefId;
use crate::pack::{Pack, RuleEntry, RuleId, TimeIn};
use crate::person::{Age, LifeStage, first_day_of_age_months};
use crate::screening::assess::{assess_with, outcome, undetermined};
use crate::screening::assessment::{Assessment, Finding, Undetermined};
use crate::screening::evaluate::{Concern, Evaluator, TODAY, Truth, Watch};
use crate::screening::scratch::Scratch;
use crate::screening::subject::Subject;

/// Completed months at which a life stage ends.
const STAGES_END_AT_MONTHS: [i32; 7] = [6, 12, 60, 72, 10 * 12, 19 * 12, 60 * 12];

/// A person on a day that moves on, beside what came out on the last day that said the same as the first.
pub(super) struct Moving<'a> {
    pack: &'a Pack,
    subject: Subject<'a>,
    scratch: &'a mut Scratch,
    /// The rules that time enters.
    rules: Vec<InTime<'a>>,
}

/// A rule that time enters.
struct InTime<'a> {
    entry: &'a RuleEntry,
    /// The first day on which a comparison in it turns, if there is one. On that day it is looked for again: until then the same
    /// comparisons are made in the same way and turn on the same days, and the rule comes out in the same way.
    turn: Option<NaiveDate>,
    /// How it comes out; none when nothing in it is computed from the day, so that it does as long as it concerns the same people.
    outcome: Option<Outcome>,
    /// Whether a higher rule of a ladder may silence it, or it a lower one.
    in_ladder: bool,
}

impl InTime<'_> {
    fn turns_by(&self, on: NaiveDate) -> bool {
        self.turn.is_some_and(|turn| turn <= on)
    }
}

/// Whether an assessment differs from the last one that did not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Differs {
    No,
    /// Every rule must be judged to tell.
    Perhaps,
    Surely,
}

/// How a rule comes out, whether or not its ladder silences it.
#[derive(PartialEq)]
enum Outcome {
    No,
    Yes,
    Open(Undetermined),
}

impl<'a> Moving<'a> {
    pub(super) fn new(pack: &'a Pack, subject: Subject<'a>, scratch: &'a mut Scratch) -> Self {
        let is_computed: Vec<_> = pack.rules_in_time(|time| time.computed).map(|entry| entry.rule).collect();
        let rule = |entry: &'a RuleEntry| InTime {
            entry,
            turn: Some(subject.on()),
            outcome: is_computed.binary_search(&entry.rule).is_ok().then_some(Outcome::No),
            in_ladder: pack.ladders.iter().flatten().any(|other| other.rule == entry.rule),
        };
        let rules = pack.rules_in_time(TimeIn::is_any).map(rule).collect();
        let mut moving = Self { pack, subject, scratch, rules };
        moving.judge_turned();
        moving
    }

    /// The first day on which any comparison turns that the assessment of this day makes.
    pub(super) fn next_turn(&mut self) -> Option<NaiveDate> {
        let on = self.subject.on();
        let mut watch = Watch::new(on, self.subject.born);
        note_stages(&self.subject, &mut watch);
        for rule in &mut self.rules {
            if rule.turns_by(on) {
                rule.turn = turn_of(self.pack, &self.subject, self.scratch, rule.entry.def);
            }
            watch.note(rule.turn);
        }
        watch.first()
    }

    /// Goes on to the next turn. Says whether an assessment can differ there from the last one that did not.
    pub(super) fn move_to(&mut self, on: NaiveDate) -> Differs {
        let (born, stages, age) = (self.subject.born, self.subject.stages(), self.subject.age());
        self.subject.move_to(self.pack, on);
        if born != self.subject.born {
            self.rules.iter_mut().for_each(|rule| rule.turn = Some(on));
            return Differs::Perhaps;
        }
        if stages != self.subject.stages() || self.pack.scopes.tell_apart(age, self.subject.age()) {
            return Differs::Perhaps;
        }
        self.judge_turned()
    }

    /// Judges every rule. When it says the same as before, the next days are held against this one.
    pub(super) fn differs_from(&mut self, before: &Assessment) -> bool {
        if self.subject.stages() != before.stages || !is_same(&assess_with(self.pack, &self.subject, self.scratch), before) {
            return true;
        }
        self.judge_turned();
        false
    }

    /// Judges the rules that turn by this day, and holds them against how they came out before.
    fn judge_turned(&mut self) -> Differs {
        let on = self.subject.on();
        let mut evaluator = Evaluator::new(self.pack, &self.subject, self.scratch);
        let mut differs = Differs::No;
        let turned = self.rules.iter_mut().filter(|rule| rule.turns_by(on));
        for InTime { entry, outcome: before, in_ladder, .. } in turned {
            let Some(before) = before else { continue };
            let now = judge(&mut evaluator, entry);
            if *before != now {
                differs = differs.max(if *in_ladder { Differs::Perhaps } else { Differs::Surely });
            }
            *before = now;
        }
        differs
    }
}

fn judge(evaluator: &mut Evaluator<'_>, entry: &RuleEntry) -> Outcome {
    if evaluator.concern(entry.def, TODAY) == Concern::Silent {
        return Outcome::No;
    }
    match outcome(evaluator, entry) {
        Truth::No => Outcome::No,
        Truth::Yes => Outcome::Yes,
        Truth::Open => Outcome::Open(undetermined(evaluator, entry)),
    }
}

/// What a change is a change of. The values in reasons, as an age in days, are not.
fn is_same(one: &Assessment, other: &Assessment) -> bool {
    one.undetermined == other.undetermined && one.findings.iter().map(rule_of).eq(other.findings.iter().map(rule_of))
}

fn rule_of(finding: &Finding) -> RuleId {
    finding.rule
}

/// The first day on which a comparison turns that a rule makes on this day. Nothing is taken over from other rules, so that none is missed.
fn turn_of(pack: &Pack, subject: &Subject, scratch: &mut Scratch, rule: DefId) -> Option<NaiveDate> {
    let mut evaluator = Evaluator::new(pack, subject, scratch);
    evaluator.watch = Some(Watch::new(subject.on(), subject.born));
    if evaluator.concern(rule, TODAY) == Concern::Applies {
        evaluator.def(rule, TODAY);
    }
    evaluator.watch.as_ref().and_then(Watch::first)
}

/// Life stages decide which facts apply, and so change without any comparison.
pub(super) fn note_stages(subject: &Subject, watch: &mut Watch) {
    let days = |from: NaiveDate, days: u64| from.checked_add_days(Days::new(days));
    watch.note(days(subject.born, 29));
    let Age { months, .. } = subject.age();
    let next = STAGES_END_AT_MONTHS.into_iter().find(|end| *end > months);
    watch.note(next.and_then(|end| first_day_of_age_months(subject.born, end)));
    if subject.stages().contains(LifeStage::Postpartum) {
        watch.note(subject.input.delivery.and_then(|delivery| days(delivery, 43)));
    }
}
