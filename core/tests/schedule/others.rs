//! Visits in pregnancy and after the birth, and tetanus.

use siklus_core::fact::Raw;

use crate::person::Somebody;

fn woman() -> Somebody {
    Somebody::girl("2000-05-01")
}

#[test]
fn visits_in_pregnancy_follow_the_gestation() {
    let mother = woman().pregnant_since("2026-01-01");
    for (on, statuses) in [
        ("2026-04-01", ["due", "upcoming", "upcoming", "upcoming"]),
        ("2026-04-02", ["overdue", "due", "upcoming", "upcoming"]),
        ("2026-06-24", ["overdue", "due", "upcoming", "upcoming"]),
        ("2026-06-25", ["overdue", "missed", "missed", "due"]),
        ("2026-07-30", ["overdue", "missed", "missed", "overdue"]),
        ("2026-11-06", ["missed", "missed", "missed", "missed"]),
    ] {
        let codes = ["anc.k1", "anc.k2", "anc.k3", "anc.k4"];
        assert_eq!(codes.map(|code| mother.clone().on(on).status(code)), statuses, "{on}");
    }
}

#[test]
fn k3_comes_after_k2_in_the_same_trimester() {
    let mother = woman().pregnant_since("2026-01-01").dose("anc.k2", "2026-04-20");
    assert_eq!(mother.clone().on("2026-05-01").status("anc.k3"), "due");
    assert_eq!(mother.on("2026-05-01").from("anc.k3"), "2026-04-20");
}

#[test]
fn a_visit_of_an_earlier_pregnancy_is_none_of_this_one() {
    let mother = woman().dose("anc.k1", "2024-03-01").pregnant_since("2026-01-01").on("2026-02-01");
    assert_eq!(mother.status("anc.k1"), "due");
}

#[test]
fn visits_after_the_birth_end_with_day_42() {
    let mother = woman().delivered("2026-03-01");
    for (on, statuses) in [
        ("2026-03-03", ["due", "upcoming", "upcoming", "upcoming"]),
        ("2026-03-04", ["missed", "due", "upcoming", "upcoming"]),
        ("2026-03-09", ["missed", "missed", "due", "upcoming"]),
        ("2026-03-30", ["missed", "missed", "missed", "due"]),
        ("2026-04-12", ["missed", "missed", "missed", "due"]),
        ("2026-04-13", ["not_applicable", "not_applicable", "not_applicable", "not_applicable"]),
    ] {
        let codes = ["postpartum.kf1", "postpartum.kf2", "postpartum.kf3", "postpartum.kf4"];
        assert_eq!(codes.map(|code| mother.clone().on(on).status(code)), statuses, "{on}");
    }
}

#[test]
fn the_second_capsule_follows_a_day_after_the_first() {
    let mother = woman().delivered("2026-03-01").dose("postpartum.vitamin_a.1", "2026-03-01");
    assert_eq!(mother.clone().on("2026-03-01").status("postpartum.vitamin_a.2"), "upcoming");
    assert_eq!(mother.on("2026-03-02").status("postpartum.vitamin_a.2"), "due");
}

#[test]
fn tetanus_doses_have_no_days_of_grace_and_count_in_order() {
    let second = |on| woman().dose("td.1", "2025-01-10").dose("td.2", on).on("2026-01-10").status("td.2");
    assert_eq!((second("2025-02-06"), second("2025-02-07")), ("due", "done"));
    let gap = woman().dose("td.1", "2020-01-10").dose("td.3", "2021-01-10").on("2026-01-10");
    assert_eq!((gap.status("td.2"), gap.status("td.3")), ("due", "upcoming"));
    assert_eq!(woman().undated("td.1").on("2026-01-10").status("td.1"), "due", "a dose of unknown date counts only through the card");
}

#[test]
fn the_card_counts_where_it_is_ahead_of_the_doses() {
    let card = |status| woman().says("tetanus_status", Raw::Text(status)).on("2026-01-10");
    assert_eq!(["td.1", "td.2", "td.3"].map(|code| card("t2").status(code)), ["done", "done", "due"]);
    assert_eq!(card("t5").status("td.5"), "done");
    let recent = card("t2").dose("td.2", "2025-12-10");
    assert_eq!((recent.status("td.3"), recent.from("td.3").as_str()), ("upcoming", "2026-06-10"));
    let counted = card("t1").dose("td.1", "2024-01-10").dose("td.2", "2025-12-20");
    assert_eq!((counted.status("td.3"), counted.from("td.3").as_str()), ("upcoming", "2026-06-20"));
}

#[test]
fn in_pregnancy_the_doses_alone_say_what_is_next() {
    let mother = woman().says("tetanus_status", Raw::Text("t2")).pregnant_since("2026-01-01").on("2026-03-01");
    assert_eq!((mother.status("td.1"), mother.status("td.2")), ("due", "upcoming"));
}
