//! An invented household: a father of 45, a pregnant girl of 17, a grandmother of 67.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use uuid::Uuid;

use crate::form::{Given, Screen};
use crate::pack::Pack;
use crate::pack::source::Setting;
use crate::person::register::{HouseholdField, PersonField};
use crate::store::{
    ActorId, Author, Consent, ConsentState, ConsentWay, EpisodeField, HouseholdId, Moment, Options, PartState, PersonId, StoreKey, VisitId,
};
use crate::visit::{NewVisit, Siklus, WhoseForm};

static PACK: LazyLock<Arc<Pack>> = LazyLock::new(|| Arc::new(Pack::embedded().unwrap()));

/// A store in a folder of its own, removed at the end of the test.
pub struct Home {
    folder: PathBuf,
    pub siklus: Siklus,
    pub household: HouseholdId,
    pub father: PersonId,
    pub girl: PersonId,
    pub grandmother: PersonId,
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn key() -> StoreKey {
    StoreKey::new([5; StoreKey::BYTES])
}

pub fn pack() -> Arc<Pack> {
    Arc::clone(&PACK)
}

/// An author on a day of 2026.
pub fn on(month: u32, day: u32) -> Author {
    let happened_on = NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let unix_ms = happened_on.and_hms_opt(3, 0, 0).unwrap().and_utc().timestamp_millis();
    Author { actor: ActorId(Uuid::from_u128(99)), happened_on, moment: Moment { unix_ms, utc_offset_min: 420 } }
}

pub fn today() -> Author {
    on(3, 2)
}

pub fn agreed() -> Consent {
    Consent { state: ConsentState::Agreed, notice: "2026-1".into(), way: ConsentWay::Spoken, given_by: Some("Pak Contoh".into()) }
}

pub fn texts<F: Copy>(fields: &[(F, &str)]) -> Vec<(F, String)> {
    fields.iter().map(|(field, text)| (*field, (*text).to_owned())).collect()
}

impl Home {
    pub fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("siklus-visit-{}", Uuid::new_v4()));
        std::fs::create_dir(&folder).unwrap();
        let siklus = Siklus::create(&folder.join("s.db"), &key(), Options::default(), today().moment, pack()).unwrap();
        let fields = texts(&[(HouseholdField::Name, "Pak Contoh"), (HouseholdField::Rt, "3")]);
        let household = siklus.register_household(today(), &agreed(), &fields).unwrap();
        let person = |name, sex, born| {
            let fields = texts(&[(PersonField::Name, name), (PersonField::Sex, sex), (PersonField::Born, born)]);
            siklus.register_person(today(), household, &fields).unwrap().person
        };
        let father = person("Pak Contoh", "male", "1980-11-20");
        let girl = person("Sari Contoh", "female", "2008-05-14");
        let grandmother = person("Nenek Contoh", "female", "~67");
        siklus.begin_pregnancy(today(), girl, EpisodeField::Lmp, "2025-10-01").unwrap();
        Self { folder, siklus, household, father, girl, grandmother }
    }

    /// Where its files lie.
    pub fn folder(&self) -> &std::path::Path {
        &self.folder
    }

    /// Closes the store and opens it again, as after a restart of the phone.
    pub fn reopened(mut self) -> Self {
        self.siklus.store().close().unwrap();
        self.siklus = Siklus::open(&self.folder.join("s.db"), &key(), Options::default(), pack()).unwrap();
        self
    }

    pub fn open_visit(&self, author: Author) -> VisitId {
        let new = NewVisit { household: self.household, place: Setting::HomeVisit, family_sheet: false };
        self.siklus.open_visit(author, new).unwrap()
    }

    pub fn answer(&self, visit: VisitId, person: PersonId, fact: &str, typed: &str) -> Screen {
        self.siklus.answer(visit, WhoseForm::Member(person), fact, Given::Typed(typed), "id").unwrap()
    }

    pub fn screen(&self, visit: VisitId, person: PersonId) -> Screen {
        self.siklus.screen(visit, WhoseForm::Member(person), "id").unwrap()
    }

    /// All but one member are absent.
    pub fn only(&self, visit: VisitId, person: PersonId) {
        for other in [self.father, self.girl, self.grandmother].into_iter().filter(|other| *other != person) {
            self.siklus.set_part(visit, other, PartState::Absent, None).unwrap();
        }
    }
}
