//! Households, as they are entered and as they are kept.

use chrono::NaiveDate;
use siklus_core::pack::source::Action;
use siklus_core::person::register::HouseholdField;
use siklus_core::screening::Standing;
use siklus_core::store::{Consent, ConsentState, ConsentWay, Household, HouseholdLine, NameHit};

use super::person::PersonView;
use crate::private::hide;

/// What a household said to the notice on its data.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct ConsentRequest {
    /// What it said.
    pub state: ConsentState,
    /// The version of the notice that was read out.
    pub notice: String,
    /// How it was said.
    pub way: ConsentWay,
    /// Who said it; not kept with a refusal.
    pub given_by: Option<String>,
}

/// A field of a household with what was entered.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct HouseholdChange {
    /// The field.
    pub field: HouseholdField,
    /// What was entered; none takes the value back.
    pub text: Option<String>,
}

/// A household as it stands now.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct HouseholdView {
    /// Its id.
    pub id: String,
    /// How it is called.
    pub name: Option<String>,
    /// Where it lives.
    pub address: Option<String>,
    /// Rukun tetangga.
    pub rt: Option<String>,
    /// Rukun warga.
    pub rw: Option<String>,
    /// The number of the family card.
    pub kk_number: Option<String>,
    /// When it moved away.
    pub moved_on: Option<NaiveDate>,
    /// Whether it agreed that its data are kept; none when it was not asked.
    pub consent: Option<ConsentState>,
    /// Its members, the oldest first; also those who died or left.
    pub members: Vec<PersonView>,
}

/// A household in the list.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct HouseholdLineView {
    /// Its id.
    pub id: String,
    /// How it is called.
    pub name: Option<String>,
    /// Rukun tetangga.
    pub rt: Option<String>,
    /// Rukun warga.
    pub rw: Option<String>,
    /// How many members live in it.
    pub members: u32,
    /// The day of the last visit.
    pub last_visit_on: Option<NaiveDate>,
    /// The most urgent of the last results of its members.
    pub last_action: Option<Action>,
    /// Whether something urgent could not be judged then.
    pub last_open_urgent: bool,
    /// How it stands after them; none before the first visit.
    pub standing: Option<Standing>,
    /// A visit that was begun and has not ended.
    pub visit_in_progress: Option<String>,
}

/// Someone whose name was searched for.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct NameHitView {
    /// The household.
    pub household: String,
    /// The person; none when the household itself has the name.
    pub person: Option<String>,
    /// The name.
    pub name: String,
    /// How the household is called, so that people of one name are told apart.
    pub household_name: Option<String>,
    /// Its rukun tetangga.
    pub rt: Option<String>,
}

hide!(ConsentRequest, HouseholdChange, HouseholdView, HouseholdLineView, NameHitView);

impl ConsentRequest {
    pub(super) fn consent(&self) -> Consent {
        Consent { state: self.state, notice: self.notice.clone(), way: self.way, given_by: self.given_by.clone() }
    }
}

impl From<Household> for HouseholdView {
    fn from(known: Household) -> Self {
        Self {
            id: known.id.to_string(),
            name: known.name,
            address: known.address,
            rt: known.rt,
            rw: known.rw,
            kk_number: known.kk_number,
            moved_on: known.moved_on,
            consent: known.consent,
            members: known.members.into_iter().map(PersonView::from).collect(),
        }
    }
}

impl From<HouseholdLine> for HouseholdLineView {
    fn from(line: HouseholdLine) -> Self {
        Self {
            id: line.id.to_string(),
            name: line.name,
            rt: line.rt,
            rw: line.rw,
            members: line.members,
            last_visit_on: line.last_visit_on,
            last_action: line.last_action,
            last_open_urgent: line.last_open_urgent,
            standing: line.standing,
            visit_in_progress: line.draft.map(|visit| visit.to_string()),
        }
    }
}

impl From<NameHit> for NameHitView {
    fn from(hit: NameHit) -> Self {
        let NameHit { household, person, name, household_name, rt } = hit;
        Self { household: household.to_string(), person: person.map(|person| person.to_string()), name, household_name, rt }
    }
}
