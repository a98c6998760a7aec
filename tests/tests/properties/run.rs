//! Runs a property for many random people and says how to repeat a failure.

use siklus_core::screening::{Input, Subject};
use siklus_tests::packs::{embedded, limits};
use siklus_tests::people::People;
use siklus_tests::rng::Rng;
use siklus_tests::show::{case_text, shrink};

/// Where every run begins unless `SIKLUS_SEED` says otherwise.
const SEED: u64 = 2026;

/// What went wrong with a person.
pub type Fault = Option<String>;

/// The seed of this run.
pub fn seed() -> u64 {
    number("SIKLUS_SEED").unwrap_or(SEED)
}

/// So many rounds, or that many times `SIKLUS_ROUNDS`.
pub fn rounds(rounds: u64) -> u64 {
    rounds * number("SIKLUS_ROUNDS").unwrap_or(1)
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{variable} is no number")))
}

/// Tries a property on random people. A failure is made small and shown with its seed.
pub fn for_people(count: u64, mut property: impl FnMut(&Input, &Subject, &mut Rng) -> Fault) {
    let people = People::new(embedded(), limits());
    let seed = seed();
    let mut faults: Vec<String> = Vec::new();
    for round in 0..rounds(count) {
        let mut rng = Rng::of_round(seed, round);
        let (input, subject) = people.any(&mut rng);
        let choices = rng.clone();
        let Some(fault) = property(&input, &subject, &mut rng) else { continue };
        let mut fails = |input: &Input| fails(input, &mut property, &choices);
        let smallest = shrink(embedded(), &input, &mut fails);
        let small = Subject::new(embedded(), &smallest)
            .ok()
            .and_then(|subject| repeated(&choices).find_map(|mut choices| property(&smallest, &subject, &mut choices)));
        let case = case_text(embedded(), &smallest);
        faults.push(format!("round {round}: {fault}\nof this person: {}\n{case}", small.unwrap_or_default()));
        if faults.len() >= 3 {
            break;
        }
    }
    assert!(faults.is_empty(), "SIKLUS_SEED={seed} gives these again:\n\n{}", faults.join("\n\n"));
}

/// A smaller person leads the random choices elsewhere, so several are tried.
fn fails(input: &Input, property: &mut impl FnMut(&Input, &Subject, &mut Rng) -> Fault, choices: &Rng) -> bool {
    let Ok(subject) = Subject::new(embedded(), input) else { return false };
    repeated(choices).any(|mut choices| property(input, &subject, &mut choices).is_some())
}

fn repeated(choices: &Rng) -> impl Iterator<Item = Rng> {
    let mut later = choices.clone();
    std::iter::once(choices.clone()).chain((0..20).map(move |_| later.fork()))
}
