//! Writes visits at random through [`Siklus`], as an app does, and tells each call before it begins and after it was acknowledged.

use std::collections::BTreeMap;
use std::path::PathBuf;

use fastrand::Rng;
use siklus_core::fact::Value;
use siklus_core::form::{Given, Kind as Asked, Question, Screen};
use siklus_core::pack::Pack;
use siklus_core::pack::source::Setting;
use siklus_core::person::register::{HouseholdField, PersonField};
use siklus_core::store::{Consent, ConsentState, ConsentWay, HouseholdId, Options, PartState, PersonId, VisitId};
use siklus_core::visit::{NewVisit, Siklus, VisitError, WhoseForm};
use uuid::Uuid;

use crate::line::{Changes, Kind, Line};
use crate::place::{author, key, pack};

/// How many visits a household gets, so that histories stay short.
const VISITS: u32 = 3;
/// The members of a household.
const MEMBERS: [[&str; 3]; 2] = [["Sari Contoh", "female", "1996-05-14"], ["Adik Contoh", "male", "2024-03-01"]];

/// What a writer does now and then, in percent of its calls.
#[derive(Clone, Copy, Debug)]
pub struct Habits {
    /// Answers at a visit before it is completed.
    pub answers: usize,
    /// Answers a section with no.
    pub sections: usize,
    /// Closes the store and opens it again.
    pub checkpoints: usize,
}

/// Writes visits.
pub struct Writer<'t> {
    store: PathBuf,
    options: Options,
    habits: Habits,
    rng: Rng,
    tell: Box<dyn FnMut(&Line) + 't>,
    /// The open store.
    pub siklus: Option<Siklus>,
    household: Option<Household>,
    visit: Option<Visit>,
}

struct Household {
    id: HouseholdId,
    members: Vec<PersonId>,
    visits: u32,
}

struct Visit {
    id: VisitId,
    members: Vec<PersonId>,
    screens: BTreeMap<Uuid, Screen>,
    answers: usize,
}

impl<'t> Writer<'t> {
    /// A writer into a store that is there.
    pub fn new(store: PathBuf, options: Options, habits: Habits, rng: Rng, tell: impl FnMut(&Line) + 't) -> Self {
        Self { store, options, habits, rng, tell: Box::new(tell), siklus: None, household: None, visit: None }
    }

    /// Whether the store is open and no visit is.
    pub fn is_between_visits(&self) -> bool {
        self.siklus.is_some() && self.visit.is_none()
    }

    /// One call, chosen by chance from those that are possible now.
    ///
    /// # Errors
    /// Those of the call. The same or another one can be tried afterwards.
    pub fn act(&mut self) -> Result<Kind, VisitError> {
        if self.siklus.is_none() {
            return self.open();
        }
        if self.rng.usize(..100) < self.habits.checkpoints {
            return self.checkpoint();
        }
        match (&self.household, &self.visit) {
            (_, Some(visit)) if visit.answers >= self.habits.answers => self.finish(),
            (_, Some(_)) if self.rng.usize(..100) < self.habits.sections => self.section(),
            (_, Some(_)) => self.answer(),
            (None, None) => self.register(),
            (Some(household), None) if household.members.len() < MEMBERS.len() => self.add_member(),
            (Some(_), None) => self.begin_visit(),
        }
    }

    /// Tells a call, makes it, and tells that it was acknowledged.
    fn call<T>(
        &mut self,
        begin: &Line,
        call: impl FnOnce(&Siklus) -> Result<T, VisitError>,
        done: impl FnOnce(&mut Self, &T) -> Line,
    ) -> Result<T, VisitError> {
        (self.tell)(begin);
        let made = call(self.siklus.as_ref().expect("an open store"))?;
        let line = done(self, &made);
        (self.tell)(&line.done());
        Ok(made)
    }

    fn open(&mut self) -> Result<Kind, VisitError> {
        let line = Line::begin(Kind::Open, Uuid::nil(), Uuid::nil());
        (self.tell)(&line);
        let siklus = Siklus::open(&self.store, &key(1), self.options, pack())?;
        (self.tell)(&line.done());
        // A visit that a writer before this one left open goes on.
        if let Some(left) = siklus.open_visits("id")?.first() {
            let members = left.parts.iter().map(|part| part.person).collect();
            self.visit = Some(Visit { id: left.visit, members, screens: BTreeMap::new(), answers: 0 });
        }
        self.siklus = Some(siklus);
        Ok(Kind::Open)
    }

    fn checkpoint(&mut self) -> Result<Kind, VisitError> {
        let line = Line::begin(Kind::Checkpoint, Uuid::nil(), Uuid::nil());
        let closed = self.call(&line.clone(), |siklus| Ok(siklus.store().close()?), move |_, ()| line);
        // It is closed even when the system refused something.
        self.siklus = None;
        closed.map(|()| Kind::Checkpoint)
    }

    fn register(&mut self) -> Result<Kind, VisitError> {
        let line = Line::begin(Kind::Household, Uuid::nil(), Uuid::nil());
        let id = self.call(&line.clone(), register, move |_, id| Line { of: id.0, ..line })?;
        self.household = Some(Household { id, members: Vec::new(), visits: 0 });
        Ok(Kind::Household)
    }

    fn add_member(&mut self) -> Result<Kind, VisitError> {
        let household = self.household.as_ref().expect("a household");
        let (id, [name, sex, born]) = (household.id, MEMBERS[household.members.len()]);
        let line = Line::begin(Kind::Person, id.0, Uuid::nil());
        let fields = [(PersonField::Name, name.into()), (PersonField::Sex, sex.into()), (PersonField::Born, born.into())];
        let add = |siklus: &Siklus| Ok(siklus.register_person(author(), id, &fields)?.person);
        let person = self.call(&line.clone(), add, move |_, person| Line { person: person.0, ..line })?;
        self.household.iter_mut().for_each(|household| household.members.push(person));
        Ok(Kind::Person)
    }

    fn begin_visit(&mut self) -> Result<Kind, VisitError> {
        let household = self.household.as_ref().expect("a household");
        let (id, members) = (household.id, household.members.clone());
        let line = Line::begin(Kind::Visit, Uuid::nil(), Uuid::nil());
        let new = NewVisit { household: id, place: Setting::HomeVisit, family_sheet: false };
        let visit = self.call(&line.clone(), |siklus| siklus.open_visit(author(), new), move |_, visit| Line { of: visit.0, ..line })?;
        self.visit = Some(Visit { id: visit, members, screens: BTreeMap::new(), answers: 0 });
        self.household.iter_mut().for_each(|household| household.visits += 1);
        if self.household.as_ref().is_some_and(|household| household.visits >= VISITS) {
            self.household = None;
        }
        Ok(Kind::Visit)
    }

    fn answer(&mut self) -> Result<Kind, VisitError> {
        let (visit, person, screen) = self.form()?;
        let questions: Vec<_> = screen.sections.iter().flat_map(|section| &section.questions).collect();
        let question = questions[self.rng.usize(..questions.len())];
        let (fact, typed) = (question.id.clone(), typed(question, &mut self.rng));
        let line = Line::begin(Kind::Answer, visit.0, person.0).with(Changes::from([(fact.clone(), typed.clone())]));
        let member = WhoseForm::Member(person);
        self.step(&line, &screen, |siklus| siklus.answer(visit, member, &fact, Given::Typed(&typed), "id"))
    }

    fn section(&mut self) -> Result<Kind, VisitError> {
        let (visit, person, screen) = self.form()?;
        let sections: Vec<_> = screen.sections.iter().filter(|section| section.answer_no.is_some()).collect();
        if sections.is_empty() {
            return self.answer();
        }
        let section = sections[self.rng.usize(..sections.len())].id.clone();
        let line = Line::begin(Kind::Section, visit.0, person.0);
        let member = WhoseForm::Member(person);
        self.step(&line, &screen, |siklus| siklus.answer_section_no(visit, member, &section, "id"))
    }

    /// The visit, one of its members and the screen of the form.
    fn form(&mut self) -> Result<(VisitId, PersonId, Screen), VisitError> {
        let (siklus, visit) = (self.siklus.as_ref().expect("an open store"), self.visit.as_mut().expect("an open visit"));
        let person = visit.members[self.rng.usize(..visit.members.len())];
        let screen = match visit.screens.get(&person.0) {
            Some(screen) => screen.clone(),
            None => siklus.screen(visit.id, WhoseForm::Member(person), "id")?,
        };
        Ok((visit.id, person, screen))
    }

    fn step(&mut self, line: &Line, before: &Screen, call: impl FnOnce(&Siklus) -> Result<Screen, VisitError>) -> Result<Kind, VisitError> {
        let done = |_: &mut Self, after: &Screen| line.clone().with(difference(&pack(), before, after));
        let screen = self.call(line, call, done)?;
        let visit = self.visit.as_mut().expect("an open visit");
        visit.answers += 1;
        visit.screens.insert(line.person, screen);
        Ok(line.kind)
    }

    /// Says of a member who was asked nothing that he was absent, or completes the visit when there is none.
    fn finish(&mut self) -> Result<Kind, VisitError> {
        let (siklus, visit) = (self.siklus.as_ref().expect("an open store"), self.visit.as_ref().expect("an open visit").id);
        let parts = siklus.visit_overview(visit, "id")?.parts;
        if let Some(part) = parts.iter().find(|part| part.state.is_none()) {
            let line = Line::begin(Kind::Part, visit.0, part.person.0);
            let set = |siklus: &Siklus| siklus.set_part(visit, part.person, PartState::Absent, None);
            self.call(&line.clone(), set, move |_, ()| line)?;
            return Ok(Kind::Part);
        }
        let line = Line::begin(Kind::Complete, visit.0, Uuid::nil());
        self.call(&line.clone(), |siklus| siklus.complete_visit(author(), visit, true, "id"), move |_, _| line)?;
        self.visit = None;
        Ok(Kind::Complete)
    }
}

/// Registers an invented household.
///
/// # Errors
/// Those of the store.
pub fn register(siklus: &Siklus) -> Result<HouseholdId, VisitError> {
    let given_by = Some("Pak Contoh".into());
    let consent = Consent { state: ConsentState::Agreed, notice: "2026-1".into(), way: ConsentWay::Spoken, given_by };
    siklus.register_household(author(), &consent, &[(HouseholdField::Name, "Pak Contoh".into())])
}

/// What someone might answer; not every answer is accepted.
fn typed(question: &Question, rng: &mut Rng) -> String {
    match &question.kind {
        Asked::YesNo { .. } => (rng.usize(..100) < 25).to_string(),
        Asked::Number { min, max, .. } => {
            let whole = |limit: &Option<_>, otherwise| limit.and_then(siklus_core::fact::Number::to_integer).unwrap_or(otherwise);
            let min = whole(min, 0);
            rng.i64(min..=whole(max, 100).max(min)).to_string()
        }
        Asked::Choice(choices) if !choices.is_empty() => choices[rng.usize(..choices.len())].code.clone(),
        _ => "unknown".into(),
    }
}

/// What is answered on a screen.
fn answers(pack: &Pack, screen: &Screen) -> Changes {
    let questions = screen.sections.iter().flat_map(|section| &section.questions);
    let said = |question: &Question| match (&question.answer, question.unknown) {
        (_, true) => Some("unknown".to_owned()),
        (Some(shown), _) => Some(match &shown.value {
            Value::Bool(answer) => answer.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Code(code) => pack.dictionary().code(*code).to_owned(),
            _ => "other".into(),
        }),
        (None, false) => None,
    };
    questions.filter_map(|question| Some((question.id.clone(), said(question)?))).collect()
}

/// What changed from one screen to the next.
fn difference(pack: &Pack, before: &Screen, after: &Screen) -> Changes {
    let (before, after) = (answers(pack, before), answers(pack, after));
    let gone = before.keys().filter(|fact| !after.contains_key(*fact)).map(|fact| (fact.clone(), String::new()));
    let new = after.iter().filter(|(fact, answer)| before.get(*fact) != Some(answer)).map(|(fact, answer)| (fact.clone(), answer.clone()));
    gone.chain(new).collect()
}
