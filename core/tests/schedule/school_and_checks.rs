//! School immunisation, and checks that come again.

use siklus_core::fact::Raw;

use crate::person::{Somebody, day};

fn pupil(class: i64) -> Somebody {
    Somebody::girl("2015-03-10").says("in_school", Raw::Bool(true)).says("school_class", Raw::Integer(class))
}

#[test]
fn a_month_of_a_class_in_a_school_year_from_july_to_june() {
    let first = |on| pupil(1).on(on).status("bias.dt");
    let of_class = [
        ("2025-07-01", "upcoming"),
        ("2025-10-31", "upcoming"),
        ("2025-11-01", "due"),
        ("2025-12-01", "overdue"),
        ("2026-06-30", "overdue"),
    ];
    for (on, status) in of_class {
        assert_eq!(first(on), status, "{on}");
    }
    assert_eq!((pupil(2).on("2025-08-01").status("bias.dt"), pupil(1).on("2025-08-01").status("bias.td_2")), ("overdue", "upcoming"));
}

#[test]
fn without_a_class_there_is_no_status_and_out_of_school_the_age_tells() {
    let child = Somebody::girl("2015-03-10").on("2025-11-01");
    assert_eq!((child.status("bias.td_5"), child.clone().dose("bias.td_5", "2025-10-01").status("bias.td_5")), ("not_applicable", "done"));
    // Ten years: class 4.
    assert_eq!(child.clone().says("in_school", Raw::Bool(false)).status("bias.td_5"), "upcoming");
    assert_eq!(child.says("in_school", Raw::Bool(false)).says("school_class", Raw::Integer(5)).status("bias.td_5"), "upcoming");
}

#[test]
fn hpv_has_classes_to_catch_up_and_a_day_on_which_it_began() {
    let classes = [(4, "upcoming"), (5, "due"), (6, "overdue"), (7, "upcoming"), (8, "upcoming"), (9, "overdue"), (10, "missed")];
    for (class, status) in classes {
        assert_eq!(pupil(class).on("2025-08-15").status("bias.hpv"), status, "class {class}");
    }
    assert_eq!((pupil(6).on("2025-01-20").status("bias.hpv"), pupil(6).on("2025-01-21").status("bias.hpv")), ("not_applicable", "overdue"));
}

#[test]
fn hpv_is_for_boys_where_and_when_the_area_says_so() {
    let boy = |from: Option<&str>, on| {
        let boy = Somebody::boy("2015-03-10").says("in_school", Raw::Bool(true)).says("school_class", Raw::Integer(5)).on(on);
        from.map_or(boy.clone(), |from| boy.says("district_hpv_boys_from", Raw::Date(day(from)))).status("bias.hpv")
    };
    assert_eq!(boy(None, "2025-08-15"), "not_applicable");
    assert_eq!((boy(Some("2025-08-16"), "2025-08-15"), boy(Some("2025-08-16"), "2025-08-16")), ("not_applicable", "due"));
}

#[test]
fn a_check_holds_up_to_the_day_on_which_its_time_is_over() {
    let man = Somebody::boy("1980-02-01").dose("screen.glucose", "2025-02-28");
    assert_eq!(
        (man.clone().on("2026-02-28").status("screen.glucose"), man.clone().on("2026-03-01").status("screen.glucose")),
        ("done", "due")
    );
    assert_eq!(man.on("2026-03-01").from("screen.glucose"), "2026-02-28");
}

#[test]
fn a_check_is_done_by_what_was_measured_or_answered_today() {
    let man = Somebody::boy("1980-02-01").on("2026-03-01");
    assert_eq!(man.status("screen.blood_pressure"), "due");
    let systolic = man.clone().says("systolic_mmhg", Raw::Integer(120));
    assert_eq!(systolic.status("screen.blood_pressure"), "due", "half a reading");
    assert_eq!(systolic.says("diastolic_mmhg", Raw::Integer(80)).status("screen.blood_pressure"), "done");
    assert_eq!(man.says("bp_checked_last_year", Raw::Bool(true)).status("screen.blood_pressure"), "done");
}

#[test]
fn whom_a_check_concerns_must_be_certain() {
    let woman = Somebody::girl("1990-02-01").on("2026-03-01");
    assert_eq!(woman.status("screen.cervix"), "not_applicable");
    assert_eq!(woman.clone().says("ever_sexually_active", Raw::Bool(true)).status("screen.cervix"), "due");
    assert_eq!(woman.status("control.hypertension"), "not_applicable");
    assert_eq!(woman.says("ht_diagnosed", Raw::Bool(true)).status("control.hypertension"), "due");
}

#[test]
fn deworming_at_school_is_a_matter_of_the_area() {
    let child = Somebody::girl("2016-03-10").on("2026-03-01");
    assert_eq!(child.status("deworming.school_age"), "due");
    assert_eq!(child.says("district_school_deworming", Raw::Bool(false)).status("deworming.school_age"), "not_applicable");
}
