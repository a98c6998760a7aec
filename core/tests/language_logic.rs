//! Three-valued logic: `&&`, `||`, `!`, `any`, `all`, `at_least`, `exactly` and `?:` between conditions. Unknown is not no.

mod common;

use common::{Person, alike, check, check_with};

#[test]
fn and_is_no_as_soon_as_one_part_is_no() {
    check(
        "p       | q       => p && q
         yes     | yes     => yes
         yes     | no      => no
         yes     | open    => open
         yes     | unknown => open
         yes     | n/a     => no
         no      | no      => no
         no      | open    => no
         no      | unknown => no
         no      | n/a     => no
         open    | open    => open
         open    | unknown => open
         open    | n/a     => no
         unknown | n/a     => no
         n/a     | n/a     => no",
    );
}

#[test]
fn or_is_yes_as_soon_as_one_part_is_yes() {
    check(
        "p       | q       => p || q
         yes     | yes     => yes
         yes     | no      => yes
         yes     | open    => yes
         yes     | unknown => yes
         yes     | n/a     => yes
         no      | no      => no
         no      | open    => open
         no      | unknown => open
         no      | n/a     => no
         open    | open    => open
         open    | unknown => open
         open    | n/a     => open
         unknown | n/a     => open
         n/a     | n/a     => no",
    );
}

#[test]
fn not_turns_yes_and_no_round_and_leaves_open() {
    check(
        "p       => !p  | !(!p)
         yes     => no  | yes
         no      => yes | no
         open    => open | open
         unknown => open | open
         n/a     => yes | no",
    );
}

#[test]
fn the_order_of_the_parts_does_not_matter() {
    alike(&["p", "q"], &["p && q", "q && p", "!(!p || !q)"]);
    alike(&["p", "q"], &["p || q", "q || p", "!(!p && !q)"]);
    alike(&["p", "q", "r"], &["p && q && r", "p && (q && r)", "(r && q) && p"]);
    alike(&["p", "q", "r"], &["p || q || r", "p || (q || r)", "(r || q) || p"]);
}

#[test]
fn and_binds_more_tightly_than_or() {
    alike(&["p", "q", "r"], &["p || q && r", "p || (q && r)"]);
    alike(&["p", "q", "r"], &["p && q || r", "(p && q) || r"]);
    alike(&["p", "q", "r"], &["!p && q || r", "((!p) && q) || r"]);
}

#[test]
fn any_and_all_are_or_and_and() {
    alike(&["p", "q", "r"], &["p || q || r", "any([p, q, r])", "any(three)", "at_least(1, three)", "!exactly(0, three)"]);
    alike(&["p", "q", "r"], &["p && q && r", "all([p, q, r])", "all(three)", "at_least(3, three)", "exactly(3, three)"]);
}

#[test]
fn at_least_is_yes_when_enough_are_yes_and_no_when_not_enough_can_be() {
    check(
        "p    | q    | r       => at_least(2, three) | at_least(0, three)
         yes  | yes  | open    => yes                | yes
         yes  | yes  | no      => yes                | yes
         yes  | no   | open    => open               | yes
         yes  | open | unknown => open               | yes
         yes  | n/a  | open    => open               | yes
         no   | no   | open    => no                 | yes
         n/a  | no   | unknown => no                 | yes
         open | open | open    => open               | yes
         n/a  | n/a  | n/a     => no                 | yes",
    );
    alike(&["p", "q", "r"], &["at_least(2, three)", "p && q || p && r || q && r"]);
}

#[test]
fn exactly_needs_every_answer_unless_too_many_are_yes() {
    check(
        "p    | q    | r       => exactly(1, three)
         yes  | no   | no      => yes
         yes  | no   | n/a     => yes
         yes  | no   | open    => open
         yes  | yes  | open    => no
         no   | no   | open    => open
         no   | no   | no      => no
         no   | n/a  | n/a     => no
         open | open | unknown => open",
    );
    alike(&["p", "q"], &["exactly(1, [p, q])", "p && !q || !p && q"]);
}

#[test]
fn a_choice_between_conditions_is_and_and_or() {
    alike(&["p", "q", "r"], &["p ? q : r", "p && q || !p && r"]);
    check(
        "p    | q   | r    => p ? q : r
         yes  | no  | yes  => no
         no   | no  | yes  => yes
         n/a  | no  | yes  => yes
         open | no  | no   => no
         open | yes | yes  => open
         open | no  | open => open",
    );
}

#[test]
fn choices_follow_each_other_from_the_left() {
    alike(&["p", "q", "r"], &["p ? q : q ? r : p", "p ? q : (q ? r : p)"]);
    alike(&["p", "q", "r"], &["p || q ? r : p", "(p || q) ? r : p"]);
}

#[test]
fn is_true_and_answered_are_always_decided() {
    check(
        "p       => is_true(p) | !is_true(p) | answered(p) | is_unknown(p) | is_true(!p) | answered(!p)
         yes     => yes        | no          | yes         | no            | no          | yes
         no      => no         | yes         | yes         | no            | yes         | yes
         open    => no         | yes         | no          | no            | no          | no
         unknown => no         | yes         | no          | yes           | no          | no
         n/a     => no         | yes         | no          | no            | yes         | yes",
    );
    check(
        "n       => answered(n) | is_unknown(n) | answered(n + 1) | is_true(n > 3)
         5       => yes         | no            | yes             | yes
         3       => yes         | no            | yes             | no
         open    => no          | no            | no              | no
         unknown => no          | yes           | no              | no
         n/a     => no          | no            | no              | no",
    );
}

#[test]
fn what_is_recorded_wins_over_the_gate_but_unknown_does_not() {
    let closed = Person::new().with("ask_p = false, ask_q = false");
    check_with(
        "",
        &closed.with("p = true, q = unknown"),
        "=> p   | answered(p) | q  | is_unknown(q) | answered(q)
         => yes | yes         | no | no            | no",
    );
}

#[test]
fn an_open_gate_closes_nothing() {
    let open = Person::new().with("ask_p = unknown");
    check_with("", &open, "=> p | answered(p)\n => open | no");
}

#[test]
fn sex_and_life_stage_close_a_fact_too() {
    check(
        "=> of_men | !of_men | answered(of_men) | of_children | of_children <= 3
         => no     | yes     | no               | n/a         | no",
    );
    let man = Person::new().male();
    check_with("", &man, "=> of_men | answered(of_men)\n => open | no");
    let child = Person::new().born("2024-01-01");
    check_with("", &child, "=> of_children | of_children > 3\n => open | open");
}

#[test]
fn a_setting_of_the_area_is_never_open() {
    check("=> district_on | district_limit | answered(district_on) | n > district_limit\n => no | 10 | yes | open");
    let other = Person::new().with("district_on = true, district_limit = 3, ask_n = true, n = 4");
    check_with("", &other, "=> district_on | district_limit | n > district_limit\n => yes | 3 | yes");
}
