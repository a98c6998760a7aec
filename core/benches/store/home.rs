//! An invented household in a file of its own, on the disk where temporary files lie.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use siklus_core::form::Given;
use siklus_core::pack::Pack;
use siklus_core::pack::source::Setting;
use siklus_core::person::register::{HouseholdField, PersonField};
use siklus_core::store::{
    ActorId, Author, Consent, ConsentState, ConsentWay, EpisodeField, HouseholdId, Moment, Options, PersonId, StoreKey, VisitId,
};
use siklus_core::visit::{NewVisit, Siklus, WhoseForm};
use uuid::Uuid;

/// A store with one household and one pregnant girl in it.
pub struct Home {
    folder: PathBuf,
    pub siklus: Siklus,
    pub household: HouseholdId,
    pub girl: PersonId,
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A folder for a file of the benchmark.
pub fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("siklus-bench-{}", Uuid::new_v4()));
    std::fs::create_dir(&folder).expect("a folder for temporary files");
    folder
}

pub fn key() -> StoreKey {
    StoreKey::new([3; StoreKey::BYTES])
}

/// Writes on a day of 2026.
pub fn author() -> Author {
    let happened_on = NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date of the calendar");
    let moment = Moment { unix_ms: 1_772_420_400_000, utc_offset_min: 420 };
    Author { actor: ActorId(Uuid::from_u128(9)), happened_on, moment }
}

pub fn agreed() -> Consent {
    Consent { state: ConsentState::Agreed, notice: "2026-1".into(), way: ConsentWay::Spoken, given_by: None }
}

pub fn member(name: &str, sex: &str, born: &str) -> Vec<(PersonField, String)> {
    let fields = [(PersonField::Name, name), (PersonField::Sex, sex), (PersonField::Born, born)];
    fields.map(|(field, text)| (field, text.to_owned())).to_vec()
}

impl Home {
    pub fn new(pack: &Arc<Pack>, durable: bool) -> Self {
        let folder = folder();
        let options = Options { durable, ..Options::default() };
        let siklus = Siklus::create(&folder.join("home.db"), &key(), options, author().moment, Arc::clone(pack)).expect("a new store");
        let name = [(HouseholdField::Name, "Pak Contoh".to_owned())];
        let household = siklus.register_household(author(), &agreed(), &name).expect("a household");
        let girl = siklus.register_person(author(), household, &member("Sari Contoh", "female", "2008-05-14")).expect("a person").person;
        siklus.begin_pregnancy(author(), girl, EpisodeField::Lmp, "2025-10-01").expect("a pregnancy");
        Self { folder, siklus, household, girl }
    }

    /// Opens a visit and answers `danger_signs` of the girl.
    pub fn visit(&self) -> VisitId {
        let new = NewVisit { household: self.household, place: Setting::Posyandu, family_sheet: false };
        let visit = self.siklus.open_visit(author(), new).expect("a visit");
        for section in ["danger_pregnancy_now", "danger_pregnancy_signs"] {
            self.siklus.answer_section_no(visit, WhoseForm::Member(self.girl), section, "id").expect("a section");
        }
        visit
    }

    pub fn answer(&self, visit: VisitId, fact: &str, typed: &str) {
        self.siklus.answer(visit, WhoseForm::Member(self.girl), fact, Given::Typed(typed), "id").expect("an answer");
    }
}
