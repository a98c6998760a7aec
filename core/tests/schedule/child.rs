//! A child's vaccines, vitamin A, deworming and weighing.

use siklus_core::fact::Raw;
use siklus_core::screening::completeness;

use crate::person::{Somebody, day, pack, service};

/// Born on 15 January 2025.
fn girl() -> Somebody {
    Somebody::girl("2025-01-15")
}

#[test]
fn a_window_by_months_has_no_gap_between_its_parts() {
    let statuses = [
        ("2025-03-14", "upcoming"),
        ("2025-03-15", "due"),
        ("2025-04-14", "due"),
        ("2025-04-15", "overdue"),
        ("2030-01-14", "overdue"),
        ("2030-01-15", "missed"),
    ];
    for (on, status) in statuses {
        assert_eq!(girl().on(on).status("pcv.1"), status, "{on}");
    }
    let line = girl().on("2025-03-20").line("pcv.1").unwrap();
    assert_eq!((line.from, line.due_until, line.until), (Some(day("2025-03-15")), Some(day("2025-04-14")), Some(day("2030-01-14"))));
}

#[test]
fn a_window_by_days_counts_the_day_of_birth_as_0() {
    for (days, status) in [(0, "due"), (1, "overdue"), (7, "overdue"), (8, "missed")] {
        assert_eq!(girl().after_days(days).status("hb0"), status, "day {days}");
    }
    for (days, status) in [(1, "upcoming"), (2, "due"), (3, "due"), (4, "overdue"), (14, "overdue"), (15, "missed")] {
        assert_eq!(girl().after_days(days).status("newborn.shk"), status, "day {days}");
    }
}

#[test]
fn a_dose_counts_from_four_days_before_its_first_day() {
    let given = |on| girl().dose("pcv.1", on).on("2025-06-01").status("pcv.1");
    assert_eq!((given("2025-03-10"), given("2025-03-11")), ("overdue", "done"));
}

#[test]
fn a_dose_counts_from_four_days_before_its_interval_is_over() {
    let second = |on| girl().dose("opv.1", "2025-02-01").dose("opv.2", "2025-03-20").dose("opv.3", on).on("2025-08-01").status("opv.3");
    assert_eq!((second("2025-04-12"), second("2025-04-13")), ("overdue", "done"));
}

#[test]
fn a_dose_that_was_late_is_done() {
    assert_eq!(girl().dose("bcg", "2026-06-01").on("2026-07-01").status("bcg"), "done");
}

#[test]
fn the_next_dose_waits_for_its_interval_and_for_the_one_before() {
    let first = girl().dose("dpt_hb_hib.1", "2025-06-20");
    assert_eq!(first.clone().on("2025-07-17").status("dpt_hb_hib.2"), "upcoming");
    assert_eq!(first.clone().on("2025-07-17").from("dpt_hb_hib.2"), "2025-07-18");
    assert_eq!(first.clone().on("2025-07-18").status("dpt_hb_hib.2"), "overdue");
    assert_eq!(first.on("2026-06-20").status("dpt_hb_hib.3"), "upcoming", "the second one is missing");
}

#[test]
fn a_dose_that_can_no_longer_be_in_time_is_missed() {
    // Six months and more than two weeks: 28 days after the first one lie past the last day.
    let late = girl().dose("rv.1", "2025-07-25").on("2025-07-26");
    assert_eq!(late.status("rv.2"), "missed");
    assert_eq!(girl().dose("rv.1", "2025-07-17").on("2025-07-26").status("rv.2"), "upcoming");
    assert_eq!(girl().dose("rv.1", "2025-07-17").on("2025-07-26").until("rv.2"), "2025-08-14");
}

#[test]
fn the_fourth_dpt_is_proposed_after_a_year_and_counts_after_half_a_year() {
    let three = girl().dose("dpt_hb_hib.1", "2025-03-15").dose("dpt_hb_hib.2", "2025-04-15").dose("dpt_hb_hib.3", "2026-02-01");
    assert_eq!(three.clone().on("2026-08-01").from("dpt_hb_hib.4"), "2027-02-01");
    let fourth = |on| three.clone().dose("dpt_hb_hib.4", on).on("2027-03-01").status("dpt_hb_hib.4");
    assert_eq!((fourth("2026-07-27"), fourth("2026-07-28")), ("overdue", "done"));
}

#[test]
fn pneumococcal_doses_that_begin_late_are_fewer() {
    let first = |on: &str| girl().dose("pcv.1", on).on("2027-03-01");
    assert_eq!(first("2026-01-14").status("pcv.3"), "upcoming");
    assert_eq!(first("2026-01-14").from("pcv.2"), "2026-02-11", "28 days");
    assert_eq!(first("2026-01-15").from("pcv.2"), "2026-03-12", "56 days from 12 months on");
    assert_eq!(first("2026-01-15").status("pcv.3"), "not_applicable");
    assert_eq!(first("2027-01-14").status("pcv.2"), "upcoming");
    assert_eq!(first("2027-01-15").status("pcv.2"), "not_applicable", "one dose from 24 months on");
    // Before the first one counts nothing is left out.
    let odd = girl().dose("pcv.2", "2026-02-01").on("2026-03-01");
    assert_eq!((odd.status("pcv.1"), odd.status("pcv.2"), odd.status("pcv.3")), ("overdue", "done", "upcoming"));
    let later = |on: &str| odd.clone().on(on).status("pcv.3");
    assert_eq!((later("2026-06-01"), later("2030-01-14")), ("upcoming", "upcoming"), "it waits for the first one");
    assert_eq!(odd.clone().dose("pcv.1", "2026-05-01").on("2026-06-01").status("pcv.3"), "not_applicable");
}

#[test]
fn two_live_vaccines_on_different_days_keep_28_days() {
    let endemic = girl().says("district_je_endemic", Raw::Bool(true)).dose("je", "2025-11-20");
    assert_eq!(endemic.clone().on("2025-12-17").status("mr.1"), "upcoming");
    assert_eq!(endemic.clone().on("2025-12-17").from("mr.1"), "2025-12-18");
    assert_eq!(endemic.clone().on("2025-12-18").status("mr.1"), "overdue");
    assert_eq!(endemic.on("2025-11-20").status("mr.1"), "overdue", "the same day is no obstacle");
}

#[test]
fn japanese_encephalitis_is_for_areas_where_it_occurs() {
    assert_eq!(girl().on("2025-11-20").status("je"), "not_applicable");
    assert_eq!(girl().dose("je", "2025-11-20").on("2025-12-20").status("je"), "done", "what was given stays given");
}

#[test]
fn a_hexavalent_dose_takes_the_place_of_a_dpt_dose() {
    let mixed = girl()
        .says("district_hexavalent_from", Raw::Date(day("2025-04-01")))
        .dose("dpt_hb_hib.1", "2025-03-15")
        .dose("hexavalent.1", "2025-04-15")
        .on("2025-06-01");
    let statuses = ["dpt_hb_hib.1", "dpt_hb_hib.2", "dpt_hb_hib.3", "hexavalent.1", "hexavalent.2", "hexavalent.3"];
    assert_eq!(
        statuses.map(|code| mixed.status(code)),
        ["done", "done", "due", "not_applicable", "done", "due"],
        "the number of a dose does not count in a mixed series"
    );
    assert_eq!(mixed.status("ipv.1"), "due");
}

#[test]
fn three_hexavalent_doses_take_the_place_of_ipv() {
    let two = girl().dose("hexavalent.1", "2025-03-15").dose("hexavalent.2", "2025-04-15");
    let three = two.clone().dose("hexavalent.3", "2025-05-15").on("2025-12-01");
    assert_eq!((three.status("ipv.1"), three.status("ipv.2"), three.status("dpt_hb_hib.3")), ("done", "done", "done"));
    assert_eq!(two.on("2025-12-01").status("ipv.1"), "overdue");
}

#[test]
fn a_hexavalent_dose_too_early_takes_no_place() {
    let hurried = girl().dose("hexavalent.1", "2025-03-15").dose("hexavalent.2", "2025-04-01").on("2025-06-01");
    assert_eq!((hurried.status("dpt_hb_hib.1"), hurried.status("dpt_hb_hib.2")), ("done", "overdue"));
}

#[test]
fn a_dose_of_unknown_date_is_done() {
    assert_eq!(girl().undated("bcg").on("2026-06-01").status("bcg"), "done");
    // Nobody knows when the interval began, so that it does not hold up the next one; but it was not before the dose that had to come first.
    assert_eq!(girl().undated("opv.1").on("2025-04-01").status("opv.2"), "due");
    let two = girl().dose("opv.1", "2025-03-25").undated("opv.2").on("2025-04-20");
    assert_eq!((two.status("opv.3"), two.from("opv.3").as_str()), ("upcoming", "2025-04-22"));
}

#[test]
fn vitamin_a_is_given_in_february_and_august() {
    let boy = Somebody::boy("2025-01-15");
    for (on, blue, red) in [
        ("2025-07-14", "upcoming", "upcoming"),
        ("2025-07-15", "upcoming", "upcoming"),
        ("2025-08-01", "due", "upcoming"),
        ("2025-09-01", "overdue", "upcoming"),
        ("2026-01-15", "missed", "upcoming"),
        ("2026-02-01", "missed", "due"),
        ("2026-03-01", "missed", "overdue"),
        ("2030-01-15", "missed", "not_applicable"),
    ] {
        assert_eq!((boy.clone().on(on).status("vitamin_a.blue"), boy.clone().on(on).status("vitamin_a.red")), (blue, red), "{on}");
    }
    let had = boy.dose("vitamin_a.blue", "2025-08-10");
    assert_eq!(had.clone().on("2025-12-01").status("vitamin_a.blue"), "done");
    assert_eq!(had.clone().on("2026-01-31").status("vitamin_a.red"), "done", "since the campaign began, of either colour");
    assert_eq!(had.clone().on("2026-02-01").status("vitamin_a.red"), "due");
    assert_eq!(had.on("2027-05-01").status("vitamin_a.blue"), "done", "once for ever");
}

#[test]
fn deworming_holds_for_a_year_or_half_a_year() {
    let at = |on| girl().dose("deworming", "2026-03-10").on(on);
    assert_eq!((at("2027-03-09").status("deworming"), at("2027-03-10").status("deworming")), ("done", "due"));
    let twice = |on| at(on).says("district_deworming_per_year", Raw::Integer(2)).status("deworming");
    assert_eq!((twice("2026-09-09"), twice("2026-09-10")), ("done", "due"));
    assert_eq!(girl().on("2026-01-14").status("deworming"), "upcoming");
    let early = |on| girl().dose("deworming", on).on("2026-06-01").status("deworming");
    assert_eq!((early("2026-01-10"), early("2026-01-11")), ("due", "done"));
}

#[test]
fn a_weighing_holds_for_its_calendar_month() {
    let weighed = |on| girl().dose("weighing", "2025-06-30").on(on).status("weighing");
    assert_eq!((weighed("2025-06-30"), weighed("2025-07-01")), ("done", "due"));
    let of_five = |on| Somebody::boy("2020-01-15").dose("weighing", "2025-03-10").on(on).status("weighing");
    assert_eq!((of_five("2025-09-10"), of_five("2025-09-11")), ("done", "due"));
    assert_eq!(girl().says("weight_kg", Raw::Decimal("7.1")).on("2025-07-02").status("weighing"), "done");
}

#[test]
fn from_6_years_on_only_what_was_given_is_told() {
    let child = girl().dose("mr.1", "2025-10-20");
    assert_eq!(child.clone().on("2031-01-14").status("mr.2"), "missed");
    assert_eq!(child.clone().on("2031-01-15").status("mr.2"), "not_applicable");
    assert_eq!(child.on("2031-01-15").status("mr.1"), "done");
}

#[test]
fn what_is_called_complete_counts_what_is_done_and_what_can_never_be() {
    let given = ["bcg", "opv.1", "opv.2", "opv.3", "opv.4", "dpt_hb_hib.1", "dpt_hb_hib.2", "dpt_hb_hib.3", "ipv.1", "mr.1"];
    let days = [
        "2025-01-20",
        "2025-01-20",
        "2025-03-15",
        "2025-04-15",
        "2025-05-15",
        "2025-03-15",
        "2025-04-15",
        "2025-05-15",
        "2025-05-15",
        "2025-10-15",
    ];
    let girl = given.iter().zip(days).fold(girl().on("2026-02-01"), |girl, (code, day)| girl.dose(code, day));
    let classic = |girl: &Somebody| {
        let all = completeness(pack(), &girl.subject());
        all.into_iter().find(|it| pack().source().completeness[it.index].id.value == "basic_classic").unwrap()
    };
    let without = classic(&girl);
    assert_eq!((without.done, without.of, without.in_time), (10, 11, None));
    assert!(without.missing.is_empty());
    assert_eq!(without.missed, [service("hb0")], "past its last day");
    assert_eq!(classic(&girl.clone().dose("hb0", "2025-01-15")).in_time, Some(true));
    assert_eq!(classic(&girl.clone().undated("hb0")).in_time, None, "nobody knows");
    let mut late = girl.dose("hb0", "2025-01-15").on("2026-03-01");
    late.0.doses.retain(|dose| dose.service != service("mr.1"));
    assert_eq!(classic(&late).missing, [service("mr.1")]);
    assert_eq!(classic(&late.clone().dose("mr.1", "2026-01-14")).in_time, Some(true));
    assert_eq!(classic(&late.dose("mr.1", "2026-01-15")).in_time, Some(false));
}

#[test]
fn completeness_is_told_of_children_alone() {
    assert!(completeness(pack(), &Somebody::girl("1990-01-01").on("2026-01-01").subject()).is_empty());
}
