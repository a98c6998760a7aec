//! What a case file holds. None of it has a `Debug`: it is about a person.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use siklus_core::fact::{Answer, FactId, Number};
use siklus_core::pack::source::Action;
use siklus_core::person::{BirthDate, LifeStage, PregnancyDate, Sex};

/// One case: a person or a household on the day of a visit.
pub enum CaseFile {
    /// One person.
    Person(Box<PersonFile>),
    /// A household with its members.
    Household(Box<HouseholdFile>),
}

/// The case of one person.
pub struct PersonFile {
    /// The person on the day of the visit.
    pub person: PersonCase,
    /// What must come out, if the file says so.
    pub expect: Option<PersonExpectation>,
}

/// The case of a household.
pub struct HouseholdFile {
    /// The day of the visit.
    pub on: NaiveDate,
    /// The facts of the household and the settings of its area.
    pub facts: Facts,
    /// The members in the order of the file.
    pub members: Vec<Member>,
    /// What must come out, if the file says so.
    pub expect: Option<HouseholdExpectation>,
}

/// One member of a household.
pub struct Member {
    /// Its name in the file, unique there.
    pub id: String,
    /// The person on the day of the visit.
    pub person: PersonCase,
}

/// Answers to facts, in the order of the file. A fact that stands nowhere was not asked.
pub type Facts = Vec<(FactId, Answer)>;

/// A person on the day of a visit. Nothing is checked yet of how its parts fit together.
pub struct PersonCase {
    /// The day of the visit.
    pub on: NaiveDate,
    /// The sex.
    pub sex: Sex,
    /// The birth date.
    pub born: BirthDate,
    /// The pregnancy in progress.
    pub pregnancy: Option<PregnancyDate>,
    /// The day of the last delivery.
    pub delivery: Option<NaiveDate>,
    /// Weight at birth in grams.
    pub birth_weight_g: Option<i64>,
    /// Completed weeks of gestation at birth.
    pub gestation_weeks: Option<i64>,
    /// What was recorded at this visit.
    pub facts: Facts,
    /// Earlier visits in the order of the file.
    pub history: Vec<EarlierCase>,
    /// Services received, in the order of the file.
    pub doses: Vec<DoseCase>,
    /// Where each of these fields stands in the file.
    pub places: Places,
}

/// An earlier visit.
pub struct EarlierCase {
    /// Its day.
    pub on: NaiveDate,
    /// What was recorded on it.
    pub facts: Facts,
}

/// A service received.
pub struct DoseCase {
    /// Its code, one of the vocabulary.
    pub code: String,
    /// Its day; none when it is not known.
    pub on: Option<NaiveDate>,
}

/// Lines of the fields of a person, by the path under which the core knows a field.
#[derive(Default)]
pub struct Places {
    fields: BTreeMap<String, (usize, String)>,
    start: usize,
    prefix: String,
}

impl Places {
    pub(crate) fn new(start: usize, prefix: &str) -> Self {
        Self { fields: BTreeMap::new(), start, prefix: prefix.to_owned() }
    }

    /// Remembers the line of a field and its path in the file, which differs from that in the core after an entry that was refused.
    pub(crate) fn put(&mut self, core_path: impl Into<String>, line: usize, field: &str) {
        self.fields.insert(core_path.into(), (line, field.to_owned()));
    }

    /// The line and the path in the file of a field that the core names; of a field that is not in the file, those of the nearest table
    /// around it.
    pub fn find(&self, core_path: &str) -> (usize, String) {
        if let Some((line, field)) = self.fields.get(core_path) {
            return (*line, field.clone());
        }
        let parent = core_path.rsplit_once('.').map(|(parent, _)| parent);
        let line = match parent.and_then(|parent| self.fields.get(parent)) {
            Some((line, _)) => *line,
            None => self.start,
        };
        (line, format!("{}{core_path}", self.prefix))
    }
}

/// An id that a case expects, and its place.
#[derive(Clone, Debug)]
pub struct ExpectedId {
    /// The id of a finding.
    pub id: String,
    /// Its line in the file.
    pub line: usize,
    /// Its path in the file.
    pub field: String,
}

/// What must come out for one person.
#[derive(Default)]
pub struct PersonExpectation {
    /// The life stages, all of them.
    pub stages: Option<Vec<LifeStage>>,
    /// Everything about findings.
    pub results: ResultExpectation,
    /// The status of services.
    pub due: Vec<ServiceExpectation>,
    /// z-scores by their index.
    pub growth: Vec<(String, Number)>,
}

/// What must come out of rules.
#[derive(Default)]
pub struct ResultExpectation {
    /// The most urgent action.
    pub action: Option<Action>,
    /// Findings that must be there.
    pub findings: Vec<ExpectedId>,
    /// Findings that may not be there.
    pub absent: Vec<ExpectedId>,
    /// Rules that must be reported as undecidable.
    pub undetermined: Vec<ExpectedId>,
    /// Rules that may not be reported as undecidable.
    pub decided: Vec<ExpectedId>,
    /// Whether findings and undetermined rules are listed completely.
    pub exact: bool,
}

/// The expected status of a service.
pub struct ServiceExpectation {
    /// Its code.
    pub code: String,
    /// `done`, `due`, `overdue`, `upcoming`, `missed` or `not_applicable`.
    pub status: &'static str,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
}

/// What must come out for a household.
#[derive(Default)]
pub struct HouseholdExpectation {
    /// Findings of the groups of the household.
    pub results: ResultExpectation,
    /// By the id of a member.
    pub members: Vec<(String, PersonExpectation)>,
}
