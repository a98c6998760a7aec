//! The yardstick of an assessment: about twelve of the rules that concern a person, written by hand as one would without an engine, with
//! the same outputs. They are every n-th of these rules in the order of their ids, beginning where the share of rules that fire and the
//! number of facts that a rule waits for come nearest to those of all. They are judged as often as makes up all rules of the person, so that
//! what all share, the z-scores of a child, is reckoned once as it would be.

mod adult;
mod answer;
mod child;
mod child_growth;
mod older_adult;
mod pregnant_girl;
mod results;
mod same;
mod told;

use siklus_core::pack::Pack;
use siklus_core::screening::{Assessment, Input};

use results::Results;
use told::Told;

/// A rule and the function that judges it.
type Rule<P> = (&'static str, fn(&P, &mut Results));

/// What is known of a person.
trait Person: 'static {
    /// Reckons what many rules share.
    fn begin(&mut self) {}
}

/// The rules of one person, ready to be judged.
pub struct ByHand {
    rules: Vec<&'static str>,
    times: usize,
    judge: Box<dyn FnMut(usize) -> Results>,
}

impl ByHand {
    /// The rules for a person of [`PEOPLE`](crate::people::PEOPLE) whom so many rules concern.
    pub fn new(pack: &Pack, person: &str, input: &Input, concerning: usize) -> Self {
        let told = Told::new(pack, input);
        match person {
            "child" => Self::of(child::Child::new(&told), &child::RULES, concerning),
            "pregnant girl" => Self::of(pregnant_girl::PregnantGirl::new(&told), &pregnant_girl::RULES, concerning),
            "adult" => Self::of(adult::Adult::new(&told), &adult::RULES, concerning),
            _ => Self::of(older_adult::OlderAdult::new(&told), &older_adult::RULES, concerning),
        }
    }

    fn of<P: Person>(mut person: P, rules: &'static [Rule<P>], concerning: usize) -> Self {
        let judge = move |times| {
            person.begin();
            let mut results = Results::default();
            for (_, rule) in std::iter::repeat_n(rules, times).flatten() {
                rule(&person, &mut results);
            }
            results
        };
        let times = concerning.div_ceil(rules.len());
        Self { rules: rules.iter().map(|(name, _)| *name).collect(), times, judge: Box::new(judge) }
    }

    /// How many rules are judged, repeated ones too.
    pub fn judged(&self) -> u64 {
        (self.rules.len() * self.times) as u64
    }

    /// Judges them.
    pub fn judge(&mut self) -> Results {
        (self.judge)(self.times)
    }

    /// Ends the benchmark when a rule comes out otherwise than by the engine: then the two are not comparable.
    pub fn must_agree(&mut self, pack: &Pack, assessment: &Assessment) {
        let results = self.judge();
        for rule in &self.rules {
            let (by_hand, by_engine) = (same::by_hand(rule, &results), same::by_engine(rule, pack, assessment));
            assert_eq!(by_hand, by_engine, "{rule}, by hand and by the engine");
        }
    }
}
