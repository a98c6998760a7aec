//! What an assessment says.

use std::ops::Range;

use chrono::NaiveDate;
use smallvec::SmallVec;

use super::Standing;
use crate::fact::Value;
use crate::pack::source::Action;
use crate::pack::{FactRef, Name, Pack, RuleId, TestId};
use crate::person::StageSet;

/// What a pack says of a person on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The life stages of the person.
    pub stages: StageSet,
    /// The rules that fire, in the order of their ids.
    pub findings: Vec<Finding>,
    /// The rules that cannot be decided, in the order of their ids.
    pub undetermined: Vec<Undetermined>,
    /// Whether rules asked for a z-score and only the day of birth would give it: how the child grows cannot be judged. Measured or not.
    pub needs_birth_day: bool,
    /// Those of all findings, one behind the other.
    pub(super) reasons: Vec<Reason>,
}

/// A rule that fires.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: RuleId,
    /// Where its reasons stand among those of the assessment, which has them in one piece: there is nothing else to allocate for a finding.
    pub(super) because: Range<usize>,
}

/// A few facts; most rules wait for no more than fit in place.
pub type FactRefs = SmallVec<[FactRef; 8]>;

/// What something was compared with: mostly one limit.
pub type Limits = SmallVec<[Value; 1]>;

/// A rule that waits for facts. It is not clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undetermined {
    /// The rule.
    pub rule: RuleId,
    /// Every fact that it still waits for, in the order of the form.
    pub open: FactRefs,
    /// The shortest way out: some answers to these decide the rule. A part of `open`, in the order of the form.
    pub missing: FactRefs,
}

/// A comparison that made a rule true, or an input of a computed value in one.
#[derive(Clone, PartialEq)]
pub struct Reason {
    /// What was compared.
    pub of: Name,
    /// Its value; none when the answer was "unknown".
    pub value: Option<Value>,
    /// The comparison.
    pub test: ReasonTest,
    /// What it was compared with: one limit, or several codes.
    pub limits: Limits,
    /// The day of the earlier visit that the value is of.
    pub on: Option<NaiveDate>,
    /// Of a list or score: the items that count.
    pub items: Vec<Name>,
}

/// How something was compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReasonTest {
    /// A yes-or-no fact that is yes.
    Yes,
    /// A yes-or-no fact that is no.
    No,
    /// A comparison as it is written in the pack, or its negation.
    Written {
        /// The comparison.
        test: TestId,
        /// Whether its negation was met.
        negated: bool,
    },
    /// Not compared itself: an input of the computed value before it.
    Input,
}

impl Reason {
    pub(super) fn new(of: Name, value: Option<Value>, test: ReasonTest, on: Option<NaiveDate>) -> Self {
        Self { of, value, test, limits: Limits::new(), on, items: Vec::new() }
    }

    /// Whether both are about the same value of the same thing.
    pub(super) fn is_about(&self, other: &Self) -> bool {
        self.of == other.of && self.on == other.on
    }

    /// The test with the name of what it is about, where the pack writes another: `r.mg_dl >= 70` of a reading, `v.weight_kg` of a visit.
    fn named_test(&self, pack: &Pack, test: TestId, negated: bool) -> String {
        let (written, text, name) = (pack.name(Name::Calculation(test)), pack.test_text(test, negated), pack.name(self.of));
        match text.strip_prefix(written) {
            Some(rest) => match (self.of, written.rsplit_once('.')) {
                // Of a service its status, or another part of it.
                (Name::Service(_), Some((_, part))) => format!("{name}.{part}{rest}"),
                _ => format!("{name}{rest}"),
            },
            None => text.to_owned(),
        }
    }

    /// The test in readable form, as `muac_cm < 23.5`; none for an input.
    pub fn test_text(&self, pack: &Pack) -> Option<String> {
        match self.test {
            ReasonTest::Yes => Some(pack.name(self.of).to_owned()),
            ReasonTest::No => Some(format!("!{}", pack.name(self.of))),
            ReasonTest::Written { test, negated } => Some(self.named_test(pack, test, negated)),
            ReasonTest::Input => None,
        }
    }
}

impl std::fmt::Debug for Reason {
    /// Shows what was compared, never the answer.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reason").field("of", &self.of).field("test", &self.test).finish_non_exhaustive()
    }
}

impl Assessment {
    /// The comparisons that made the rule of a finding true, in order, each once. It must be a finding of this assessment.
    pub fn because(&self, finding: &Finding) -> &[Reason] {
        self.reasons.get(finding.because.clone()).unwrap_or_default()
    }

    /// The most urgent action among the findings, and [`Action::None`] when nothing fired.
    pub fn action(&self, pack: &Pack) -> Action {
        let actions = self.findings.iter().filter_map(|finding| pack.rule(finding.rule)).map(|rule| rule.action);
        actions.max().unwrap_or(Action::None)
    }

    /// The undetermined rules whose action would be to refer, at once or by a deadline.
    pub fn open_urgent<'p>(&'p self, pack: &'p Pack) -> impl Iterator<Item = &'p Undetermined> + 'p {
        self.undetermined.iter().filter(|open| pack.rule(open.rule).is_some_and(|rule| rule.action >= Action::Refer))
    }

    /// How the person stands, when it is known whether every question of the form was answered. Without a day of birth that growth needs
    /// nobody is called well.
    pub fn standing(&self, pack: &Pack, complete: bool) -> Standing {
        Standing::of(self.action(pack), self.open_urgent(pack).next().is_some(), self.is_settled(complete))
    }

    /// Whether nothing keeps the person from being called well but what was found and what is open: every question of the form was answered,
    /// and the day of birth is known where growth needs it.
    pub(crate) fn is_settled(&self, complete: bool) -> bool {
        complete && !self.needs_birth_day
    }
}
