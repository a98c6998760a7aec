//! The growth chart of a person.

use chrono::NaiveDate;

use super::known::{history, person_on};
use super::{Siklus, VisitError};
use crate::growth::Index;
use crate::growth::chart::{Growing, NoChart, choices};
use crate::pack::growth_facts::is_of_growth;
use crate::screening::growing;
use crate::screening::render::{Renderer, ShownChart};
use crate::store::{PastVisit, Person, PersonId, StoreError};

impl Siklus {
    /// The growth chart of a person on a day, or of the day of death, with what was measured at all completed visits up to it; corrected values
    /// count. Without an index it is that of the first which the person can have. Who can have none has a chart without a picture that says why.
    ///
    /// # Errors
    /// [`crate::store::StoreError::Unknown`] when there is no person of this id.
    pub fn growth_chart(&self, person: PersonId, on: NaiveDate, index: Option<Index>, language: &str) -> Result<ShownChart, VisitError> {
        let known = self.store.person(person)?;
        let on = known.died_on.map_or(on, |died| died.min(on));
        let growing = match person_on(&known, &[], on) {
            Ok(mut input) => {
                // The visits of the day itself count too.
                let until = on.succ_opt().unwrap_or(on);
                input.history = history(self.pack(), &self.measures(person)?, until)?;
                growing(self.pack(), &input)
            }
            Err(VisitError::PersonIncomplete) => unmeasured(&known, on),
            Err(error) => return Err(error),
        };
        Ok(Renderer::new(self.pack(), language).growth_chart(&growing, index))
    }

    /// What was measured at the completed visits of a person; their other answers, which are many, need not be read.
    fn measures(&self, person: PersonId) -> Result<Vec<PastVisit>, StoreError> {
        let mut visits = self.store.past_visits(person.0)?;
        visits.iter_mut().for_each(|visit| visit.sheet.retain(|(fact, _)| is_of_growth(fact)));
        Ok(visits)
    }
}

/// Whether a growth chart is offered: to whom can have one, or could if more were known.
pub(super) fn offers_growth_chart(person: &Person, on: NaiveDate) -> bool {
    let on = person.died_on.map_or(on, |died| died.min(on));
    choices(&unmeasured(person, on)).err() != Some(NoChart::AgeOutside)
}

fn unmeasured(person: &Person, on: NaiveDate) -> Growing {
    Growing { sex: person.sex, born: person.born, measured: Vec::new(), on }
}
