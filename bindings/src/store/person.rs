//! Persons and their pregnancies, as they are entered and as they are kept.

use chrono::NaiveDate;
use siklus_core::pack::source::Action;
use siklus_core::person::register::{PersonField, Relation};
use siklus_core::person::{BirthDate, Sex};
use siklus_core::screening::Standing;
use siklus_core::screening::render::Described;
use siklus_core::store::{Episode, LastResult, Person};
use siklus_core::visit::{RegisterWarning, Registered};

use crate::case::BornRequest;
use crate::private::hide;

/// A field of a person with what was entered.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct PersonChange {
    /// The field.
    pub field: PersonField,
    /// What was entered; none takes the value back.
    pub text: Option<String>,
}

/// A person who was registered or corrected.
#[derive(Clone, Debug, uniffi::Record)]
pub struct RegisteredView {
    /// The person.
    pub person: String,
    /// What the cadre should look at again; it was kept as entered.
    pub warnings: Vec<RegisterWarning>,
}

/// A person as known now.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct PersonView {
    /// The id, which stays when a NIK arrives.
    pub id: String,
    /// The household that the person belongs to.
    pub household: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The sex.
    pub sex: Option<Sex>,
    /// The birth date, as far as it is known.
    pub born: Option<BornRequest>,
    /// What the person is to the head of the household.
    pub relation: Option<Relation>,
    /// The national number.
    pub nik: Option<String>,
    /// The weight at birth in grams.
    pub birth_weight_g: Option<i64>,
    /// Completed weeks of gestation at birth.
    pub birth_gestation_weeks: Option<i64>,
    /// When the person left the household.
    pub left_on: Option<NaiveDate>,
    /// When the person died.
    pub died_on: Option<NaiveDate>,
    /// How the last visit came out at which the person was assessed.
    pub last: Option<LastResultView>,
}

/// How a person's last visit came out.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct LastResultView {
    /// The visit.
    pub visit: String,
    /// Its day.
    pub on: NaiveDate,
    /// The most urgent action.
    pub action: Action,
    /// Whether something urgent could not be judged.
    pub open_urgent: bool,
    /// How the person stands after it.
    pub standing: Standing,
}

/// Who somebody is on a day, in words.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct DescribedView {
    /// The age, as "17 tahun".
    pub age: String,
    /// Whether the birth date is not known to the day.
    pub is_estimated: bool,
    /// Pregnancy with its weeks, the time after a delivery, or the life stage of the age.
    pub stage: String,
    /// The life stage of the age alone.
    pub age_group: String,
}

/// A pregnancy as known now.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct PregnancyView {
    /// Its id.
    pub id: String,
    /// The first day of the last period.
    pub lmp: Option<NaiveDate>,
    /// The due date.
    pub edd: Option<NaiveDate>,
    /// The day of the birth.
    pub delivered_on: Option<NaiveDate>,
    /// The day on which it was lost.
    pub lost_on: Option<NaiveDate>,
}

hide!(PersonChange, PersonView, LastResultView, DescribedView, PregnancyView);

impl From<Registered> for RegisteredView {
    fn from(registered: Registered) -> Self {
        Self { person: registered.person.to_string(), warnings: registered.warnings }
    }
}

impl From<Person> for PersonView {
    fn from(known: Person) -> Self {
        Self {
            id: known.id.to_string(),
            household: known.household.map(|household| household.to_string()),
            name: known.name,
            sex: known.sex,
            born: known.born.map(born),
            relation: known.relation,
            nik: known.nik,
            birth_weight_g: known.birth_weight_g,
            birth_gestation_weeks: known.birth_gestation_weeks,
            left_on: known.left_on,
            died_on: known.died_on,
            last: known.last.map(LastResultView::from),
        }
    }
}

fn born(born: BirthDate) -> BornRequest {
    BornRequest { date: born.effective(), precision: born.precision() }
}

impl From<LastResult> for LastResultView {
    fn from(last: LastResult) -> Self {
        let LastResult { visit, on, action, open_urgent, standing } = last;
        Self { visit: visit.to_string(), on, action, open_urgent, standing }
    }
}

impl From<Described> for DescribedView {
    fn from(described: Described) -> Self {
        let Described { age, is_estimated, stage, age_group } = described;
        Self { age, is_estimated, stage, age_group }
    }
}

impl From<Episode> for PregnancyView {
    fn from(known: Episode) -> Self {
        let Episode { id, lmp, edd, delivered_on, lost_on } = known;
        Self { id: id.to_string(), lmp, edd, delivered_on, lost_on }
    }
}
