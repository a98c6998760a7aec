//! Comparisons, `in`, calculations and `?:` between values: "does not apply" goes before "open".

mod common;

use common::{Person, alike, check, check_with};

#[test]
fn a_comparison_with_something_that_does_not_apply_is_false() {
    check(
        "n       | m    => n == m | n != m | n < m | n <= m | n > m | n >= m
         3       | 5    => no     | yes    | yes   | yes    | no    | no
         5       | 5    => yes    | no     | no    | yes    | no    | yes
         5       | 3    => no     | yes    | no    | no     | yes   | yes
         open    | 3    => open   | open   | open  | open   | open  | open
         unknown | 3    => open   | open   | open  | open   | open  | open
         open    | open => open   | open   | open  | open   | open  | open
         n/a     | 3    => no     | yes    | no    | no     | no    | no
         3       | n/a  => no     | yes    | no    | no     | no    | no
         n/a     | open => no     | yes    | no    | no     | no    | no
         open    | n/a  => no     | yes    | no    | no     | no    | no
         n/a     | n/a  => no     | yes    | no    | no     | no    | no",
    );
}

#[test]
fn unequal_is_the_negation_of_equal() {
    alike(&["n", "m"], &["n != m", "!(n == m)"]);
    alike(&["n"], &["n != 3", "!(n == 3)"]);
    alike(&["color"], &["color != 'red'", "!(color == 'red')"]);
    alike(&["p", "q"], &["p != q", "!(p == q)"]);
}

#[test]
fn sides_can_change_places() {
    alike(&["n", "m"], &["n < m", "m > n"]);
    alike(&["n", "m"], &["n <= m", "m >= n"]);
    alike(&["n"], &["4 > n", "n < 4", "n + 1 <= 4"]);
}

#[test]
fn between_holds_both_limits() {
    alike(&["n", "m"], &["between(n, 3, m)", "n >= 3 && n <= m"]);
    check(
        "n   => between(n, 4, 5) | between(n, 5, 9) | !between(n, 3, 4)
         3   => no               | no               | no
         4   => yes              | no               | no
         5   => yes              | yes              | yes
         6   => no               | yes              | yes
         n/a => no               | no               | yes",
    );
}

#[test]
fn numbers_are_exact() {
    check("arm_cm | length_cm => length_cm - arm_cm | length_cm / 3 * 3 == length_cm\n 5.1 | 100.0 => 94.9 | yes");
    check("n | m => n / m * 3 == n | n / m == 1 / 3 | n / m > 0.3333 && n / m < 0.3334\n 1 | 3 => yes | yes | yes");
    // As binary fractions 0.1 + 0.2 is not 0.3.
    check("n => 0.1 + 0.2 == n / 10\n 3 => yes");
}

#[test]
fn a_calculation_with_something_that_does_not_apply_does_not_apply() {
    check(
        "n    | m    => n + m | n - m | n * m | -n
         7    | 2    => 9     | 5     | 14    | -7
         2    | 7    => 9     | -5    | 14    | -2
         open | 2    => open  | open  | open  | open
         2    | open => open  | open  | open  | -2
         n/a  | 2    => n/a   | n/a   | n/a   | n/a
         n/a  | open => n/a   | n/a   | n/a   | n/a
         open | n/a  => n/a   | n/a   | n/a   | open",
    );
}

#[test]
fn a_quotient_is_exact_and_of_zero_there_is_none() {
    check(
        "n    | m    => n / m
         7    | 2    => 3.5
         6    | 3    => 2
         7    | 0    => n/a
         open | 0    => open
         n/a  | open => n/a",
    );
}

#[test]
fn products_bind_more_tightly_than_sums_and_both_go_from_the_left() {
    check(
        "n  | m => n + m * 2 | (n + m) * 2 | n - m - 1 | n - (m - 1) | n / m * 2 | n / (m * 2) | -n + m | -(n + m)
         12 | 3 => 18        | 30          | 8         | 10          | 8         | 2           | -9     | -15",
    );
}

#[test]
fn a_code_is_compared_with_a_code_of_its_list() {
    check(
        "color   | hue    => color == 'red' | color != 'red' | color == hue | color != hue
         'red'   | 'red'  => yes            | no             | yes          | no
         'green' | 'red'  => no             | yes            | no           | yes
         open    | 'red'  => open           | open           | open         | open
         n/a     | 'red'  => no             | yes            | no           | yes
         n/a     | open   => no             | yes            | no           | yes",
    );
}

#[test]
fn in_asks_for_one_of_several() {
    check(
        "color   | n       => color in ['red', 'green'] | !(color in ['red', 'green']) | n in [3, 5]
         'red'   | 3       => yes                       | no                           | yes
         'blue'  | 4       => no                        | yes                          | no
         open    | unknown => open                      | open                         | open
         n/a     | n/a     => no                        | yes                          | no",
    );
    alike(&["n", "m"], &["n in [m, 5]", "n == m || n == 5"]);
    alike(&["color"], &["color in ['red', 'blue']", "color == 'red' || color == 'blue'"]);
}

#[test]
fn in_asks_a_question_with_several_answers() {
    check(
        "signs             => 'fever' in signs | !('fever' in signs) | answered(signs) | signs.size()
         ['fever', 'rash'] => yes              | no                  | yes             | 2
         ['rash']          => no               | yes                 | yes             | 1
         []                => no               | yes                 | yes             | 0
         open              => open             | open                | no              | open
         unknown           => open             | open                | no              | open
         n/a               => no               | yes                 | no              | n/a",
    );
}

#[test]
fn dates_are_compared_and_counted_in_days() {
    check(
        "day        => day < on | day - on | on - day  | day + 7    | day - 7    | day == on + 3 | on - day >= 28
         2026-03-05 => no       | 3        | -3        | 2026-03-12 | 2026-02-26 | yes           | no
         2026-02-02 => yes      | -28      | 28        | 2026-02-09 | 2026-01-26 | no            | yes
         open       => open     | open     | open      | open       | open       | open          | open
         n/a        => no       | n/a      | n/a       | n/a        | n/a        | no            | no",
    );
}

#[test]
fn texts_are_equal_or_not() {
    check(
        "word  | other_word => word == other_word | word != other_word
         'a b' | 'a b'      => yes                | no
         'a b' | 'a  b'     => no                 | yes
         'a'   | 'A'        => no                 | yes
         open  | 'a'        => open               | open
         n/a   | 'a'        => no                 | yes",
    );
}

#[test]
fn yes_and_no_can_be_compared() {
    check(
        "p    | q    => p == q | p != q | p == true | p == false
         yes  | yes  => yes    | no     | yes       | no
         yes  | no   => no     | yes    | yes       | no
         no   | n/a  => yes    | no     | no        | yes
         open | yes  => open   | open   | open      | open",
    );
}

#[test]
fn a_choice_between_values_needs_its_condition() {
    check(
        "p    | n    | m    => p ? n : m
         yes  | 1    | 2    => 1
         no   | 1    | 2    => 2
         n/a  | 1    | 2    => 2
         open | 1    | 2    => open
         open | 1    | 1    => open
         yes  | open | 2    => open
         yes  | 1    | open => 1
         no   | 1    | n/a  => n/a
         open | n/a  | n/a  => open",
    );
    check("p => p ? 'red' : color\n yes => 'red'\n no => open");
    check("p => p ? on : day\n yes => 2026-03-02\n no => open");
}

#[test]
fn a_value_waits_for_its_condition_and_the_branch_that_lacks_less() {
    let more = common::rule("t.waits", "(p ? n + m : arm_cm * 1) > 3");
    let pack = common::pack(&more);
    let person = Person::new().with("ask_p = true, ask_n = true, ask_m = true");
    let assessment = person.assess(&pack);
    let open: Vec<_> = assessment.undetermined[0].open.iter().map(|fact| pack.fact_name(*fact)).collect();
    assert_eq!(open, ["arm_cm", "p"]);
}

#[test]
fn a_derived_value_that_does_not_apply_is_as_a_fact_that_does_not() {
    let more = r#"
        [derived.double]
        value = "n * 2"
        applies = "answered(m)"
        [derived.sign]
        value = "q"
        applies = "answered(m)"
    "#;
    let person = Person::new().with("ask_n = true, n = 3");
    check_with(
        more,
        &person,
        "m    | q    => double | double == 6 | double + 1 | answered(double) | answered(sign) | sign | sign || n == 4
         1    | yes  => 6      | yes         | 7          | yes              | yes            | yes  | yes
         1    | open => 6      | yes         | 7          | yes              | no             | open | open
         open | yes  => n/a    | no          | n/a        | no               | no             | n/a  | no",
    );
}
