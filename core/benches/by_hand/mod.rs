//! The yardstick of an assessment: about twelve of the rules that concern a person, written by hand as one would without an engine, with
//! the same outputs. They are every n-th of these rules in the order of their ids, beginning where the share of rules that fire and the
//! number of facts that a rule waits for come nearest to those of all.

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

/// The rules of one person, ready to be judged.
pub struct ByHand {
    rules: Vec<&'static str>,
    judge: Box<dyn Fn() -> Results>,
}

impl ByHand {
    /// The rules for a person of [`PEOPLE`](crate::people::PEOPLE).
    pub fn new(pack: &Pack, person: &str, input: &Input) -> Self {
        let told = Told::new(pack, input);
        match person {
            "child" => Self::of(child::Child::new(&told), &child::RULES),
            "pregnant girl" => Self::of(pregnant_girl::PregnantGirl::new(&told), &pregnant_girl::RULES),
            "adult" => Self::of(adult::Adult::new(&told), &adult::RULES),
            _ => Self::of(older_adult::OlderAdult::new(&told), &older_adult::RULES),
        }
    }

    fn of<P: 'static>(person: P, rules: &'static [Rule<P>]) -> Self {
        let judge = move || {
            let mut results = Results::default();
            for (_, rule) in rules {
                rule(&person, &mut results);
            }
            results
        };
        Self { rules: rules.iter().map(|(name, _)| *name).collect(), judge: Box::new(judge) }
    }

    /// How many rules there are.
    pub fn rules(&self) -> u64 {
        self.rules.len() as u64
    }

    /// Judges them.
    pub fn judge(&self) -> Results {
        (self.judge)()
    }

    /// Ends the benchmark when a rule comes out otherwise than by the engine: then the two are not comparable.
    pub fn must_agree(&self, pack: &Pack, assessment: &Assessment) {
        let results = self.judge();
        for rule in &self.rules {
            let (by_hand, by_engine) = (same::by_hand(rule, &results), same::by_engine(rule, pack, assessment));
            assert_eq!(by_hand, by_engine, "{rule}, by hand and by the engine");
        }
    }
}
