//! What is fed with changed inputs.

use miniz_oxide::deflate::compress_to_vec;
use sha2::{Digest, Sha256};
use siklus_cli::args::PackFolders;
use siklus_cli::case::{self, CaseFile};
use siklus_cli::engine::Engine;
use siklus_core::pack::Pack;
use siklus_core::pack::fault::SourceFile;
use siklus_core::pack::source::{Expr, Source};
use siklus_core::screening::{Input, Subject, assess, next_change_on};

use super::inputs::Inputs;
use super::mutate::mutate;
use crate::answers::Question;
use crate::limits::Limits;
use crate::people::People;
use crate::rng::Rng;

/// Something that reads a text from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The parser and the checker of expressions: one expression of a small pack is changed.
    Expression,
    /// The pack loader: one file of a small pack is changed.
    Pack,
    /// The reader of stored packs.
    Stored,
    /// The case reader.
    Case,
}

/// A changed input and what it is fed to.
pub struct Changed {
    pub target: Target,
    pub text: String,
    /// The place of the small pack around it.
    around: Rng,
}

/// Makes changed inputs and feeds them to their targets.
pub struct Targets {
    inputs: Inputs,
    engine: Engine,
    /// The longest changed input, in bytes.
    longest: usize,
}

impl Targets {
    pub fn new(longest: usize) -> Self {
        let engine = Engine::load(&PackFolders::default()).unwrap_or_else(|_| panic!("the pack that is built in does not load"));
        Self { inputs: Inputs::read(), engine, longest }
    }

    /// The input of a round; the same seed and round give the same one.
    pub fn changed(&self, seed: u64, round: u64) -> Changed {
        let mut rng = Rng::of_round(seed, round);
        let target = match rng.below(20) {
            0..11 => Target::Expression,
            11..14 => Target::Pack,
            14 => Target::Stored,
            _ => Target::Case,
        };
        let around = rng.clone();
        let pack = self.inputs.pack(&mut rng);
        let text = match target {
            Target::Expression => {
                let [text, other] = self.inputs.two_expressions(&mut rng);
                let own = pack.source.rules.first().map(|rule| rule.when.text.as_str()).filter(|_| rng.percent(70));
                mutate(own.unwrap_or(text), other, self.longest, &mut rng)
            }
            Target::Pack => {
                let [facts, rules] = &pack.files;
                let (text, other) = if rng.percent(75) { (rules, facts) } else { (facts, rules) };
                mutate(&text.text, &other.text, self.longest, &mut rng)
            }
            Target::Stored => mutate(&pack.source.canonical, &pack.files[1].text, self.longest, &mut rng),
            Target::Case => {
                let [text, other] = self.inputs.two_cases(&mut rng);
                mutate(text, other, self.longest, &mut rng)
            }
        };
        Changed { target, text, around }
    }

    /// Feeds an input to its target. True when it was accepted, false when it was refused with a reason.
    pub fn feed(&self, changed: &Changed) -> bool {
        let mut rng = changed.around.clone();
        let pack = self.inputs.pack(&mut rng);
        let source = match changed.target {
            Target::Expression => Ok(with_expression(&pack.source, &changed.text, &mut rng)),
            Target::Pack => {
                let [facts, rules] = pack.files.clone();
                let changed = SourceFile::new("changed.toml", changed.text.clone());
                Source::read(if rng.percent(75) { vec![facts, changed] } else { vec![changed, rules] })
            }
            Target::Stored => {
                let json = changed.text.as_bytes();
                Source::stored(&compress_to_vec(json, 1), &Sha256::digest(json).into())
            }
            Target::Case => return self.feed_case(&changed.text, &mut rng),
        };
        match source.and_then(Pack::new) {
            Ok(pack) => judged(&pack, &mut rng),
            Err(faults) => {
                assert!(!faults.list.is_empty(), "refused without a reason");
                // The places of the faults must lie in the text.
                assert!(!faults.to_string().is_empty(), "refused without a word");
                false
            }
        }
    }

    fn feed_case(&self, text: &str, rng: &mut Rng) -> bool {
        let reading = case::read(text, &self.engine.vocabulary());
        let told: Vec<_> = reading.faults.iter().map(ToString::to_string).collect();
        let people = match &reading.case {
            Some(CaseFile::Person(file)) => vec![&file.person],
            Some(CaseFile::Household(file)) => file.members.iter().map(|member| &member.person).collect(),
            None => {
                assert!(!told.is_empty(), "refused without a reason");
                return false;
            }
        };
        for person in people {
            // A whole assessment takes longer than all the rest of a round.
            if let Ok(subject) = self.engine.subject(person)
                && rng.percent(4)
            {
                assess(self.engine.pack(), &subject);
            }
        }
        told.is_empty()
    }
}

/// The pack with another text for one of its expressions.
fn with_expression(source: &Source, text: &str, rng: &mut Rng) -> Source {
    let mut source = source.clone();
    let rules = source.rules.iter_mut().map(|rule| &mut rule.when);
    let derived = source.derived.iter_mut().map(|derived| &mut derived.value);
    let items = source.lists.iter_mut().filter_map(|list| list.of.first_mut());
    let mut expressions: Vec<&mut Expr> = rules.chain(derived).chain(items).collect();
    let place = if rng.percent(60) { 0 } else { rng.below(expressions.len()) };
    if let Some(expression) = expressions.get_mut(place) {
        text.clone_into(&mut expression.text);
    }
    source
}

/// What was accepted must also have an answer for everybody.
fn judged(pack: &Pack, rng: &mut Rng) -> bool {
    let limits = Limits::of(pack.source());
    let input = someone(pack, &limits, rng);
    if let Ok(subject) = Subject::new(pack, &input) {
        assess(pack, &subject);
        next_change_on(pack, &subject);
    }
    true
}

fn someone(pack: &Pack, limits: &Limits, rng: &mut Rng) -> Input {
    let people = People::new(pack, limits);
    let mut input = people.without_answers(limits.any_window(rng), rng);
    for (fact, _) in pack.dictionary().iter().filter(|_| rng.percent(60)).collect::<Vec<_>>() {
        let answer = people.known(fact, input.on, rng);
        Question::Fact(fact).put(&mut input, answer);
    }
    let facts: Vec<_> = pack.dictionary().iter().filter(|(_, fact)| !fact.is_setting()).map(|(fact, _)| fact).collect();
    people.add_visits(&mut input, &facts, rng);
    input
}
