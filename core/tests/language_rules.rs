//! Rules: whom they concern, rules that name others, ladders, and what an open rule waits for.

#![allow(clippy::expect_used, reason = "tests")]

mod common;

use common::{Person, check_with, outcome, pack, rule};
use siklus_core::pack::{FactRef, Pack};
use siklus_core::screening::{Assessment, Undetermined, next_change_on};

/// A rule with further keys.
fn rule_with(id: &str, when: &str, more: &str) -> String {
    format!("{}{more}\n", rule(id, when))
}

/// The outcomes of rules, each as `yes`, `no` or `open`.
#[track_caller]
fn outcomes(pack: &Pack, person: &Person, rules: &[&str]) -> Vec<String> {
    let assessment = person.assess(pack);
    rules.iter().map(|rule| outcome(pack, &assessment, rule).to_string()).collect()
}

fn names(pack: &Pack, facts: &[FactRef]) -> Vec<String> {
    facts.iter().map(|fact| pack.fact_name(*fact).to_owned()).collect()
}

#[track_caller]
fn only_open(assessment: &Assessment) -> &Undetermined {
    assert_eq!(assessment.undetermined.len(), 1);
    assessment.undetermined.first().expect("one open rule")
}

const YES: &str = "ask_p = true, p = true, ask_q = true, q = true";

#[test]
fn a_rule_is_silent_where_its_group_does_not_apply() {
    let group = "[group.g]\nage = \"6..11 months\"\nsex = \"female\"\napplies = \"district_on\"\n";
    let own = [
        rule("g.as_group", "p"),
        rule_with("g.own_age", "p", "age = \"10.. years\""),
        rule_with("g.own_sex", "p", "sex = \"male\""),
        rule_with("g.own_applies", "p", "applies = \"!district_on\""),
        rule_with("g.lifted", "p", "applies = \"true\""),
    ];
    let pack = pack(&format!("{group}{}", own.join("\n")));
    let rules = ["g.as_group", "g.own_age", "g.own_sex", "g.own_applies", "g.lifted"];
    let girl = Person::new().born("2025-06-02").with(YES);
    assert_eq!(outcomes(&pack, &girl, &rules), ["no", "no", "no", "yes", "yes"]);
    let with_setting = girl.clone().with("district_on = true");
    assert_eq!(outcomes(&pack, &with_setting, &rules), ["yes", "no", "no", "no", "yes"]);
    assert_eq!(outcomes(&pack, &with_setting.clone().male(), &rules), ["no", "no", "yes", "no", "no"]);
    let woman = with_setting.born("1990-01-01");
    assert_eq!(outcomes(&pack, &woman, &rules), ["no", "yes", "no", "no", "no"]);
}

#[test]
fn both_limits_of_an_age_belong_to_it() {
    let text = [
        rule_with("t.days", "p", "age = \"0..28 days\""),
        rule_with("t.months", "p", "age = \"1..5 months\""),
        rule_with("t.years", "p", "age = \"1.. years\""),
    ];
    let pack = pack(&text.join("\n"));
    let at = |born: &str| outcomes(&pack, &Person::new().born(born).with(YES), &["t.days", "t.months", "t.years"]);
    assert_eq!(at("2026-03-02"), ["yes", "no", "no"]);
    assert_eq!(at("2026-02-02"), ["yes", "yes", "no"]);
    assert_eq!(at("2026-02-01"), ["no", "yes", "no"]);
    assert_eq!(at("2025-09-03"), ["no", "yes", "no"]);
    assert_eq!(at("2025-09-02"), ["no", "no", "no"]);
    assert_eq!(at("2025-03-03"), ["no", "no", "no"]);
    assert_eq!(at("2025-03-02"), ["no", "no", "yes"]);
}

#[test]
fn a_silent_rule_is_never_open() {
    let pack = pack(&rule_with("t.x", "p", "age = \"0..5 years\""));
    assert_eq!(outcomes(&pack, &Person::new(), &["t.x"]), ["no"]);
}

#[test]
fn a_silent_rule_reads_as_no() {
    let more = [rule_with("t.men", "p", "sex = \"male\""), rule("t.women", "p")].join("\n");
    check_with(
        &more,
        &Person::new(),
        "p    => t.men | !t.men | t.men == false | answered(t.men) | sum([t.men, t.women]) | t.men || t.women | t.women | answered(t.women)
         yes  => no    | yes    | yes            | yes             | 1                    | yes              | yes     | yes
         no   => no    | yes    | yes            | yes             | 0                    | no               | no      | yes
         open => no    | yes    | yes            | yes             | open                 | open             | open    | no
         n/a  => no    | yes    | yes            | yes             | 0                    | no               | no      | yes",
    );
}

#[test]
fn a_rule_of_an_earlier_visit_is_asked_as_of_that_visit() {
    let more = [rule_with("t.baby", "p", "age = \"0..11 months\""), rule("t.before", "earlier.exists(v, v.t.baby)")].join("\n");
    let child = Person::new().born("2025-02-02").earlier("2026-01-02", "p = true").earlier("2025-12-02", "");
    check_with(
        &more,
        &child,
        "p   => t.baby | earlier.first().t.baby | earlier.last().t.baby | t.before | earlier.first().t.before
         yes => no     | yes                    | no                    | yes      | no",
    );
    // Of no visit it reads as no.
    check_with(
        &more,
        &Person::new(),
        "q    => earlier.first().t.baby | earlier.first().t.baby == false | q && earlier.first().t.baby == false
         open => no                     | yes                             | open",
    );
}

#[test]
fn a_ladder_silences_what_stands_below_the_first_that_fires() {
    let text = [rule("t.high", "n > 20"), rule("t.middle", "n > 10 || p"), rule("t.low", "n > 5 || q")].join("\n");
    let pack = pack(&format!("{text}\n[ladder.t]\norder = [\"t.high\", \"t.middle\", \"t.low\"]"));
    let at = |facts: &str| {
        outcomes(&pack, &Person::new().with("ask_n = true, ask_p = true, ask_q = true").with(facts), &["t.high", "t.middle", "t.low"])
    };
    assert_eq!(at("n = 25, p = true, q = true"), ["yes", "no", "no"]);
    assert_eq!(at("n = 15, p = true, q = true"), ["no", "yes", "no"]);
    assert_eq!(at("n = 7"), ["no", "open", "yes"]);
    assert_eq!(at("n = 3, p = false, q = false"), ["no", "no", "no"]);
    // What is open above the first that fires stays open, and what is open below it is silenced.
    assert_eq!(at("p = true"), ["open", "yes", "no"]);
    assert_eq!(at("q = true"), ["open", "open", "yes"]);
    assert_eq!(at("p = false, q = false"), ["open", "open", "open"]);
}

#[test]
fn in_a_ladder_a_rule_reads_as_before_the_ladder() {
    let text = [rule("t.high", "n > 20"), rule("t.low", "n > 5"), rule("t.reads", "t.low && t.high")].join("\n");
    let pack = pack(&format!("{text}\n[ladder.t]\norder = [\"t.high\", \"t.low\"]"));
    let person = Person::new().with("ask_n = true, n = 25");
    assert_eq!(outcomes(&pack, &person, &["t.high", "t.low", "t.reads"]), ["yes", "no", "yes"]);
}

#[test]
fn a_silent_rule_silences_nothing() {
    let text = [rule_with("t.high", "n > 20", "sex = \"male\""), rule("t.low", "n > 5")].join("\n");
    let pack = pack(&format!("{text}\n[ladder.t]\norder = [\"t.high\", \"t.low\"]"));
    let person = Person::new().with("ask_n = true, n = 25");
    assert_eq!(outcomes(&pack, &person, &["t.high", "t.low"]), ["no", "yes"]);
}

#[test]
fn an_open_rule_waits_for_all_that_can_decide_it_and_the_shortest_way_out() {
    let pack = pack(&rule("t.x", "p && (n > 3 || m > 3)"));
    let gates = Person::new().with("ask_p = true, ask_n = true, ask_m = true");
    let assessment = gates.assess(&pack);
    assert_eq!(names(&pack, &only_open(&assessment).open), ["m", "n", "p"]);
    assert_eq!(names(&pack, &only_open(&assessment).missing), ["p"]);
    let assessment = gates.clone().with("p = true").assess(&pack);
    assert_eq!(names(&pack, &only_open(&assessment).open), ["m", "n"]);
    assert_eq!(only_open(&assessment).missing.len(), 1);
    let assessment = gates.with("p = true, n = 2").assess(&pack);
    assert_eq!(names(&pack, &only_open(&assessment).missing), ["m"]);
}

#[test]
fn a_fact_behind_an_open_gate_brings_its_gate_along() {
    let pack = pack(&rule("t.x", "n > 3"));
    let assessment = Person::new().assess(&pack);
    assert_eq!(names(&pack, &only_open(&assessment).open), ["ask_n", "n"]);
    // "No" to the gate decides the rule, and is one answer; to fire takes two.
    assert_eq!(names(&pack, &only_open(&assessment).missing), ["ask_n"]);
}

#[test]
fn whatever_a_rule_waits_for_is_named() {
    let open = |when: &str| {
        let more = "[derived.pair]\nvalue = \"[n, m]\"\n";
        let pack = pack(&format!("{more}{}", rule("t.x", when)));
        let person = Person::new().earlier("2026-02-02", "p = false").with("ask_p = true, ask_n = true, ask_m = true, m = 3");
        let assessment = person.with("ask_q = true, q = false, hue = 'red', ask_color = true").assess(&pack);
        let open = only_open(&assessment);
        assert!(!open.missing.is_empty() && open.missing.iter().all(|fact| open.open.contains(fact)), "{when}");
        names(&pack, &open.open)
    };
    for when in [
        "at_least(n, [true, true])",
        "m in [n, 5]",
        "[n, m].exists(x, x > 5)",
        "[n, m].map(x, x + 1).exists(y, y > 5)",
        "[n, m].filter(x, !district_on).exists(y, y > 5)",
        "[n, m].last(2).exists(y, y > 5)",
        "[n, m].first() > 5",
        "[m, n].last() > 5",
        "[m, n].last(1).first() > 5",
        "pair.exists(x, x > 5)",
        "sum(pair) > 5",
        "pair.first() > 5",
        "pair.map(x, x + 1).max() > 5",
        "any(pair.map(x, x > 5))",
        "at_least(1, pair.map(x, x > 5))",
        "sum([n, m].filter(x, !district_on)) > 5",
        "min(n, m) > 2",
        "(m > 2 ? n : m) > 5",
    ] {
        assert_eq!(open(when), ["n"], "{when}");
    }
    assert_eq!(open("visits.exists(v, [v.p, v.q].exists(x, x))"), ["p"]);
    assert_eq!(open("visits.exists(v, any([v.p, v.q]))"), ["p"]);
    assert_eq!(open("visits.exists(v, at_least(1, [v.p, v.q]))"), ["p"]);
    assert_eq!(open("color == hue"), ["color"]);
    assert_eq!(open("signs.exists(s, s == 'rash')"), ["ask_signs", "signs"]);
}

#[test]
fn the_action_is_the_most_urgent_one_that_was_found() {
    let refer = rule("t.refer", "p").replace("\"educate\"", "\"refer\"\nwithin = \"7d\"");
    let pack = pack(&[refer, rule("t.teach", "q")].join("\n"));
    let action = |facts: &str| Person::new().with("ask_p = true, ask_q = true").with(facts).assess(&pack).action(&pack).as_str();
    assert_eq!(action("p = true, q = true"), "refer");
    assert_eq!(action("p = false, q = true"), "educate");
    assert_eq!(action("q = true"), "educate");
    assert_eq!(action("p = false, q = false"), "none");
    let open = Person::new().with("ask_p = true, ask_q = true").assess(&pack);
    assert_eq!(open.open_urgent(&pack).count(), 1);
}

#[test]
fn the_next_change_is_the_first_day_on_which_a_comparison_turns() {
    let next = |person: Person, when: &str, more: &str| {
        let pack = pack(&rule_with("t.x", when, more));
        next_change_on(&pack, &person.subject(&pack)).map(|day| day.to_string())
    };
    let day = |text: &str| Some(text.to_owned());
    let mother = Person::new().lmp("2026-01-01").with(YES);
    assert_eq!(next(mother.clone(), "gestation >= weeks(13)", ""), day("2026-04-02"));
    assert_eq!(next(mother, "p", "applies = \"gestation >= weeks(13)\""), day("2026-04-02"));
    let woman = Person::new().with(YES);
    assert_eq!(next(woman.clone().with("ask_day = true, day = 2026-02-10"), "on > day + 28", ""), day("2026-03-11"));
    assert_eq!(next(woman.clone(), "p", "age = \"40.. years\""), day("2030-01-01"));
    assert_eq!(next(woman, "age_years >= 40 && p", ""), day("2030-01-01"));
}
