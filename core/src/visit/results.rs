//! What is read back of a completed visit. A person is judged again by the pack of the visit with what was known then, so that the sentences
//! can be read in any language, and anyone can see that the result still follows.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::complete::{Judgement, judge};
use super::known::{answers, answers_at, history};
use super::result_bytes::{Kept, decode};
use super::{Siklus, VisitError};
use crate::form::told::texts;
use crate::form::{Draft as Given, Form, ToldFinding, ToldUndetermined, Who};
use crate::hidden::hidden;
use crate::pack::Pack;
use crate::pack::source::Action;
use crate::screening::render::{Described, DueToday, GrowthShown, Line, ResultParts, Role};
use crate::screening::{Input, Standing};
use crate::store::{AssessmentRecord, Author, HouseholdId, PartRecord, PartState, PersonId, Report, VisitId, VisitRecord, VisitState};

/// How a visit came out.
#[derive(Clone, PartialEq, Eq)]
pub struct VisitResults {
    /// The visit.
    pub visit: VisitId,
    /// The household.
    pub household: HouseholdId,
    /// How the household is called now.
    pub household_name: Option<String>,
    /// Its day.
    pub on: NaiveDate,
    /// How it ended.
    pub state: VisitState,
    /// Why it was cancelled.
    pub reason: Option<String>,
    /// Everyone who was assessed, the most urgent first; nobody when it was cancelled.
    pub results: Vec<PersonResult>,
    /// The other members, with what became of them; nobody when it was cancelled.
    pub not_assessed: Vec<NotAssessed>,
}

/// A member who was not assessed at a visit.
#[derive(Clone, PartialEq, Eq)]
pub struct NotAssessed {
    /// The member.
    pub person: PersonId,
    /// The name as known now.
    pub name: Option<String>,
    /// What became of the member.
    pub state: PartState,
    /// Why the member was not visited.
    pub reason: Option<String>,
}

/// The result of a person at a visit.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonResult {
    /// The person.
    pub person: PersonId,
    /// The name as known now.
    pub name: Option<String>,
    /// Age and life stage on the day of the visit.
    pub described: Described,
    /// The day of the visit.
    pub on: NaiveDate,
    /// The most urgent action.
    pub action: Action,
    /// Whether something urgent could not be judged.
    pub open_urgent: bool,
    /// Whether every question of the form was answered, "not known" included.
    pub complete: bool,
    /// How the person stands: what a screen shows.
    pub standing: Standing,
    /// The word for that.
    pub headline: String,
    /// What the result means, a sentence or two.
    pub sentences: Vec<String>,
    /// What was found, the most urgent first.
    pub findings: Vec<ToldFinding>,
    /// What could not be judged, the most urgent first.
    pub undetermined: Vec<ToldUndetermined>,
    /// How a child grows; none of adults, and of one of whom nothing was measured.
    pub growth: Option<GrowthShown>,
    /// What is due on the day of the visit; none where nothing is.
    pub due_today: Option<DueToday>,
    /// When to look again, by which pack the person was judged, and whether the age is estimated.
    pub notes: Vec<String>,
    /// To whom it was told so far, the first one first.
    pub reports: Vec<Report>,
    /// The whole result in words.
    pub lines: Vec<Line>,
    /// Whether judging again gave what was kept. It always does, unless the store or the library is broken.
    pub follows: bool,
}

hidden!(VisitResults, NotAssessed, PersonResult);

impl Siklus {
    /// How a visit came out, for everyone who was assessed and everyone who was not.
    ///
    /// # Errors
    /// [`crate::store::StoreError::Unknown`] when no visit of this id ended.
    pub fn results(&self, visit: VisitId, language: &str) -> Result<VisitResults, VisitError> {
        let record = self.store.visit(visit)?;
        let parts = if record.state == VisitState::Cancelled { &[][..] } else { &record.parts };
        let (assessed, others): (Vec<_>, Vec<_>) = parts.iter().partition(|part| part.state == PartState::Assessed);
        let results = assessed.into_iter().map(|part| self.result_of(&record, part.person, language));
        let results = most_urgent_first(results.collect::<Result<_, _>>()?);
        let not_assessed = others.into_iter().map(|part| self.not_assessed(part)).collect::<Result<_, _>>()?;
        let household_name = self.store.household(record.household)?.name;
        let VisitRecord { visit, household, on, state, reason, .. } = record;
        Ok(VisitResults { visit, household, household_name, on, state, reason, results, not_assessed })
    }

    fn not_assessed(&self, part: &PartRecord) -> Result<NotAssessed, VisitError> {
        let PartRecord { person, state, reason, .. } = part.clone();
        Ok(NotAssessed { person, name: self.store.person(person)?.name, state, reason })
    }

    /// The result of a person at a visit.
    ///
    /// # Errors
    /// [`VisitError::NotAssessed`] when the person was not assessed at it.
    pub fn result(&self, visit: VisitId, person: PersonId, language: &str) -> Result<PersonResult, VisitError> {
        self.result_of(&self.store.visit(visit)?, person, language)
    }

    /// Records that a result was told to the health worker.
    ///
    /// # Errors
    /// [`VisitError::NotAssessed`], and [`VisitError::NoReason`] when nobody is named.
    pub fn report(&self, author: Author, visit: VisitId, person: PersonId, report: &Report) -> Result<(), VisitError> {
        if report.told_to.trim().is_empty() {
            return Err(VisitError::NoReason);
        }
        self.store.assessment(person, visit)?.ok_or(VisitError::NotAssessed)?;
        Ok(self.store.add_report(author, visit, person, report)?)
    }

    fn result_of(&self, record: &VisitRecord, person: PersonId, language: &str) -> Result<PersonResult, VisitError> {
        let kept = self.store.assessment(person, record.visit)?.ok_or(VisitError::NotAssessed)?;
        let pack = self.pack_of(&kept.pack)?;
        let (again, outcome) = self.judged_then(&pack, record, person, &kept, language)?;
        let is_same = again.kept == outcome && again.assessment.is_settled(again.complete) == kept.complete;
        let follows = is_same && again.assessment.action(&pack) == kept.action;
        Ok(PersonResult { follows, ..self.told(person, &again, self.store.reports(person, record.visit)?)? })
    }

    /// The person judged again with what was known then, and what was kept of the first judgement.
    pub(super) fn judged_then<'p>(
        &self,
        pack: &'p Pack,
        record: &VisitRecord,
        person: PersonId,
        kept: &AssessmentRecord,
        language: &str,
    ) -> Result<(Judgement<'p>, Kept), VisitError> {
        let (input, outcome) = decode(pack, &kept.result, record.on)?;
        let (form, given) = self.form_then(pack, record, (person, input), kept, language)?;
        Ok((judge(form, given)?, outcome))
    }

    /// The form of a person at a completed visit with its answers, as the person was known when the visit was judged.
    fn form_then<'p>(
        &self,
        pack: &'p Pack,
        record: &VisitRecord,
        (person, mut input): (PersonId, Input),
        kept: &AssessmentRecord,
        language: &str,
    ) -> Result<(Form<'p>, Given), VisitError> {
        let visits = self.store.past_visits_as_of(person.0, kept.clock)?;
        input.history = history(pack, &visits, record.on)?;
        input.facts = answers(pack, &self.store.settings_of(&kept.settings)?)?;
        let given = Given::new(answers_at(pack, &visits, record.visit)?, Vec::new());
        let who = Who::Person { input: Box::new(input), member: record.family_sheet };
        let form = Form::new(pack, who, record.place, language).map_err(VisitError::Person)?;
        Ok((form, given))
    }

    /// A judgement in the words of the language of its form.
    pub(super) fn told(&self, person: PersonId, judgement: &Judgement<'_>, reports: Vec<Report>) -> Result<PersonResult, VisitError> {
        let Judgement { form, subject, assessment, complete, kept, .. } = judgement;
        let (pack, renderer) = (form.pack(), form.renderer());
        let found = renderer.findings(assessment);
        let growth = renderer.growth(subject);
        let parts = ResultParts { findings: &found, growth: growth.as_ref() };
        let lines = renderer.result_with(subject, assessment, parts, kept.next_change, *complete);
        let standing = assessment.standing(pack, *complete);
        Ok(PersonResult {
            person,
            name: self.store.person(person)?.name,
            described: renderer.describe(subject.input()),
            on: subject.on(),
            action: assessment.action(pack),
            open_urgent: assessment.open_urgent(pack).next().is_some(),
            complete: *complete,
            standing,
            headline: renderer.standing_word(standing).to_owned(),
            sentences: texts(&lines, |role| role == Role::Sentence),
            findings: form.findings_of(assessment, &found),
            undetermined: form.undetermined(assessment),
            growth,
            due_today: renderer.due_today(subject),
            notes: texts(&lines, |role| role == Role::Note),
            reports,
            lines,
            follows: true,
        })
    }
}

pub(super) fn most_urgent_first(mut results: Vec<PersonResult>) -> Vec<PersonResult> {
    results.sort_by_key(|result| Reverse(result.standing));
    results
}
