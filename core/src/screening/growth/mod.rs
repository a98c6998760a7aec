//! The growth of a person on the day of a visit.

mod growing;
mod measured;
#[cfg(test)]
mod tests;
mod weighings;

use super::subject::Subject;
use crate::growth::monthly::{MeasureAgain, MonthlyDecision};
use crate::growth::{Child, ExactAge, FIRST_MONTH_OF_2007, Growth, Index, LAST_BIRTHDAY, Measure, NotAssessed, assess};
use crate::hidden::hidden;
use crate::pack::Pack;
pub use growing::growing;
use measured::MeasuredFacts;
pub(crate) use measured::is_measure;

/// How a child grows.
#[derive(Clone, PartialEq)]
pub struct ChildGrowth {
    /// The six indices by the measures of the visit.
    pub indices: Growth,
    /// What the weighings say; none where the pack has no tables for it.
    pub monthly: Option<MonthlyDecision>,
    /// What is to be measured again, as it is not believed.
    pub again: Vec<Again>,
}

hidden!(ChildGrowth);

/// Why something is to be measured again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// An index is beyond what can be.
    Flagged(Index),
    /// It does not fit to what was measured before, or to the age.
    Unlikely(MeasureAgain),
}

/// The six indices of a person's growth by the measures of the visit, each with its z-score or why there is none. The rules of the pack read
/// the same numbers. Of adults there is none.
///
/// Source: WHO Child Growth Standards (2006), WHO Growth Reference (2007), Permenkes 2/2020.
pub fn growth(pack: &Pack, subject: &Subject) -> Growth {
    indices(subject, &MeasuredFacts::of(pack))
}

/// How a child grows: indices, weighings from month to month, and what is to be measured again. None from the 19th birthday on.
///
/// Source: as [`growth`]; for the weighings Permenkes 155/2010 and Buku KIA (2023), and the tables of the pack, which say on what they rest.
pub fn child_growth(pack: &Pack, subject: &Subject) -> Option<ChildGrowth> {
    if subject.age().years >= LAST_BIRTHDAY {
        return None;
    }
    let facts = MeasuredFacts::of(pack);
    let indices = indices(subject, &facts);
    let flagged = Index::ALL.into_iter().filter(|index| indices.index(*index).is_ok_and(|score| score.flagged));
    let mut again: Vec<_> = flagged.map(Again::Flagged).collect();
    let tables = pack.monthly_tables();
    again.extend(tables.into_iter().flat_map(|tables| weighings::unlikely(subject, &facts, tables)).map(Again::Unlikely));
    let monthly = tables.map(|tables| weighings::decide(subject, &facts, tables, indices.wfa));
    Some(ChildGrowth { indices, monthly, again })
}

fn indices(subject: &Subject, facts: &MeasuredFacts<'_>) -> Growth {
    let mut child = Child {
        sex: Some(subject.sex()),
        age: ExactAge::on(subject.input().born, subject.on()),
        position: facts.position(subject, 0),
        oedema: facts.oedema(subject, 0),
        ..Child::default()
    };
    for measure in Measure::ALL {
        if let Some(number) = facts.number(measure, subject, 0) {
            child.put(measure, number);
        }
    }
    let indices = assess(&child);
    // Of unknown age weight for length alone can be told, and only of a child who is surely no older than its tables go.
    let is_older = i64::from(subject.age().months) >= FIRST_MONTH_OF_2007;
    let wflh = if child.age.is_none() && is_older { Err(NotAssessed::AgeUnknown) } else { indices.wflh };
    Growth { wflh, ..indices }
}
