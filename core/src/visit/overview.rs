//! A visit that has not ended, as its screens show it: each member with how far the form is and what came of it so far.

use chrono::NaiveDate;

use super::{Siklus, VisitError, WhoseForm};
use crate::form::{Form, Progress};
use crate::hidden::hidden;
use crate::pack::Pack;
use crate::pack::source::{Action, Setting};
use crate::screening::render::{Described, Renderer};
use crate::screening::{Assessment, Standing, assess};
use crate::store::{Draft, DraftPart, HouseholdId, PartState, Person, PersonId, VisitId};

/// A visit that has not ended.
#[derive(Clone, PartialEq, Eq)]
pub struct VisitOverview {
    /// The visit.
    pub visit: VisitId,
    /// The household.
    pub household: HouseholdId,
    /// How the household is called.
    pub household_name: Option<String>,
    /// Where it takes place.
    pub place: Setting,
    /// Its day.
    pub on: NaiveDate,
    /// Whether the family sheet is filled in at it.
    pub family_sheet: bool,
    /// The members, the oldest first.
    pub parts: Vec<PartOverview>,
    /// Every emergency found so far, for the bar that stands on each screen of the visit.
    pub alarms: Vec<Alarm>,
}

/// A member at a visit that has not ended.
#[derive(Clone, PartialEq, Eq)]
pub struct PartOverview {
    /// The member.
    pub person: PersonId,
    /// The name.
    pub name: Option<String>,
    /// Age and life stage on the day of the visit; none when sex or birth date is not known.
    pub described: Option<Described>,
    /// What became of the member; none while nobody dealt with it.
    pub state: Option<PartState>,
    /// Why the member was not visited.
    pub reason: Option<String>,
    /// How far the form is; none when sex or birth date is not known.
    pub progress: Option<Progress>,
    /// How the member stands so far; none who is not asked yet, or not at all.
    pub standing: Option<Standing>,
}

/// An emergency found at a visit that has not ended.
#[derive(Clone, PartialEq, Eq)]
pub struct Alarm {
    /// The member.
    pub person: PersonId,
    /// The name.
    pub name: Option<String>,
    /// What was found.
    pub title: String,
    /// What the cadre says or does.
    pub advice: String,
    /// Whether it is not for the eyes of others: it would brand the person, or may tell something that was said alone.
    pub private: bool,
}

hidden!(VisitOverview, PartOverview, Alarm);

impl VisitOverview {
    /// The most urgent of its members so far; none before the first answer.
    pub fn standing(&self) -> Option<Standing> {
        self.parts.iter().filter_map(|part| part.standing).max()
    }
}

impl PartOverview {
    /// Whether something is left to do: nobody dealt with the member, or questions are open.
    pub fn is_open(&self) -> bool {
        match self.state {
            None => true,
            Some(PartState::Assessed) => self.progress.is_some_and(|progress| !progress.is_complete()),
            Some(PartState::Absent | PartState::Refused | PartState::NotVisited) => false,
        }
    }
}

impl Siklus {
    /// A visit that has not ended, with what became of each member so far.
    pub fn visit_overview(&self, visit: VisitId, language: &str) -> Result<VisitOverview, VisitError> {
        let draft = self.store.draft(visit)?;
        let pack = self.pack_of(&draft.pack)?;
        let household = self.store.household(draft.household)?;
        let place_of = |part: &&DraftPart| household.members.iter().position(|member| member.id == part.person);
        let mut oldest_first: Vec<_> = draft.parts.iter().collect();
        oldest_first.sort_by_key(|part| place_of(part).unwrap_or(usize::MAX));
        let (mut parts, mut alarms) = (Vec::new(), Vec::new());
        for part in oldest_first {
            let member = place_of(&part).and_then(|place| household.members.get(place));
            parts.push(self.part(&pack, &draft, part, member, language, &mut alarms)?);
        }
        Ok(VisitOverview {
            visit,
            household: draft.household,
            household_name: household.name,
            place: draft.place,
            on: draft.on,
            family_sheet: draft.family_sheet,
            parts,
            alarms,
        })
    }

    /// The visits that have not ended, the latest first.
    pub fn open_visits(&self, language: &str) -> Result<Vec<VisitOverview>, VisitError> {
        self.store.drafts()?.into_iter().map(|visit| self.visit_overview(visit, language)).collect()
    }

    fn part(
        &self,
        pack: &Pack,
        draft: &Draft,
        part: &DraftPart,
        member: Option<&Person>,
        language: &str,
        alarms: &mut Vec<Alarm>,
    ) -> Result<PartOverview, VisitError> {
        let DraftPart { person, state, reason } = part.clone();
        let name = member.and_then(|member| member.name.clone());
        let mut overview = PartOverview { person, name, described: None, state, reason, progress: None, standing: None };
        let Some(form) = self.form_if_known(pack, draft, person, language)? else { return Ok(overview) };
        let given = self.given(pack, draft.visit, WhoseForm::Member(person))?;
        let progress = form.progress(&given);
        overview.progress = Some(progress);
        let Some(subject) = form.subject(&given)? else { return Ok(overview) };
        overview.described = Some(form.renderer().describe(subject.input()));
        if state == Some(PartState::Assessed) {
            let assessment = assess(pack, &subject);
            overview.standing = Some(assessment.standing(pack, progress.is_complete()));
            alarms.extend(alarms_of(form.renderer(), &assessment, &overview));
        }
        Ok(overview)
    }

    /// The form of a member; none of one about whom too little is known for a form, or something that cannot be.
    fn form_if_known<'p>(&self, pack: &'p Pack, draft: &Draft, person: PersonId, language: &str) -> Result<Option<Form<'p>>, VisitError> {
        match self.form(pack, draft, WhoseForm::Member(person), language) {
            Ok(form) => Ok(Some(form)),
            Err(VisitError::PersonIncomplete | VisitError::Person(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

fn alarms_of(renderer: &Renderer<'_>, assessment: &Assessment, part: &PartOverview) -> Vec<Alarm> {
    let found = renderer.by_urgency(assessment).into_iter().filter(|(rule, _)| rule.action == Action::Emergency);
    let alarm = |(rule, finding): (&crate::pack::source::RuleSource, &crate::screening::Finding)| Alarm {
        person: part.person,
        name: part.name.clone(),
        title: renderer.words.local(&rule.title).to_owned(),
        advice: renderer.words.local(&rule.advice).to_owned(),
        private: renderer.pack().finds_private(finding.rule),
    };
    found.map(alarm).collect()
}
