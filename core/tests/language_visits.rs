//! Earlier visits: every name read there means what it meant that day.

mod common;

use common::{Person, check_with, pack, rule};

/// Weighed in February, in January with nothing else asked, and in March a year before.
fn weighed() -> Person {
    let february = "weight_kg = 60.0, n = 7, ask_n = true, p = true, ask_p = true";
    Person::new()
        .earlier("2026-02-02", february)
        .earlier("2025-03-02", "weight_kg = 55.5, word = 'old', signs = ['rash']")
        .earlier("2026-01-02", "n = unknown, ask_n = true, color = 'red'")
}

#[test]
fn earlier_visits_stand_newest_first_and_today_before_them_in_visits() {
    check_with(
        "",
        &weighed().with("weight_kg = 61.0"),
        "=> earlier.size() | visits.size() | earlier.first().on | earlier.last().on | visits.first().on | earlier.first().weight_kg | visits.first().weight_kg
         => 3              | 4             | 2026-02-02         | 2025-03-02        | 2026-03-02        | 60                        | 61",
    );
}

#[test]
fn a_fact_without_a_value_at_an_earlier_visit_does_not_apply_there() {
    check_with(
        "",
        &weighed(),
        "=> earlier.first().m | earlier.first().r | earlier.first().m > 3 | answered(earlier.first().r) | earlier.map(v, v.weight_kg).max() | weight_kg
         => n/a               | no                | no                    | no                          | n/a                               | open",
    );
}

#[test]
fn what_was_unknown_at_an_earlier_visit_does_not_apply_there_but_was_asked() {
    check_with(
        "",
        &weighed(),
        "=> earlier.exists(v, is_unknown(v.n)) | earlier.first().n | is_unknown(earlier.first().n) | earlier.exists(v, v.color == 'red' && v.n > 0)
         => yes                               | 7                 | no                            | no",
    );
}

#[test]
fn read_from_no_visit_everything_does_not_apply() {
    let more = "[derived.last_weighed]\nvalue = \"earlier.filter(v, answered(v.weight_kg)).first()\"\n[derived.heavy]\nvalue = \"weight_kg >= 60.0\"";
    check_with(
        more,
        &Person::new().with("district_limit = 3"),
        "=> last_weighed.weight_kg | last_weighed.p | answered(last_weighed) | last_weighed.on | last_weighed.age_years | last_weighed.heavy | last_weighed.district_limit | last_weighed.three.size()
         => n/a                    | no             | no                     | n/a             | n/a                    | n/a                | n/a                         | n/a",
    );
    check_with(
        more,
        &weighed(),
        "=> last_weighed.weight_kg | last_weighed.heavy | last_weighed.on | answered(last_weighed) | sum_so_far(last_weighed.three) | last_weighed.three.size()
         => 60                     | yes                | 2026-02-02      | yes                    | 1                              | 3",
    );
    check_with(
        more,
        &Person::new(),
        "=> sum_so_far(last_weighed.three) | sum(last_weighed.three) | any(last_weighed.three)\n => n/a | n/a | no",
    );
}

#[test]
fn a_derived_fact_is_asked_as_of_its_visit() {
    let more = r#"
        [derived.gain]
        value = "weight_kg - earlier.filter(v, answered(v.weight_kg)).first().weight_kg"
        [derived.before_that]
        value = "earlier.size()"
    "#;
    check_with(
        more,
        &weighed().with("weight_kg = 61.5"),
        "=> gain | earlier.first().gain | earlier.last().gain | before_that | earlier.first().before_that | earlier.last().before_that
         => 1.5  | 4.5                  | n/a                 | 3           | 2                           | 0",
    );
}

#[test]
fn ages_stages_and_gates_are_those_of_that_day() {
    let child = Person::new().born("2025-03-03").on("2026-03-02");
    let child = child.earlier("2025-03-20", "of_men = true").earlier("2025-09-02", "of_children = unknown");
    let more = r#"
        [derived.newborn]
        value = "'newborn' in stages"
        applies = "age_days <= 28"
    "#;
    check_with(
        more,
        &child,
        "=> age_months | earlier.first().age_months | earlier.last().age_days | earlier.last().newborn | earlier.first().newborn | newborn | earlier.last().born == born
         => 11         | 5                          | 17                      | yes                    | n/a                     | n/a     | yes",
    );
    // Five months is no age at which `of_children` is asked: it was unknown, but it did not apply.
    check_with("", &child, "=> is_unknown(earlier.first().of_children) | earlier.last().of_men\n => no | yes");
}

#[test]
fn a_gate_of_an_earlier_visit_closes_a_fact_of_that_visit() {
    let person =
        Person::new().earlier("2026-02-02", "ask_n = false, n = unknown, ask_m = true, m = unknown").earlier("2026-01-02", "n = unknown");
    check_with(
        "",
        &person.with("ask_n = true, n = unknown"),
        "=> is_unknown(n) | is_unknown(earlier.first().n) | is_unknown(earlier.first().m) | is_unknown(earlier.last().n)
         => yes           | no                            | yes                           | yes",
    );
}

#[test]
fn a_pregnancy_counts_from_its_first_day_on() {
    let mother = Person::new().lmp("2026-01-15").earlier("2026-01-14", "").earlier("2026-01-15", "").earlier("2026-02-14", "");
    check_with(
        "",
        &mother,
        "=> pregnant | gestation | earlier.first().gestation | earlier.last(2).first().gestation | earlier.last().gestation | earlier.last().pregnant | earlier.last().lmp | 'pregnant' in earlier.last().stages
         => yes      | 46        | 30                        | 0                                 | n/a                      | no                      | n/a                | no",
    );
}

#[test]
fn a_delivery_counts_from_its_day_on() {
    let mother = Person::new().delivered("2026-02-10").earlier("2026-02-09", "").earlier("2026-02-10", "").earlier("2026-02-20", "");
    check_with(
        "",
        &mother,
        "=> days_since_delivery | earlier.first().days_since_delivery | earlier.last(2).first().days_since_delivery | earlier.last().days_since_delivery | 'postpartum' in earlier.first().stages | 'postpartum' in earlier.last().stages
         => 20                  | 10                                  | 0                                           | n/a                                | yes                                   | no",
    );
}

#[test]
fn settings_and_birth_data_are_todays() {
    let mut child = Person::new().born("2025-08-01").earlier("2026-02-02", "").with("district_limit = 3");
    child.input.birth.weight_g = Some(2400);
    check_with(
        "",
        &child,
        "=> earlier.first().district_limit | earlier.first().birth.weight_kg | earlier.first().birth.gestation_weeks | earlier.first().district_on
         => 3                              | 2.4                             | open                                  | no",
    );
}

#[test]
fn visits_are_filtered_by_what_is_decided() {
    check_with(
        "",
        &weighed(),
        "=> earlier.filter(v, on - v.on >= 28).size() | earlier.filter(v, on - v.on > 28).size() | earlier.filter(v, v.weight_kg >= 60.0).size() | earlier.filter(v, answered(v.p) && !v.p).size() | visits.filter(v, answered(v.weight_kg)).size()
         => 3                                         | 2                                         | 1                                             | 0                                              | 2",
    );
}

#[test]
fn visits_look_at_each_other() {
    check_with(
        "",
        &weighed().with("weight_kg = 61.0"),
        "=> visits.exists(v, earlier.exists(w, w.on < v.on && w.weight_kg > v.weight_kg)) | visits.exists(v, earlier.exists(w, w.on < v.on && w.weight_kg < v.weight_kg)) | visits.all(v, v.weight_kg > 50.0)
         => no                                                                            | yes                                                                           | no",
    );
}

#[test]
fn a_list_of_an_earlier_visit_asks_the_facts_of_that_visit() {
    let more = "[derived.points]\nvalue = \"sum(score)\"";
    let person = Person::new().earlier("2026-02-02", "score_1 = 1, score_2 = 2, score_3 = 3").with("score_1 = 3");
    check_with(
        more,
        &person,
        "=> points | earlier.first().points | complete(earlier.first().score) | complete(score) | begun(score) | earlier.first().score.exists(s, s >= 3) | earlier.first().three.exists(x, answered(x))
         => open   | 6                      | yes                             | no              | yes          | yes                                      | no",
    );
}

#[test]
fn what_is_open_of_today_is_asked_and_what_was_of_earlier_is_not() {
    let pack = pack(&rule("t.x", "visits.exists(v, [v.p, v.q].exists(x, x))"));
    let assessment = Person::new().earlier("2026-02-02", "q = false").with("ask_p = true, ask_q = true, q = false").assess(&pack);
    let open: Vec<_> = assessment.undetermined[0].open.iter().map(|fact| pack.fact_name(*fact)).collect();
    assert_eq!(open, ["p"]);
}

#[test]
fn open_items_of_a_filtered_or_mapped_list_are_asked() {
    let conditions =
        ["[n, m].map(x, x + 1).exists(y, y > 5)", "[n, m].filter(x, !district_on).exists(y, y > 5)", "[n, m].last(2).exists(y, y > 5)"];
    for condition in conditions {
        let pack = pack(&rule("t.x", condition));
        let assessment = Person::new().with("ask_n = true, ask_m = true, m = 3").assess(&pack);
        let open: Vec<_> = assessment.undetermined[0].open.iter().map(|fact| pack.fact_name(*fact)).collect();
        assert_eq!(open, ["n"], "{condition}");
    }
}
