//! The card of services that a person received, as it stands in the health book: shown in one call, saved in one call.

mod check;
mod layout;
mod save;

use std::sync::Arc;

use chrono::{Months, NaiveDate};

pub use self::check::{CardFault, CardRule};
pub use self::save::{CardEntry, CardGiven};
use super::known::{answers, doses, history, person_on};
use super::{Siklus, VisitError, WhoseForm};
use crate::hidden::hidden;
use crate::pack::Pack;
use crate::screening::render::{Calendar, Described, DueToday, Renderer, ServiceLine};
use crate::screening::{Input, Subject};
use crate::store::{Draft, Person, PersonId, ServiceRecordId};

/// So far ahead the plan of the next doses goes.
const PLANNED: Months = Months::new(12);

/// The services that a person received and those to come.
#[derive(Clone, PartialEq, Eq)]
pub struct ServiceCard {
    /// The person.
    pub person: PersonId,
    /// The name.
    pub name: Option<String>,
    /// Age and life stage on the day of the card.
    pub described: Described,
    /// The day of the card, or of death.
    pub on: NaiveDate,
    /// The services, under the headings of the pack.
    pub groups: Vec<CardGroup>,
    /// What is due on the day of the card; none where nothing is.
    pub due_today: Option<DueToday>,
    /// The same services by date, and the plan of the next doses for twelve months.
    pub calendar: Calendar,
}

/// Services under one heading.
#[derive(Clone, PartialEq, Eq)]
pub struct CardGroup {
    /// The heading.
    pub title: String,
    /// Those that apply to the person, and those that are recorded.
    pub services: Vec<CardService>,
    /// Those given once that do not apply: in the book of somebody who came from elsewhere they may stand all the same.
    pub others: Vec<OtherService>,
}

/// A service on the card.
#[derive(Clone, PartialEq, Eq)]
pub struct CardService {
    /// Its code in the pack.
    pub code: String,
    /// What it is called; the code where the pack does not know it.
    pub name: String,
    /// Whether it is given again and again, so that it may be entered more than once.
    pub again: bool,
    /// How it stands; none where the pack does not know it.
    pub line: Option<ServiceLine>,
    /// What is recorded, by date; those of unknown date last.
    pub doses: Vec<CardDose>,
}

/// A service that is recorded.
#[derive(Clone, PartialEq, Eq)]
pub struct CardDose {
    /// Its id, which stays when it is corrected.
    pub id: ServiceRecordId,
    /// The day; none when nobody knows it.
    pub on: Option<NaiveDate>,
    /// The day in words, or that nobody knows it.
    pub text: String,
    /// Whether it counts.
    pub counts: bool,
    /// Whether it was given before its time, though it may count.
    pub too_early: bool,
    /// Why it does not count, or that it was early; none where there is nothing to say.
    pub remark: Option<String>,
}

/// A service that may be entered though it does not apply.
#[derive(Clone, PartialEq, Eq)]
pub struct OtherService {
    /// Its code in the pack.
    pub code: String,
    /// What it is called.
    pub name: String,
}

hidden!(ServiceCard, CardGroup, CardService, CardDose, OtherService);

impl Siklus {
    /// The card of services of a person on a day, with what is recorded up to it. On the day of a visit that goes on it agrees with the form.
    /// Visits of an earlier pregnancy or birth are none of the card of this one.
    ///
    /// # Errors
    /// [`VisitError::PersonIncomplete`]; [`crate::store::StoreError::Unknown`] when there is no person of this id.
    pub fn service_card(&self, person: PersonId, on: NaiveDate, language: &str) -> Result<ServiceCard, VisitError> {
        let known = self.store.person(person)?;
        let (pack, subject) = self.person_of_card(&known, on, language)?;
        let records = self.records_of_card(&pack, subject.input(), person)?;
        let renderer = Renderer::new(&pack, language);
        let until = subject.on().checked_add_months(PLANNED).unwrap_or(subject.on());
        let calendar = renderer.calendar(&subject, until);
        let groups = layout::groups(&renderer, &subject, &calendar.services, &records);
        let described = renderer.describe(subject.input());
        let due_today = renderer.due_today(&subject);
        Ok(ServiceCard { person, name: known.name, described, on: subject.on(), groups, due_today, calendar })
    }

    /// The person as the card goes by: as in the form of a visit of the day that goes on, or as known after the visits of the day.
    fn person_of_card(&self, known: &Person, on: NaiveDate, language: &str) -> Result<(Arc<Pack>, Subject<'static>), VisitError> {
        if let Some(draft) = self.draft_on(known, on)? {
            let (pack, whose) = (self.pack_of(&draft.pack)?, WhoseForm::Member(known.id));
            let given = self.given(&pack, draft.visit, whose)?;
            if let Some(subject) = self.form(&pack, &draft, whose, language)?.subject(&given)? {
                return Ok((pack, subject));
            }
        }
        let pack = self.shared_pack();
        let input = self.input_after(&pack, known, known.died_on.map_or(on, |died| died.min(on)))?;
        let subject = Subject::new(&pack, input).map_err(VisitError::Person)?;
        Ok((pack, subject))
    }

    /// The visit of a day that goes on and has a part for a person.
    fn draft_on(&self, known: &Person, on: NaiveDate) -> Result<Option<Draft>, VisitError> {
        let Some(household) = known.household else { return Ok(None) };
        let Some(visit) = self.store.draft_of(household)? else { return Ok(None) };
        let draft = self.store.draft(visit)?;
        let is_of_person = draft.on == on && draft.parts.iter().any(|part| part.person == known.id);
        Ok(Some(draft).filter(|_| is_of_person))
    }

    /// What is known about a person at the end of a day.
    fn input_after(&self, pack: &Pack, known: &Person, on: NaiveDate) -> Result<Input, VisitError> {
        let mut input = person_on(known, &self.store.episodes(known.id)?, on)?;
        let visits = self.store.past_visits(known.id.0)?;
        input.history = history(pack, &visits, on.succ_opt().unwrap_or(on))?;
        input.facts = answers(pack, &self.store.settings()?)?;
        if let Some(today) = input.history.pop_if(|last| last.on == on) {
            input.facts.extend(today.facts);
        }
        input.doses = doses(pack, &self.store.service_records(known.id)?, &input);
        Ok(input)
    }
}
