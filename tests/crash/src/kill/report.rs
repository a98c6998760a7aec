//! What came of a run.

use std::collections::BTreeMap;
use std::fmt;

use crate::judge::Verdict;
use crate::line::Kind;

/// What came of a run.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The answers that were acknowledged in each round.
    pub answers: Vec<u64>,
    /// The calls into which the kills fell; none where it fell between two.
    pub kills: BTreeMap<Option<Kind>, u64>,
    /// What was lost, with the round.
    pub lost: Vec<String>,
    /// What was damaged, with the round.
    pub damaged: Vec<String>,
}

impl Report {
    /// Takes in a round.
    pub fn note(&mut self, round: u64, answers: u64, fell: Option<Kind>, verdict: &Verdict) {
        self.answers.push(answers);
        *self.kills.entry(fell).or_default() += 1;
        self.lost.extend(verdict.lost.iter().map(|what| format!("round {round}: {what}")));
        self.damaged.extend(verdict.damaged.iter().map(|what| format!("round {round}: {what}")));
    }

    /// How many kills fell into calls of these kinds.
    pub fn fell_into(&self, kinds: &[Kind]) -> u64 {
        kinds.iter().filter_map(|kind| self.kills.get(&Some(*kind))).sum()
    }

    /// Whether nothing was lost or damaged.
    pub fn is_well(&self) -> bool {
        self.lost.is_empty() && self.damaged.is_empty()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (rounds, answers) = (self.answers.len(), self.answers.iter().sum::<u64>());
        writeln!(f, "answers acknowledged in each round:")?;
        for line in self.answers.chunks(25) {
            let line: Vec<_> = line.iter().map(|answers| format!("{answers:3}")).collect();
            writeln!(f, "  {}", line.join(" "))?;
        }
        writeln!(f, "{:.1} a round", answers as f64 / rounds.max(1) as f64)?;
        let groups: [(&str, &[Kind]); 5] = [
            ("an answer", &[Kind::Answer, Kind::Section]),
            ("a completion", &[Kind::Complete]),
            ("a checkpoint", &[Kind::Checkpoint]),
            ("an opening", &[Kind::Open]),
            ("something else", &[Kind::Household, Kind::Person, Kind::Visit, Kind::Part]),
        ];
        let kills: Vec<_> = groups.iter().map(|(name, kinds)| format!("{} {name}", self.fell_into(kinds))).collect();
        let between = self.kills.get(&None).copied().unwrap_or_default();
        writeln!(f, "kills that fell into: {}; between two calls {between}", kills.join(", "))?;
        self.lost.iter().try_for_each(|what| writeln!(f, "lost, {what}"))?;
        self.damaged.iter().try_for_each(|what| writeln!(f, "damaged, {what}"))?;
        write!(f, "{rounds} rounds, {answers} answers acknowledged, {} lost, {} damaged", self.lost.len(), self.damaged.len())
    }
}
