//! Lists and scores, and what is asked of all items together.

mod common;

use common::{Person, alike, check, check_with};

#[test]
fn a_sum_needs_all_and_sum_so_far_takes_what_is_answered() {
    check(
        "p    | q    | r       => sum(three) | sum_so_far(three) | complete(three) | begun(three)
         yes  | yes  | no      => 2          | 2                 | yes             | yes
         yes  | yes  | open    => open       | 2                 | no              | yes
         yes  | n/a  | no      => 1          | 1                 | no              | yes
         no   | open | unknown => open       | 0                 | no              | yes
         open | open | unknown => open       | 0                 | no              | no
         n/a  | n/a  | open    => open       | 0                 | no              | no
         n/a  | n/a  | n/a     => 0          | 0                 | no              | no",
    );
}

#[test]
fn a_number_that_does_not_apply_leaves_a_sum_without_a_value() {
    check(
        "n    | m    => sum([n, m]) | sum_so_far([n, m]) | sum([n, m, 1])
         3    | 5    => 8           | 8                  | 9
         3    | open => open        | 3                  | open
         3    | n/a  => n/a         | 3                  | n/a
         open | n/a  => n/a         | 0                  | n/a",
    );
}

#[test]
fn yes_counts_1_among_numbers() {
    check(
        "p    | n    => sum([p, n, 2]) | sum_so_far([p, n, 2]) | complete([p, n]) | begun([p, n])
         yes  | 3    => 6              | 6                     | yes              | yes
         no   | 3    => 5              | 5                     | yes              | yes
         n/a  | 3    => 5              | 5                     | no               | yes
         open | 3    => open           | 5                     | no               | yes
         n/a  | open => open           | 2                     | no               | no",
    );
}

#[test]
fn a_list_of_different_things_can_be_begun_and_complete() {
    check(
        "p    | n    | color   => begun(mixed) | complete(mixed)
         open | open | open    => no           | no
         open | open | unknown => no           | no
         no   | open | n/a     => yes          | no
         no   | n/a  | 'red'   => yes          | no
         no   | 3    | 'red'   => yes          | yes",
    );
}

#[test]
fn an_item_of_a_scored_instrument_that_does_not_apply_counts_as_its_lowest_points() {
    check(
        "score_2 | ask_score => sum(score) | sum_so_far(score) | complete(score) | answered(score_3)
         3       | no        => 4          | 4                 | no              | no
         open    | no        => open       | 1                 | no              | no
         3       | open      => open       | 3                 | no              | no",
    );
    check(
        "ask_score => score_1 == 0 | score_1 >= 1 | score_3 == 1 | score_3 > 1
         no        => yes          | no           | yes          | no
         open      => open         | open         | open         | open",
    );
    // At an earlier visit it is not even the lowest: nobody can answer it any more.
    let person = Person::new().earlier("2026-02-02", "ask_score = false, score_2 = 3");
    check_with("", &person, "=> earlier.first().score_2 | earlier.first().score_3 | sum(earlier.first().score)\n => 3 | n/a | n/a");
}

#[test]
fn exists_and_all_go_through_the_items() {
    alike(&["p", "q", "r"], &["three.exists(x, x)", "any(three)"]);
    alike(&["p", "q", "r"], &["three.all(x, x)", "all(three)"]);
    alike(&["n", "m"], &["[n, m].exists(x, x > 3)", "n > 3 || m > 3"]);
    alike(&["n", "m"], &["[n, m].all(x, x > 3)", "n > 3 && m > 3"]);
    alike(&["n", "m"], &["![n, m].exists(x, x > 3)", "[n, m].all(x, !(x > 3))"]);
}

#[test]
fn what_is_asked_of_an_item_is_asked_of_its_fact() {
    alike(&["p", "q", "r"], &["three.all(x, answered(x))", "complete(three)"]);
    alike(&["p", "q", "r"], &["three.exists(x, answered(x))", "begun(three)"]);
    alike(&["p", "q", "r"], &["three.filter(x, answered(x)).size() >= 2", "at_least(2, three.map(x, answered(x)))"]);
}

#[test]
fn filter_keeps_and_map_turns_each_item() {
    check(
        "n    | m    => sum([n, m].map(x, x + 1)) | [n, m].map(x, x * 2).max() | [n, m].filter(x, answered(x)).size()
         3    | 5    => 10                        | 10                         | 2
         3    | open => open                      | open                       | 1
         3    | n/a  => n/a                       | n/a                        | 1",
    );
}

#[test]
fn a_list_has_a_size_and_two_ends() {
    check(
        "n    | m    => [n, m, 9].size() | [n, m, 9].first() | [n, m].last() | [n, m, 9].last(2).first() | [n, m].last(5).size()
         3    | 5    => 3                | 3                 | 5             | 5                         | 2
         open | n/a  => 3                | open              | n/a           | n/a                       | 2",
    );
}

#[test]
fn least_greatest_and_mean_need_all_items() {
    check(
        "n    | m    => [n, m, 4].min() | [n, m, 4].max() | [n, m, 4].mean()
         3    | 5    => 3               | 5               | 4
         3    | 3    => 3               | 4               | 10 / 3
         open | 5    => open            | open            | open
         n/a  | 5    => n/a             | n/a             | n/a
         n/a  | open => n/a             | n/a             | n/a",
    );
    check("day => [day, on].min() | [day, on].max()\n 2026-03-09 => 2026-03-02 | 2026-03-09\n open => open | open");
}

#[test]
fn nothing_has_no_end_no_least_and_no_mean_but_a_size_and_a_sum() {
    let none = "[n, m].filter(x, !answered(x) && answered(x) && answered(on))";
    let table = format!(
        "n | m => {none}.size() | {none}.first() | {none}.last() | {none}.min() | {none}.mean() | sum({none}) | {none}.exists(x, x > 3) | {none}.all(x, x > 3)
         3 | 5 => 0             | n/a            | n/a           | n/a          | n/a           | 0           | no                      | yes"
    );
    check(&table);
}

#[test]
fn the_answers_to_a_question_are_a_list_of_codes() {
    check(
        "signs             => signs.size() | signs.exists(s, s == 'rash') | signs.all(s, s in ['rash', 'fever']) | signs.first()
         ['fever', 'rash'] => 2            | yes                          | yes                                  | 'fever'
         ['thirst']        => 1            | no                           | no                                   | 'thirst'
         []                => 0            | no                           | yes                                  | n/a
         open              => open         | open                         | open                                 | open
         n/a               => n/a          | no                           | no                                   | n/a",
    );
}

#[test]
fn the_life_stages_are_a_list_of_codes_and_always_known() {
    let mother = Person::new().lmp("2025-12-01");
    check_with(
        "",
        &mother,
        "=> 'pregnant' in stages | 'adult' in stages | 'newborn' in stages | stages.size() | stages.exists(s, s == 'adult')
         => yes                  | yes               | no                  | 2             | yes",
    );
}

#[test]
fn macros_stand_in_each_other() {
    alike(
        &["n", "m"],
        &["[n, m].exists(x, [3, 4].exists(y, x == y))", "n == 3 || n == 4 || m == 3 || m == 4", "[n, m].exists(x, x in [3, 4])"],
    );
}

#[test]
fn counting_waits_for_the_number_that_is_wanted() {
    check(
        "p   | q   | r   | n    => at_least(n, three) | exactly(n, three)
         yes | yes | no  | 2    => yes                | yes
         yes | yes | no  | 3    => no                 | no
         yes | yes | no  | open => open               | open
         yes | yes | no  | n/a  => no                 | no",
    );
    check("p | n => [p, true, true].last(n).size()\n yes | 2 => 2\n yes | open => open\n yes | n/a => n/a");
}

#[test]
fn a_list_can_have_a_name_of_its_own() {
    let more = r#"
        [derived.high]
        value = "[n, m].filter(x, answered(x))"
        [derived.some]
        value = "[n, m]"
        applies = "district_on"
    "#;
    check_with(
        more,
        &Person::new(),
        "n | m => high.size() | high.first() | high.exists(x, x > 3)\n 3 | open => 1 | 3 | no\n open | 5 => 1 | 5 | yes",
    );
    check_with(
        more,
        &Person::new(),
        "n | m => some.size() | sum(some) | some.first() | some.exists(x, x > 3) | any(some.map(x, x > 3))\n 3 | 5 => n/a | n/a | n/a | no | no",
    );
}
