//! Growth in the result of a visit, and a child whose day of birth is not known.

use super::fixtures::{Home, on, texts, today};
use super::results::{answer_everything, done};
use crate::person::register::PersonField;
use crate::screening::Standing;
use crate::screening::render::Role;
use crate::store::{PartState, PersonId, VisitId};

const WHY: &str = "Tanggal lahir belum lengkap, jadi pertumbuhan belum bisa dinilai.";

fn child(home: &Home, born: &str) -> PersonId {
    let fields = texts(&[(PersonField::Name, "Adik Contoh"), (PersonField::Sex, "female"), (PersonField::Born, born)]);
    home.siklus.register_person(today(), home.household, &fields).unwrap().person
}

fn only(home: &Home, visit: VisitId, child: PersonId) {
    for other in [home.father, home.girl, home.grandmother] {
        home.siklus.set_part(visit, other, PartState::Absent, None).unwrap();
    }
    home.siklus.set_part(visit, child, PartState::Assessed, None).unwrap();
}

#[test]
fn a_child_of_unknown_day_is_kept_as_one_who_cannot_be_judged() {
    let standing = |born: &str| {
        let home = Home::new();
        let child = child(&home, born);
        let visit = home.open_visit(today());
        answer_everything(&home, visit, child);
        only(&home, visit, child);
        let result = done(home.siklus.complete_visit(today(), visit, true, "id").unwrap()).remove(0);
        let why = result.sentences.iter().filter(|sentence| sentence.starts_with(WHY)).count();
        let home = home.reopened();
        let store = home.siklus.store();
        assert_eq!(store.person(child).unwrap().last.unwrap().standing, result.standing);
        assert_eq!(store.households(0, 1).unwrap()[0].standing, Some(result.standing));
        let again = home.siklus.result(visit, child, "id").unwrap();
        assert!(again.follows && again == result);
        (result.complete, why)
    };
    assert_eq!(standing("2016-06-15"), (true, 0));
    assert_eq!(standing("2016-06"), (true, 1));
    assert_eq!(standing("2016"), (true, 1));
}

/// Somebody of whom nothing else keeps from being called well: the day of birth alone does.
#[test]
fn what_is_settled_needs_the_day_of_birth() {
    use crate::pack::source::Action;
    use crate::screening::{Input, Subject, assess};
    let pack = super::fixtures::pack();
    let needs = |born: &str| {
        let born = crate::person::register::read_typed_birth(born, today().happened_on).unwrap();
        let input = Input::new(today().happened_on, crate::person::Sex::Female, born);
        assess(&pack, &Subject::new(&pack, &input).unwrap())
    };
    let (known, unknown) = (needs("2016-06-15"), needs("2016-06"));
    assert_eq!([known.is_settled(true), unknown.is_settled(true), known.is_settled(false)], [true, false, false]);
    assert_eq!(Standing::of(Action::None, false, unknown.is_settled(true)), Standing::Undecidable);
    assert!(!needs("~40").needs_birth_day);
}

#[test]
fn the_growth_of_a_child_stands_in_the_result_and_stays_there() {
    let home = Home::new();
    let child = child(&home, "2024-12-20");
    let earlier = home.open_visit(on(2, 2));
    home.answer(earlier, child, "weight_kg", "8,6");
    only(&home, earlier, child);
    done(home.siklus.complete_visit(on(2, 2), earlier, true, "id").unwrap());
    let visit = home.open_visit(today());
    let screen = home.answer(visit, child, "weight_kg", "8,7");
    only(&home, visit, child);
    let result = done(home.siklus.complete_visit(today(), visit, true, "id").unwrap()).remove(0);
    assert!(result.growth.is_some() && result.growth == screen.growth);
    let lines: Vec<_> = result.lines.iter().filter(|line| line.role == Role::Growth).map(|line| line.text.as_str()).collect();
    assert_eq!(lines, ["Berat badan menurut umur: Berat badan normal (-0,69 SD)", "Berat badan tidak naik"]);
    let home = home.reopened();
    assert!(home.siklus.result(visit, child, "id").unwrap() == result);
    let first = home.siklus.result(earlier, child, "en").unwrap().growth.unwrap();
    assert_eq!(first.monthly[0].text, "Weighed for the first time, so the gain cannot be judged yet");
}
