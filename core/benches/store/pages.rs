//! The pages of the app in a village of 1,000 households.

use std::cell::LazyCell;
use std::sync::Arc;

use chrono::NaiveDate;
use criterion::Criterion;
use siklus_core::form::Given;
use siklus_core::pack::Pack;
use siklus_core::pack::source::Setting;
use siklus_core::person::register::HouseholdField;
use siklus_core::store::{Author, HouseholdId, Options, PersonId, VisitId};
use siklus_core::visit::{NewVisit, Siklus, WhoseForm};

use crate::home::{agreed, author, folder, key, member};
use crate::village::village;

/// Households on the first page.
const FIRST: u32 = 50;
/// Past visits on the page of a household or of a person.
const PAST: u32 = 20;
/// The household that was visited before.
const VISITED: u32 = 500;

/// The village, and the household in it that was visited before and is visited now.
struct Place {
    siklus: Siklus,
    household: HouseholdId,
    members: Vec<PersonId>,
    visit: VisitId,
}

/// Visits at which a child was measured.
const MEASURED: u32 = 60;

/// A child that was measured each month, five years long.
struct Weighed {
    siklus: Siklus,
    child: PersonId,
    on: NaiveDate,
}

/// Rows of the group `pages`.
pub fn rows(criterion: &mut Criterion, pack: &Arc<Pack>) {
    let folder = folder();
    // Made only for a row that runs.
    let place = LazyCell::new(|| Place::new(&folder.join("pages.db"), pack));
    let weighed = LazyCell::new(|| Weighed::new(&folder.join("weighed.db"), pack));
    let on = author().happened_on;
    let mut group = criterion.benchmark_group("pages");
    group.bench_function("today", |bencher| {
        let Place { siklus, .. } = &*place;
        bencher.iter(|| siklus.today(FIRST).expect("the first page"));
    });
    group.bench_function("household_page", |bencher| {
        let Place { siklus, household, .. } = &*place;
        bencher.iter(|| siklus.household_page(*household, on, PAST, "id").expect("a page"));
    });
    group.bench_function("person_page", |bencher| {
        let Place { siklus, members, .. } = &*place;
        bencher.iter(|| siklus.person_page(members[0], on, PAST, "id").expect("a page"));
    });
    group.bench_function("growth_chart", |bencher| {
        let Weighed { siklus, child, on } = &*weighed;
        bencher.iter(|| siklus.growth_chart(*child, *on, None, "id").expect("a chart"));
    });
    group.bench_function("overview", |bencher| {
        let Place { siklus, visit, .. } = &*place;
        bencher.iter(|| siklus.visit_overview(*visit, "id").expect("an overview"));
    });
    // Each time that of another member, so that none is kept from the call before.
    group.bench_function("form", |bencher| {
        let Place { siklus, members, visit, .. } = &*place;
        let mut next = members.iter().cycle();
        bencher.iter(|| siklus.screen(*visit, WhoseForm::Member(*next.next().expect("a member")), "id").expect("a screen"));
    });
    group.bench_function("form_again", |bencher| {
        let Place { siklus, members, visit, .. } = &*place;
        bencher.iter(|| siklus.screen(*visit, WhoseForm::Member(members[0]), "id").expect("a screen"));
    });
    group.finish();
    let _ = std::fs::remove_dir_all(folder);
}

impl Weighed {
    fn new(file: &std::path::Path, pack: &Arc<Pack>) -> Self {
        let options = Options { durable: false, ..Options::default() };
        let siklus = Siklus::create(file, &key(), options, author().moment, Arc::clone(pack)).expect("a new store");
        let name = [(HouseholdField::Name, "Pak Contoh".to_owned())];
        let household = siklus.register_household(author(), &agreed(), &name).expect("a household");
        let child = siklus.register_person(author(), household, &member("Bayi Contoh", "female", "2021-03-01")).expect("a person").person;
        for month in 0..MEASURED {
            let happened_on = author().happened_on - chrono::Months::new(MEASURED - month);
            let author = Author { happened_on, ..author() };
            let new = NewVisit { household, place: Setting::Posyandu, family_sheet: false };
            let visit = siklus.open_visit(author, new).expect("a visit");
            ask(&siklus, visit, child);
            for (fact, tenths) in
                [("weight_kg", 32 + month * 2), ("height_cm", 500 + month * 9), ("head_circumference_cm", 340 + month * 2)]
            {
                let typed = format!("{},{}", tenths / 10, tenths % 10);
                siklus.answer(visit, WhoseForm::Member(child), fact, Given::Typed(&typed), "id").expect("an answer");
            }
            siklus.complete_visit(author, visit, true, "id").expect("a completed visit");
        }
        Self { siklus, child, on: author().happened_on }
    }
}

impl Place {
    fn new(file: &std::path::Path, pack: &Arc<Pack>) -> Self {
        village(file, pack);
        let siklus = Siklus::open(file, &key(), Options::default(), Arc::clone(pack)).expect("the village");
        let household = siklus.store().households(VISITED, 1).expect("a page")[0].id;
        let members = siklus.store().household(household).expect("a household").members.iter().map(|member| member.id).collect();
        let mut place = Self { siklus, household, members, visit: VisitId(uuid::Uuid::nil()) };
        for days_ago in [300, 200, 100] {
            let happened_on = author().happened_on - chrono::Days::new(days_ago);
            let author = Author { happened_on, ..author() };
            let visit = place.asked(author);
            place.siklus.complete_visit(author, visit, true, "id").expect("a completed visit");
        }
        place.visit = place.asked(author());
        place
    }

    /// A visit at which each member was asked something.
    fn asked(&self, author: Author) -> VisitId {
        let new = NewVisit { household: self.household, place: Setting::HomeVisit, family_sheet: false };
        let visit = self.siklus.open_visit(author, new).expect("a visit");
        for member in &self.members {
            ask(&self.siklus, visit, *member);
            let _ = self.siklus.answer(visit, WhoseForm::Member(*member), "temperature_c", Given::Typed("36,6"), "id");
        }
        visit
    }
}

/// Answers whatever "no" to a whole section answers.
fn ask(siklus: &Siklus, visit: VisitId, member: PersonId) {
    let whose = WhoseForm::Member(member);
    let sections = siklus.screen(visit, whose, "id").expect("a screen").sections;
    for section in sections.iter().filter(|section| section.answer_no.is_some()) {
        siklus.answer_section_no(visit, whose, &section.id, "id").expect("a section");
    }
}
