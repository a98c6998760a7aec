//! An invented household in a file of its own, on the disk where temporary files lie.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

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

/// A household with one pregnant girl, and the store that it is in.
pub struct Home {
    pub siklus: Arc<Siklus>,
    pub household: HouseholdId,
    pub girl: PersonId,
    _folder: Arc<Folder>,
}

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
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

/// Writes on a day of 2026, each time a little later, as a clock goes on between two calls.
pub fn author() -> Author {
    static MS: AtomicI64 = AtomicI64::new(1_772_420_400_000);
    let happened_on = NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date of the calendar");
    let moment = Moment { unix_ms: MS.fetch_add(7, Ordering::Relaxed), utc_offset_min: 420 };
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
        Self::in_store(Arc::new(siklus), Arc::new(Folder(folder)))
    }

    /// Another household in the store of this one.
    pub fn in_same_store(&self) -> Self {
        Self::in_store(Arc::clone(&self.siklus), Arc::clone(&self._folder))
    }

    fn in_store(siklus: Arc<Siklus>, folder: Arc<Folder>) -> Self {
        let name = [(HouseholdField::Name, "Pak Contoh".to_owned())];
        let household = siklus.register_household(author(), &agreed(), &name).expect("a household");
        let girl = siklus.register_person(author(), household, &member("Sari Contoh", "female", "2008-05-14")).expect("a person").person;
        siklus.begin_pregnancy(author(), girl, EpisodeField::Lmp, "2025-10-01").expect("a pregnancy");
        Self { siklus, household, girl, _folder: folder }
    }

    /// Where the store lies.
    pub fn file(&self) -> PathBuf {
        self._folder.0.join("home.db")
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
