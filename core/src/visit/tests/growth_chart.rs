//! The growth chart from what the store keeps.

use super::fixtures::{Home, on, texts, today};
use crate::form::Given;
use crate::growth::Index;
use crate::growth::chart::{Mark, NoChart};
use crate::person::register::PersonField;
use crate::screening::render::ShownChart;
use crate::store::{Author, PersonId, VisitId};

/// A child with this birth date, in the household of the tests.
fn child(home: &Home, born: &str) -> PersonId {
    let fields = texts(&[(PersonField::Name, "Bayi Contoh"), (PersonField::Sex, "female"), (PersonField::Born, born)]);
    home.siklus.register_person(on(1, 2), home.household, &fields).unwrap().person
}

/// A visit that goes on at which only the child is asked.
fn weighed(home: &Home, child: PersonId, author: Author, weight: &str) -> VisitId {
    let visit = home.open_visit(author);
    home.answer(visit, child, "weight_kg", weight);
    home.only(visit, child);
    visit
}

fn completed(home: &Home, child: PersonId, author: Author, weight: &str) -> VisitId {
    let visit = weighed(home, child, author, weight);
    home.siklus.complete_visit(author, visit, true, "id").unwrap();
    visit
}

fn chart(home: &Home, child: PersonId, author: Author) -> ShownChart {
    home.siklus.growth_chart(child, author.happened_on, None, "id").unwrap()
}

/// Weights and how each is joined.
fn points(chart: &ShownChart) -> Vec<(f64, Option<usize>)> {
    chart.picture.as_ref().unwrap().points.iter().map(|(_, point)| (point.y, point.joined_to)).collect()
}

#[test]
fn a_chart_has_the_measures_of_every_completed_visit_up_to_its_day() {
    let home = Home::new();
    let child = child(&home, "2025-01-10");
    assert!(points(&chart(&home, child, today())).is_empty());
    assert!(chart(&home, child, today()).spoken.starts_with("Belum ada berat badan"));
    completed(&home, child, on(1, 5), "8,0");
    completed(&home, child, on(2, 2), "8,2");
    completed(&home, child, today(), "8,4");
    weighed(&home, child, on(3, 9), "9,9");
    let shown = chart(&home, child, on(3, 9));
    assert_eq!(points(&shown), [(8.0, None), (8.2, Some(0)), (8.4, Some(1))], "a draft does not count");
    assert!(chart(&home, child, today()) == shown, "the day of the visit itself does");
    assert_eq!(points(&chart(&home, child, on(3, 1))).len(), 2);
    assert!(shown.spoken.ends_with("Bulan sebelumnya 8,2 kg: naik 0,2 kg."), "{}", shown.spoken);
}

#[test]
fn a_corrected_weight_moves_its_point() {
    let home = Home::new();
    let child = child(&home, "2025-01-10");
    let visit = completed(&home, child, today(), "84,0");
    assert_eq!(chart(&home, child, today()).picture.unwrap().points[0].1.mark, Mark::Flagged);
    home.siklus.correct_answer(on(3, 5), visit, child, "weight_kg", Given::Typed("8,4"), "id").unwrap();
    let shown = chart(&home, child, today());
    assert_eq!((points(&shown), shown.picture.unwrap().points[0].1.mark), (vec![(8.4, None)], Mark::Measured));
}

#[test]
fn the_chart_is_offered_to_whom_it_can_teach() {
    let home = Home::new();
    let offered = |person| home.siklus.person_page(person, today().happened_on, 5, "id").unwrap().offers_growth_chart;
    assert!(offered(child(&home, "2025-01-10")) && offered(home.girl));
    assert!(!offered(home.father) && !offered(home.grandmother));
    let of_a_year = child(&home, "2024");
    assert!(offered(of_a_year), "it says what is missing");
    let chart = chart(&home, of_a_year, today());
    assert!(chart.picture == Err(NoChart::BirthDayUnknown) && chart.choices.is_empty());
    assert!(chart.spoken.starts_with("Tanggal lahir belum lengkap"));
}

#[test]
fn who_has_no_chart_is_told_so() {
    let home = Home::new();
    let chart = chart(&home, home.father, today());
    assert!(chart.index.is_none() && chart.picture == Err(NoChart::AgeOutside) && !chart.spoken.is_empty());
    let of_girl = home.siklus.growth_chart(home.girl, today().happened_on, Some(Index::WeightForAge), "id").unwrap();
    assert!(of_girl.picture.is_err() && of_girl.choices.len() == 2);
}

#[test]
fn a_chart_ends_with_the_day_of_death() {
    let home = Home::new();
    let child = child(&home, "2025-01-10");
    completed(&home, child, on(2, 2), "8,2");
    home.siklus.correct_person(today(), child, &[(PersonField::DiedOn, Some("2026-02-20".into()))]).unwrap();
    let zooms = home.siklus.growth_chart(child, on(3, 2).happened_on + chrono::Months::new(24), None, "id").unwrap().picture.unwrap().zooms;
    assert_eq!(zooms[0].horizontal.until, 24.0);
}
