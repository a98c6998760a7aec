//! Readings: the ways or times in which one thing was recorded.

mod common;

use common::{Person, check_with, pack, rule};

/// Two numbers of a blood pressure, taken up to three times. All facts are without a gate but `high_3` and `low_3`.
const PRESSURES: &str = r#"
[fact]
high_1 = { type = "integer", range = [50, 280], label = { id = "-", en = "-" } }
high_2 = { type = "integer", range = [50, 280], label = { id = "-", en = "-" } }
high_3 = { type = "integer", range = [50, 280], label = { id = "-", en = "-" }, only_if = { fact = "p", is = true } }
low_1 = { type = "integer", range = [30, 180], label = { id = "-", en = "-" } }
low_2 = { type = "integer", range = [30, 180], label = { id = "-", en = "-" } }
low_3 = { type = "integer", range = [30, 180], label = { id = "-", en = "-" }, only_if = { fact = "p", is = true } }

[readings.both]
of = [{ high = "high_1", low = "low_1" }, { high = "high_2", low = "low_2" }, { high = "high_3", low = "low_3" }]
there = "all"

[readings.either]
of = [{ high = "high_1", low = "low_1" }, { high = "high_2", low = "low_2" }, { high = "high_3", low = "low_3" }]
there = "any"

[readings.sugar]                     # a field that an entry does not name does not apply
of = [{ mg = "n", fasting = "false" }, { mg = "m", fasting = "true" }, { mark = "color" }]
there = "all"

[readings.third]
of = [{ high = "high_3", low = "low_3" }]
there = "all"

[readings.told]
of = [{ said = "p" }, { said = "r" }]
there = "any"
"#;

#[track_caller]
fn readings(table: &str) {
    check_with(PRESSURES, &Person::new().with("ask_p = true, p = false"), table);
}

#[test]
fn a_reading_of_all_fields_needs_each_of_them() {
    readings(
        "high_1 | low_1   | high_2 | low_2 => both.size() | both.first().high | both.first().low | both.last().high | both.exists(b, b.low >= 90)
         120    | 80      | 140    | 90    => 2           | 120               | 80               | 140              | yes
         120    | open    | 140    | 90    => 1           | 140               | 90               | 140              | yes
         120    | unknown | 140    | open  => 0           | open              | open             | open             | open
         open   | open    | open   | open  => 0           | open              | open             | open             | open
         120    | 80      | 140    | open  => 1           | 120               | 80               | 120              | no",
    );
}

#[test]
fn a_reading_of_any_field_takes_what_there_is() {
    readings(
        "high_1 | low_1   | high_2 | low_2 => either.size() | either.first().high | either.first().low | either.exists(b, b.high >= 140) | either.exists(b, b.high >= 140 || b.low >= 90)
         120    | 80      | 140    | 90    => 2             | 120                 | 80                 | yes                             | yes
         120    | open    | 140    | 90    => 2             | 120                 | open               | yes                             | yes
         120    | open    | open   | open  => 1             | 120                 | open               | no                              | open
         120    | unknown | open   | open  => 1             | 120                 | open               | no                              | open
         open   | open    | open   | open  => 0             | open                | open               | open                            | open",
    );
}

#[test]
fn gaps_are_closed() {
    readings(
        "high_1 | low_1 | high_2 | low_2 => both.last(2).size() | both.last(2).map(b, b.high).mean() | both.map(b, b.low).max()
         120    | 80    | 140    | 90    => 2                   | 130                                | 90
         open   | 80    | 140    | 90    => 1                   | 140                                | 90
         open   | open  | open   | open  => 0                   | open                               | open",
    );
}

#[test]
fn the_one_that_stands_in_waits_for_what_it_lacks() {
    let text = [rule("t.all", "both.last().high >= 140"), rule("t.any", "either.last().low >= 90")].join("\n");
    let pack = pack(&format!("{PRESSURES}\n{text}"));
    let assessment = Person::new().with("high_1 = 120, low_1 = unknown, ask_p = true, p = false").assess(&pack);
    let names = |facts: &[siklus_core::pack::FactRef]| facts.iter().map(|fact| pack.fact_name(*fact).to_owned()).collect::<Vec<_>>();
    let [all, any] = assessment.undetermined.as_slice() else { panic!("two open rules") };
    assert_eq!((names(&all.open), names(&all.missing)), (vec!["low_1".into()], vec!["low_1".into()]));
    assert_eq!(names(&any.open), ["low_1"]);
    let nothing = Person::new().with("ask_p = true, p = false").assess(&pack);
    assert_eq!(names(&nothing.undetermined[0].open), ["high_1", "low_1"]);
}

#[test]
fn when_none_can_be_there_it_does_not_apply() {
    readings(
        "n | m => third.size() | third.first().high | third.exists(t, t.high >= 140) | third.all(t, t.high >= 140) | third.map(t, t.high).mean() | third.first().high < 140
         3 | 5 => 0            | n/a                | no                             | no                          | n/a                         | no",
    );
}

#[test]
fn a_stand_in_is_not_answered() {
    readings(
        "high_1 | low_1 => answered(both.first()) | answered(both.first().high) | begun(both) | complete(both) | answered(either.first().high)
         120    | 80    => yes                    | yes                         | yes         | yes            | yes
         120    | open  => no                     | no                          | no          | no             | yes
         open   | open  => no                     | no                          | no          | no             | no",
    );
}

#[test]
fn a_field_that_its_entry_does_not_name_does_not_apply() {
    readings(
        "n    | m    | color => sugar.size() | sugar.first().mg | sugar.first().fasting | sugar.last().mark | sugar.last().mg | sugar.exists(s, !s.fasting && s.mg >= 5)
         3    | 5    | 'red' => 3            | 3                | no                    | 'red'             | n/a             | no
         open | 5    | open  => 1            | 5                | yes                   | n/a               | 5               | no
         open | open | 'red' => 1            | n/a              | no                    | 'red'             | n/a             | no
         7    | open | open  => 1            | 7                | no                    | n/a               | 7               | yes
         open | n/a  | n/a   => 0            | open             | open                  | n/a               | open            | open
         n/a  | n/a  | n/a   => 0            | n/a              | no                    | n/a               | n/a             | no",
    );
}

#[test]
fn a_yes_or_no_fact_that_does_not_apply_makes_no_reading() {
    check_with(
        PRESSURES,
        &Person::new(),
        "p    | r    => told.size() | told.first().said | told.exists(t, answered(t.said)) | told.exists(t, t.said)
         no   | n/a  => 1           | no                | yes                              | no
         n/a  | n/a  => 0           | no                | no                               | no
         n/a  | yes  => 1           | yes               | yes                              | yes
         open | n/a  => 0           | open              | no                               | open",
    );
}

#[test]
fn the_readings_of_an_earlier_visit_are_decided() {
    let more = format!(
        "{PRESSURES}
        [derived.before]
        value = \"earlier.filter(v, v.both.size() > 0 && v.both.last().high >= 140)\"
        [derived.last_before]
        value = \"earlier.first().both.last()\""
    );
    let person = Person::new().earlier("2026-02-02", "high_1 = 150, low_1 = 80").earlier("2026-01-02", "high_1 = 160");
    check_with(
        &more,
        &person,
        "high_1 | low_1 => before.size() | last_before.high | earlier.last().both.size() | earlier.last().both.first().high | earlier.last().either.first().high
         open   | open  => 1             | 150              | 0                          | n/a                              | 160",
    );
}
