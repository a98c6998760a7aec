//! What a writer tells: a line before each call and one after it was acknowledged.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

/// What a call does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Opens the store.
    Open,
    /// Closes the store, which moves the WAL into the main file.
    Checkpoint,
    /// Registers a household.
    Household,
    /// Registers a person.
    Person,
    /// Opens a visit.
    Visit,
    /// Answers a question.
    Answer,
    /// Answers a section with no.
    Section,
    /// Says what became of a member.
    Part,
    /// Completes a visit.
    Complete,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 9] =
        [Self::Open, Self::Checkpoint, Self::Household, Self::Person, Self::Visit, Self::Answer, Self::Section, Self::Part, Self::Complete];

    /// Its name in a line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Checkpoint => "checkpoint",
            Self::Household => "household",
            Self::Person => "person",
            Self::Visit => "visit",
            Self::Answer => "answer",
            Self::Section => "section",
            Self::Part => "part",
            Self::Complete => "complete",
        }
    }
}

/// Facts with their answers; nothing where an answer is gone.
pub type Changes = BTreeMap<String, String>;

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Whether the call was acknowledged; it only begins otherwise.
    pub done: bool,
    /// What it does.
    pub kind: Kind,
    /// The visit or the household; nil where there is none, or none yet.
    pub of: Uuid,
    /// The person; nil where there is none.
    pub person: Uuid,
    /// What is answered: the fact and the wish before a call, all that changed after it.
    pub changes: Changes,
}

impl Line {
    /// A call that begins.
    pub fn begin(kind: Kind, of: Uuid, person: Uuid) -> Self {
        Self { done: false, kind, of, person, changes: Changes::new() }
    }

    /// The same, acknowledged.
    pub fn done(&self) -> Self {
        Self { done: true, ..self.clone() }
    }

    /// With what is answered.
    pub fn with(self, changes: Changes) -> Self {
        Self { changes, ..self }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = if self.done { "done" } else { "begin" };
        write!(f, "{word} {} {} {}", self.kind.as_str(), self.of, self.person)?;
        self.changes.iter().try_for_each(|(fact, answer)| write!(f, " {fact}={answer}"))?;
        // A line that was cut short by the kill has no end.
        f.write_str(" .")
    }
}

impl FromStr for Line {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut words = text.strip_suffix(" .").ok_or(())?.split(' ');
        let mut next = || words.next().ok_or(());
        let done = match next()? {
            "done" => true,
            "begin" => false,
            _ => return Err(()),
        };
        let kind = next()?;
        let kind = Kind::ALL.into_iter().find(|other| other.as_str() == kind).ok_or(())?;
        let (of, person) = (next()?.parse().map_err(drop)?, next()?.parse().map_err(drop)?);
        let change = |word: &str| word.split_once('=').map(|(fact, answer)| (fact.to_owned(), answer.to_owned())).ok_or(());
        Ok(Self { done, kind, of, person, changes: words.map(change).collect::<Result<_, _>>()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_back_and_half_a_line_is_none() {
        let changes = Changes::from([("fever".to_owned(), "false".to_owned()), ("gone".to_owned(), String::new())]);
        let line = Line::begin(Kind::Answer, Uuid::from_u128(1), Uuid::from_u128(2)).with(changes).done();
        let text = line.to_string();
        assert_eq!(text.parse(), Ok(line));
        for end in 0..text.len() {
            assert!(text[..end].parse::<Line>().is_err(), "{}", &text[..end]);
        }
    }
}
