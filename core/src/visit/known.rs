//! What is known about a person on the day of a visit, made from what the store keeps.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Siklus, VisitError};
use crate::fact::{Answer, FactId};
use crate::form::{Sheet as FamilySheet, Who};
use crate::pack::source::Clock;
use crate::pack::{Pack, ServiceId};
use crate::person::PregnancyDate;
use crate::screening::{BirthData, Dose, EarlierVisit, Input};
use crate::store::sheet::{Entry, Sheet};
use crate::store::{Draft, Episode, PastVisit, Person, PersonId, ServiceRecord, StoreError, VisitId, answer};

impl Siklus {
    /// Whose form it is: of the household itself or of one of its members.
    pub(super) fn who(&self, pack: &Pack, draft: &Draft, subject: Uuid) -> Result<Who, VisitError> {
        let settings = answers(pack, &self.store.settings_of(&draft.settings)?)?;
        if subject == draft.household.0 {
            let history = history(pack, &self.store.past_visits(subject)?, draft.on)?;
            return Ok(Who::Household(FamilySheet { on: draft.on, facts: settings, history }));
        }
        if !draft.parts.iter().any(|part| part.person.0 == subject) {
            return Err(StoreError::Unknown("member at this visit").into());
        }
        let input = self.input(pack, PersonId(subject), draft.on, settings, &self.store.past_visits(subject)?)?;
        Ok(Who::Person { input: Box::new(input), member: draft.family_sheet })
    }

    /// What is known about a person on a day, but for the answers of that day.
    pub(super) fn input(
        &self,
        pack: &Pack,
        person: PersonId,
        on: NaiveDate,
        settings: Vec<(FactId, Answer)>,
        visits: &[PastVisit],
    ) -> Result<Input, VisitError> {
        let known = self.store.person(person)?;
        let mut input = person_on(&known, &self.store.episodes(person)?, on)?;
        input.facts = settings;
        input.history = history(pack, visits, on)?;
        input.doses = doses(pack, &self.store.service_records(person)?, &input);
        Ok(input)
    }
}

/// What was received in the life of a person up to the day of the visit, each service once a day. What the pack does not know stays in the
/// store, and visits of an earlier pregnancy or birth are none of this one.
pub(super) fn doses(pack: &Pack, records: &[ServiceRecord], person: &Input) -> Vec<Dose> {
    let mut doses: Vec<Dose> = Vec::with_capacity(records.len());
    for ServiceRecord { service, on, .. } in records {
        let is_in_life = on.is_none_or(|on| person.born.earliest() <= on && on <= person.on);
        let Some(service) = pack.find_service(service).filter(|_| is_in_life) else { continue };
        if is_of_earlier_episode(pack, person, service, *on) {
            continue;
        }
        let is_there = on.is_some() && doses.iter().any(|dose| dose.service == service && dose.on == *on);
        if !is_there {
            doses.push(Dose { service, on: *on });
        }
    }
    doses
}

/// The visits before a day. Of several on one day the later answer counts.
pub(super) fn history(pack: &Pack, visits: &[PastVisit], on: NaiveDate) -> Result<Vec<EarlierVisit>, StoreError> {
    let mut history: Vec<EarlierVisit> = Vec::new();
    for PastVisit { on: day, sheet, .. } in visits.iter().filter(|visit| visit.on < on) {
        let facts = answers(pack, sheet)?;
        match history.last_mut().filter(|last| last.on == *day) {
            Some(last) => {
                last.facts.retain(|(fact, _)| !facts.iter().any(|(of, _)| of == fact));
                last.facts.extend(facts);
            }
            None => history.push(EarlierVisit { on: *day, facts }),
        }
    }
    Ok(history)
}

/// Whether a visit of pregnancy or after a birth is one of an earlier pregnancy or birth.
pub(super) fn is_of_earlier_episode(pack: &Pack, person: &Input, service: ServiceId, on: Option<NaiveDate>) -> bool {
    let start = match pack.clock_of(service) {
        Some(Clock::Gestation) => person.pregnancy.map(|pregnancy| pregnancy.lmp()),
        Some(Clock::Delivery) => person.delivery,
        _ => None,
    };
    start.zip(on).is_some_and(|(start, on)| on < start)
}

/// The answers at one of some visits; none when nothing was answered at it.
pub(super) fn answers_at(pack: &Pack, visits: &[PastVisit], visit: VisitId) -> Result<Vec<(FactId, Answer)>, StoreError> {
    visits.iter().find(|past| past.visit == visit).map_or(Ok(Vec::new()), |past| answers(pack, &past.sheet))
}

/// A person with the pregnancy in progress on a day and the last delivery before it.
pub(super) fn person_on(known: &Person, episodes: &[Episode], on: NaiveDate) -> Result<Input, VisitError> {
    let (Some(sex), Some(born)) = (known.sex, known.born) else { return Err(VisitError::PersonIncomplete) };
    let mut input = Input::new(on, sex, born);
    input.pregnancy = episodes.iter().rev().find_map(|episode| in_progress(episode, on));
    input.delivery = episodes.iter().filter_map(|episode| episode.delivered_on).filter(|delivered| *delivered <= on).max();
    input.birth = BirthData { weight_g: known.birth_weight_g, gestation_weeks: known.birth_gestation_weeks };
    Ok(input)
}

fn in_progress(episode: &Episode, on: NaiveDate) -> Option<PregnancyDate> {
    let goes_on = episode.ended_on().is_none_or(|ended| ended > on);
    episode.date().filter(|date| goes_on && date.lmp() <= on)
}

/// The answers of a sheet that the pack knows. Those of another pack stay in the store.
pub(super) fn answers(pack: &Pack, sheet: &Sheet) -> Result<Vec<(FactId, Answer)>, StoreError> {
    let mut answers = Vec::with_capacity(sheet.len());
    for (name, entry) in sheet {
        if let (Some(fact), Entry::Answered(bytes)) = (pack.dictionary().find(name), entry)
            && let Some(answer) = answer::decode(pack.dictionary(), fact, bytes)?
        {
            answers.push((fact, answer));
        }
    }
    Ok(answers)
}
