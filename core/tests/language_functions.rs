//! Functions of numbers and dates, and tables.

mod common;

use common::{Person, check, check_with};

#[test]
fn weeks_are_days() {
    check(
        "n    => weeks(n) | weeks(n, 6) | on + weeks(13) | on + weeks(27, 6)
         2    => 14       | 20          | 2026-06-01     | 2026-09-13
         open => open     | open        | 2026-06-01     | 2026-09-13
         n/a  => n/a      | n/a         | 2026-06-01     | 2026-09-13",
    );
}

#[test]
fn a_month_ends_where_the_calendar_says() {
    check(
        "day        => day + months(1) | day - months(1) | day + months(13) | day + years(1) | day - years(1)
         2025-01-31 => 2025-02-28      | 2024-12-31      | 2026-02-28       | 2026-01-31     | 2024-01-31
         2024-01-31 => 2024-02-29      | 2023-12-31      | 2025-02-28       | 2025-01-31     | 2023-01-31
         2024-02-29 => 2024-03-29      | 2024-01-29      | 2025-03-29       | 2025-02-28     | 2023-02-28
         2025-03-31 => 2025-04-30      | 2025-02-28      | 2026-04-30       | 2026-03-31     | 2024-03-31
         open       => open            | open            | open             | open           | open
         n/a        => n/a             | n/a             | n/a              | n/a            | n/a",
    );
    check("n => on + months(n) | on - years(n)\n 2 => 2026-05-02 | 2024-03-02\n open => open | open\n n/a => n/a | n/a");
}

#[test]
fn months_are_begun_and_counted() {
    check(
        "day        => month(day) | month_start(day) | months_between(day, on) | months_between(on, day)
         2026-01-31 => 1          | 2026-01-01       | 1                       | -1
         2026-02-02 => 2          | 2026-02-01       | 1                       | -1
         2026-02-03 => 2          | 2026-02-01       | 0                       | 0
         2025-03-02 => 3          | 2025-03-01       | 12                      | -12
         2025-03-03 => 3          | 2025-03-01       | 11                      | -11
         open       => open       | open             | open                    | open
         n/a        => n/a        | n/a              | n/a                     | n/a",
    );
}

#[test]
fn a_half_is_rounded_up() {
    check(
        "n  | m => round(n / m, 1) | round(n / m, 0.5) | round(-n / m, 1) | round(n / m, 0.1)
         5  | 2 => 3               | 2.5               | -2               | 2.5
         7  | 3 => 2               | 2.5               | -2               | 2.3
         9  | 4 => 2               | 2.5               | -2               | 2.3
         11 | 4 => 3               | 3                 | -3               | 2.8",
    );
    check("n => round(n, 10)\n 44 => 40\n 45 => 50\n open => open\n n/a => n/a");
}

#[test]
fn min_and_max_take_two_numbers_or_two_dates() {
    check(
        "n    | m    => min(n, m) | max(n, m) | max(n, 4)
         3    | 5    => 3         | 5         | 4
         5    | 5    => 5         | 5         | 5
         open | 5    => open      | open      | open
         n/a  | open => n/a       | n/a       | n/a",
    );
    check("day => min(day, on) | max(day, on)\n 2026-03-09 => 2026-03-02 | 2026-03-09\n n/a => n/a | n/a");
}

#[test]
fn a_visit_has_a_day_and_the_person_an_age() {
    let child = Person::new().born("2024-02-29").on("2026-02-28");
    check_with(
        "",
        &child,
        "=> age_days | age_months | age_years | born == on - age_days | sex == 'female' | lmp | gestation | pregnant | days_since_delivery
         => 730      | 24         | 2         | yes                   | yes             | n/a | n/a       | no       | n/a",
    );
}

#[test]
fn gestation_does_not_apply_from_309_days_on() {
    let pregnant = |lmp| Person::new().lmp(lmp);
    check_with("", &pregnant("2025-04-28"), "=> gestation | pregnant | lmp | gestation >= weeks(42)\n => 308 | yes | 2025-04-28 | yes");
    check_with("", &pregnant("2025-04-27"), "=> gestation | pregnant | lmp | gestation >= weeks(42)\n => n/a | yes | 2025-04-27 | no");
    check_with("", &pregnant("2026-03-02"), "=> gestation | pregnant\n => 0 | yes");
    check_with("", &Person::new().delivered("2026-02-20"), "=> days_since_delivery | pregnant | gestation\n => 10 | no | n/a");
}

#[test]
fn birth_data_can_be_open() {
    check("=> birth.weight_kg | birth.gestation_weeks | birth.weight_kg < 2.5 | answered(birth.weight_kg)\n => open | open | open | no");
    let mut child = Person::new();
    child.input.birth.weight_g = Some(2499);
    child.input.birth.gestation_weeks = Some(36);
    check_with(
        "",
        &child,
        "=> birth.weight_kg | birth.gestation_weeks | birth.weight_kg < 2.5 | answered(birth.weight_kg)\n => 2.499 | 36 | yes | yes",
    );
    let pack = common::pack(&common::rule("t.x", "birth.weight_kg < 2.5"));
    let assessment = Person::new().assess(&pack);
    assert_eq!(pack.fact_name(assessment.undetermined[0].open[0]), "birth.weight_g");
}

const TABLES: &str = r#"
[table.points]                       # ranges, one without an end, one up to but not including its end
keys = ["n"]
rows = [["0..9", 0], ["10..<20", 1], ["20..29", 2], ["30..", 3]]

[table.limits]
keys = ["n", "color"]
columns = ["low", "name"]
rows = [[1, "red", 10, "round"], [1, "green", 20, "square"], [2, "*", 30, "round"]]

[table.spoken]                       # the beginning of a text
keys = ["word"]
rows = [["RRR*", "round"], ["RRW*", "square"], ["W", "square"]]
"#;

#[test]
fn a_table_gives_the_value_of_the_row_that_fits() {
    check_with(
        TABLES,
        &Person::new(),
        "n    => lookup(points, n) | lookup(points, n) >= 1 | lookup(points, n + 1)
         9    => 0                 | no                     | 1
         19   => 1                 | yes                    | 2
         29   => 2                 | yes                    | 3
         30   => 3                 | yes                    | 3
         open => open              | open                   | open
         n/a  => n/a               | no                     | n/a",
    );
}

#[test]
fn a_key_that_is_not_there_does_not_apply() {
    check_with(
        TABLES,
        &Person::new(),
        "n    | color   => lookup(limits, n, color).low | lookup(limits, n, color).name | answered(lookup(limits, n, color))
         1    | 'red'   => 10                           | 'round'                       | yes
         1    | 'green' => 20                           | 'square'                      | yes
         1    | 'blue'  => n/a                          | n/a                           | no
         2    | 'blue'  => 30                           | 'round'                       | yes
         3    | 'red'   => n/a                          | n/a                           | no
         open | 'red'   => open                         | open                          | no
         3    | open    => open                         | open                          | no
         n/a  | open    => n/a                          | n/a                           | no
         open | n/a     => n/a                          | n/a                           | no",
    );
}

#[test]
fn a_text_is_found_by_its_beginning() {
    check_with(
        TABLES,
        &Person::new(),
        "word    => lookup(spoken, word) | lookup(spoken, word) == shape
         'RRR'   => 'round'              | open
         'RRRWW' => 'round'              | open
         'RRWR'  => 'square'             | open
         'W'     => 'square'             | open
         'WR'    => n/a                  | no
         'RR'    => n/a                  | no
         open    => open                 | open
         n/a     => n/a                  | no",
    );
}

#[test]
fn a_derived_fact_gives_a_product_its_unit() {
    let more = r#"
        [derived.bmi]
        unit = "kg/m2"
        value = "round(weight_kg / (length_cm / 100) / (length_cm / 100), 0.1)"
    "#;
    check_with(
        more,
        &Person::new(),
        "weight_kg | length_cm => bmi  | bmi < 18.5 | bmi >= 25.0
         50.0      | 160.0     => 19.5 | no         | no
         45.0      | 160.0     => 17.6 | yes        | no
         64.0      | 160.0     => 25   | no         | yes
         open      | 160.0     => open | open       | open",
    );
}
