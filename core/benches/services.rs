//! The due list: of one child with twenty doses, and of many people.

use std::hint::black_box;

use chrono::{Days, NaiveDate};
use criterion::{Criterion, Throughput};
use siklus_core::pack::Pack;
use siklus_core::person::{BirthDate, Precision, Sex};
use siklus_core::screening::{Dose, Input, Subject, due, plan};

/// Twenty vaccines of a child's first eighteen months, with the day of life on which they were given.
const GIVEN: [(&str, u64); 20] = [
    ("hb0", 0),
    ("bcg", 20),
    ("opv.1", 20),
    ("dpt_hb_hib.1", 64),
    ("opv.2", 64),
    ("pcv.1", 64),
    ("rv.1", 64),
    ("dpt_hb_hib.2", 96),
    ("opv.3", 96),
    ("pcv.2", 96),
    ("rv.2", 96),
    ("dpt_hb_hib.3", 127),
    ("opv.4", 127),
    ("ipv.1", 127),
    ("rv.3", 127),
    ("mr.1", 280),
    ("ipv.2", 280),
    ("vitamin_a.blue", 240),
    ("pcv.3", 370),
    ("vitamin_a.red", 430),
];
const ON: &str = "2026-03-02";

/// The rows of the group `services`.
pub fn rows(criterion: &mut Criterion, pack: &Pack) {
    let mut group = criterion.benchmark_group("services");
    let child = child(pack, 500, GIVEN.len());
    assert_eq!(child.doses().count(), 20);
    group.bench_function("due_of_child", |bencher| bencher.iter(|| due(pack, black_box(&child))));
    let until = child.on() + Days::new(365);
    let baby = self::child(pack, 40, 3);
    group.bench_function("plan_of_baby", |bencher| bencher.iter(|| plan(pack, black_box(&baby), until)));
    group.sample_size(10);
    for (name, count) in [("due_of_4000", 4_000), ("due_of_50000", 50_000)] {
        let people: Vec<_> = (0..count).map(|number| anybody(pack, number)).collect();
        group.throughput(Throughput::Elements(count));
        group
            .bench_function(name, |bencher| bencher.iter(|| people.iter().map(|person| due(pack, black_box(person)).len()).sum::<usize>()));
    }
    group.finish();
}

/// An invented child of so many days with the first few vaccines.
fn child(pack: &Pack, age_days: u64, doses: usize) -> Subject<'static> {
    let on: NaiveDate = ON.parse().expect("a date");
    let born = on - Days::new(age_days);
    let mut input = Input::new(on, Sex::Female, BirthDate::new(born, Precision::Day));
    let given = GIVEN.iter().take(doses).filter(|(_, day)| *day <= age_days);
    input.doses = given.map(|(code, day)| dose(pack, code, born + Days::new(*day))).collect();
    Subject::new(pack, input).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// Invented people of every age, a third of them children with some vaccines.
fn anybody(pack: &Pack, number: u64) -> Subject<'static> {
    if number.is_multiple_of(3) {
        return child(pack, 1 + number * 37 % 2_000, usize::try_from(number % 21).unwrap_or(20));
    }
    let on: NaiveDate = ON.parse().expect("a date");
    let sex = if number.is_multiple_of(2) { Sex::Female } else { Sex::Male };
    let born = BirthDate::new(on - Days::new(2_200 + number * 7919 % 26_000), Precision::Day);
    Subject::new(pack, Input::new(on, sex, born)).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn dose(pack: &Pack, code: &str, on: NaiveDate) -> Dose {
    Dose { service: pack.find_service(code).unwrap_or_else(|| panic!("a service {code}")), on: Some(on) }
}
