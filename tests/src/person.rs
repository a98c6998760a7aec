//! A person for a test: what is not said is left out, so that a test states only what matters.

use chrono::{Days, NaiveDate};
use siklus_core::fact::{Answer, FactId};
use siklus_core::pack::Pack;
use siklus_core::person::{BirthDate, Precision, PregnancyDate, Sex, add_months};
use siklus_core::screening::{Assessment, BirthData, Dose, EarlierVisit, Input, InputFault, Subject, assess};

use crate::answers::{day, read};

/// A person on the day of a visit, 2 March 2026 unless another one is said.
///
/// ```
/// use siklus_core::pack::Pack;
/// use siklus_tests::Person;
///
/// let pack = Pack::embedded().unwrap();
/// let woman = Person::woman().born(1998, 5, 1).pregnant_since(2025, 10, 1).fact("muac_cm", "22.8").unknown("fever_over_2_days");
/// assert!(woman.findings(&pack).contains(&"pregnancy.muac_low"));
/// ```
#[derive(Clone)]
pub struct Person {
    on: NaiveDate,
    sex: Sex,
    born: NaiveDate,
    precision: Precision,
    pregnancy: Option<PregnancyDate>,
    delivery: Option<NaiveDate>,
    birth: BirthData,
    facts: Vec<(String, Said)>,
    history: Vec<(NaiveDate, Vec<(String, Said)>)>,
    doses: Vec<(String, Option<NaiveDate>)>,
}

#[derive(Clone)]
enum Said {
    Known(String),
    Unknown,
}

impl Person {
    /// A woman of 27 years.
    pub fn woman() -> Self {
        Self::new(Sex::Female)
    }

    /// A man of 27 years.
    pub fn man() -> Self {
        Self::new(Sex::Male)
    }

    fn new(sex: Sex) -> Self {
        Self {
            on: day(2026, 3, 2),
            sex,
            born: day(1998, 5, 1),
            precision: Precision::Day,
            pregnancy: None,
            delivery: None,
            birth: BirthData::default(),
            facts: Vec::new(),
            history: Vec::new(),
            doses: Vec::new(),
        }
    }

    /// The day of the visit.
    pub fn on(self, year: i32, month: u32, of: u32) -> Self {
        Self { on: day(year, month, of), ..self }
    }

    /// The birth date.
    pub fn born(self, year: i32, month: u32, of: u32) -> Self {
        Self { born: day(year, month, of), ..self }
    }

    /// Only the year of birth is known.
    pub fn born_in(self, year: i32) -> Self {
        Self { precision: Precision::Year, ..self.born(year, 1, 1) }
    }

    /// Born so many days before the visit.
    pub fn aged_days(self, days: u64) -> Self {
        Self { born: before(self.on, days), ..self }
    }

    /// Born so many calendar months before the visit.
    pub fn aged_months(self, months: i32) -> Self {
        Self { born: add_months(self.on, -months).expect("a birth date"), ..self }
    }

    /// Born so many years before the visit.
    pub fn aged_years(self, years: i32) -> Self {
        self.aged_months(12 * years)
    }

    /// Pregnant, with the first day of the last period.
    pub fn pregnant_since(self, year: i32, month: u32, of: u32) -> Self {
        Self { pregnancy: Some(PregnancyDate::Lmp(day(year, month, of))), ..self }
    }

    /// Pregnant for so many weeks and days.
    pub fn pregnant_for(self, weeks: u64, days: u64) -> Self {
        Self { pregnancy: Some(PregnancyDate::Lmp(before(self.on, 7 * weeks + days))), ..self }
    }

    /// Pregnant, with the expected date of delivery.
    pub fn due_on(self, year: i32, month: u32, of: u32) -> Self {
        Self { pregnancy: Some(PregnancyDate::Edd(day(year, month, of))), ..self }
    }

    /// Delivered so many days before the visit.
    pub fn delivered_days_ago(self, days: u64) -> Self {
        Self { delivery: Some(before(self.on, days)), ..self }
    }

    /// Weight at birth in grams.
    pub fn birth_weight_g(mut self, grams: i64) -> Self {
        self.birth.weight_g = Some(grams);
        self
    }

    /// Completed weeks of gestation at birth.
    pub fn birth_gestation_weeks(mut self, weeks: i64) -> Self {
        self.birth.gestation_weeks = Some(weeks);
        self
    }

    /// An answer, as a case file spells it: `true`, `22.8`, `active`, `ht, dm`, `2026-03-02`.
    pub fn fact(mut self, fact: &str, answer: &str) -> Self {
        self.facts.retain(|(known, _)| known != fact);
        self.facts.push((fact.to_owned(), Said::Known(answer.to_owned())));
        self
    }

    /// The answer yes.
    pub fn yes(self, fact: &str) -> Self {
        self.fact(fact, "true")
    }

    /// The answer no.
    pub fn no(self, fact: &str) -> Self {
        self.fact(fact, "false")
    }

    /// Asked, and the family does not know.
    pub fn unknown(mut self, fact: &str) -> Self {
        self.facts.retain(|(known, _)| known != fact);
        self.facts.push((fact.to_owned(), Said::Unknown));
        self
    }

    /// The facts of this visit that were said.
    pub fn facts(&self) -> impl Iterator<Item = &str> {
        self.facts.iter().map(|(fact, _)| fact.as_str())
    }

    /// An earlier visit with its answers.
    pub fn earlier(mut self, year: i32, month: u32, of: u32, facts: &[(&str, &str)]) -> Self {
        let facts = facts.iter().map(|(fact, answer)| ((*fact).to_owned(), Said::Known((*answer).to_owned())));
        self.history.push((day(year, month, of), facts.collect()));
        self
    }

    /// A service received.
    pub fn dose(mut self, code: &str, year: i32, month: u32, of: u32) -> Self {
        self.doses.push((code.to_owned(), Some(day(year, month, of))));
        self
    }

    /// A service received on an unknown day.
    pub fn dose_without_date(mut self, code: &str) -> Self {
        self.doses.push((code.to_owned(), None));
        self
    }

    /// What a subject is made of.
    pub fn input(&self, pack: &Pack) -> Input {
        let dose = |(code, on): &(String, _)| {
            let service = pack.find_service(code).unwrap_or_else(|| panic!("no service `{code}`"));
            Dose { service, on: *on }
        };
        Input {
            pregnancy: self.pregnancy,
            delivery: self.delivery,
            birth: self.birth,
            facts: answers(pack, &self.facts),
            history: self.history.iter().map(|(on, facts)| EarlierVisit { on: *on, facts: answers(pack, facts) }).collect(),
            doses: self.doses.iter().map(dose).collect(),
            ..Input::new(self.on, self.sex, BirthDate::new(self.born, self.precision))
        }
    }

    /// The checked subject.
    ///
    /// # Errors
    /// What [`Subject::new`] refuses.
    pub fn try_subject(&self, pack: &Pack) -> Result<Subject<'static>, Vec<InputFault>> {
        Subject::new(pack, self.input(pack))
    }

    /// The checked subject of a person without a fault.
    pub fn subject(&self, pack: &Pack) -> Subject<'static> {
        self.try_subject(pack).unwrap_or_else(|faults| panic!("not a subject: {faults:?}"))
    }

    /// What a pack says of the person.
    pub fn assess(&self, pack: &Pack) -> Assessment {
        assess(pack, &self.subject(pack))
    }

    /// The ids of the rules that fire.
    pub fn findings<'p>(&self, pack: &'p Pack) -> Vec<&'p str> {
        let found = self.assess(pack).findings;
        found.iter().filter_map(|finding| pack.rule(finding.rule)).map(|rule| rule.id.value.as_str()).collect()
    }

    /// The ids of the rules that cannot be decided.
    pub fn undetermined<'p>(&self, pack: &'p Pack) -> Vec<&'p str> {
        let open = self.assess(pack).undetermined;
        open.iter().filter_map(|open| pack.rule(open.rule)).map(|rule| rule.id.value.as_str()).collect()
    }
}

fn answers(pack: &Pack, facts: &[(String, Said)]) -> Vec<(FactId, Answer)> {
    let answer = |(fact, said): &(String, Said)| match said {
        Said::Known(text) => read(pack, fact, text),
        Said::Unknown => (read_id(pack, fact), Answer::Unknown),
    };
    facts.iter().map(answer).collect()
}

fn read_id(pack: &Pack, fact: &str) -> FactId {
    pack.dictionary().find(fact).unwrap_or_else(|| panic!("no fact `{fact}`"))
}

fn before(on: NaiveDate, days: u64) -> NaiveDate {
    on.checked_sub_days(Days::new(days)).expect("a day in the calendar")
}
