//! What the checker refuses although its types are right, because an author cannot have meant it. `«` and `»` mark the place.

mod common;

use common::{accepts, faults, refuses, refuses_pack, rule};

// ------------------------------------------------------------------ comparisons that decide nothing

#[test]
fn a_number_finer_than_what_can_be_recorded() {
    let message = "this number is finer than what can be recorded";
    refuses("arm_cm < «23.45»", message, "the value goes in steps of 0.1");
    refuses("«0.5» < n", message, "the value goes in steps of 1");
    refuses("arm_cm in [23.5, «23.55»]", message, "the value goes in steps of 0.1");
    refuses("between(arm_cm, 23.0, «23.49»)", message, "the value goes in steps of 0.1");
    refuses("age_months >= «5.5»", message, "the value goes in steps of 1");
    refuses("earlier.exists(v, v.arm_cm < «23.45»)", message, "the value goes in steps of 0.1");
    refuses("birth.weight_kg < «2.4999»", message, "the value goes in steps of 0.001");
    let derived = |text: &str| format!("[derived.x]\nvalue = \"{text}\"\n{}", rule("t.x", "x < «23.45»"));
    refuses_pack(&derived("round(arm_cm / 2, 0.1)"), message, "the value goes in steps of 0.1");
    accepts(&["arm_cm < 23.5", "arm_cm / 2 < 23.45", "arm_cm + 0.05 < 23.45", "arm_cm <= 23"]);
}

#[test]
fn a_comparison_that_its_range_makes_always_the_same() {
    let always = |value: bool| format!("this comparison is always {value}, whatever is recorded");
    refuses("«n <= 100»", &always(true), "the values that are possible: 0 to 100");
    refuses("«n > 100»", &always(false), "the values that are possible: 0 to 100");
    refuses("p && «arm_cm >= 5.0»", &always(true), "the values that are possible: 5 to 60 cm");
    refuses("«arm_cm < 5.0»", &always(false), "the values that are possible: 5 to 60 cm");
    refuses("«n == 101»", &always(false), "the values that are possible: 0 to 100");
    refuses("«n != 101»", &always(true), "the values that are possible: 0 to 100");
    refuses("n in [5, «101»]", &always(false), "the values that are possible: 0 to 100");
    refuses("between(«n, 0», 5)", &always(true), "the values that are possible: 0 to 100");
    refuses("«n + 5 >= 5»", &always(true), "the values that are possible: 5 to 105");
    refuses("«n - m > 100»", &always(false), "the values that are possible: -100 to 100");
    refuses("«sum(three) > 3»", &always(false), "the values that are possible: 0 to 3");
    refuses("«sum(score) >= 1»", &always(true), "the values that are possible: 1 to 11");
    refuses("«gestation >= weeks(45)»", &always(false), "the values that are possible: 0 to 308 d");
    refuses("«earlier.size() >= 0»", &always(true), "the values that are possible: 0 to 10000");
    refuses("«5 < 6» && p", &always(true), "");
    refuses("«5 == 5» && p", &always(true), "");
    accepts(&["n < 100", "n == 100", "n >= 1", "arm_cm > 5.0", "n - m > 99", "gestation >= weeks(44)", "n <= m"]);
}

#[test]
fn a_comparison_that_the_ages_of_its_rule_make_always_the_same() {
    let rule = |when: &str| format!("{}age = \"6..71 months\"\n", rule("t.x", when));
    let message = "this comparison is always true, whatever is recorded";
    refuses_pack(&rule("«age_months <= 71»"), message, "the values that are possible: 6 to 71 mo");
    refuses_pack(&rule("p && «age_months >= 6»"), message, "the values that are possible: 6 to 71 mo");
    assert!(faults(&rule("age_months >= 7 && age_days <= 2000")).is_none());
}

// ------------------------------------------------------------------ conditions that are always true or false

#[test]
fn a_condition_that_is_always_true_or_false() {
    let fault = |value: bool, name: &str| format!("this condition is always {value}, because of what it asks of `{name}`");
    let help = "one of the limits or answers must be another";
    refuses("«n < 5 && n > 10»", &fault(false, "n"), help);
    refuses("«n < 5 && n >= 5»", &fault(false, "n"), help);
    refuses("«n < 5 || n >= 5»", &fault(true, "n"), help);
    refuses("«n >= 5 || n < 10»", &fault(true, "n"), help);
    refuses("«p && !p»", &fault(false, "p"), help);
    refuses("q && «(p || !p)»", &fault(true, "p"), help);
    refuses("«color == 'red' && color == 'green'»", &fault(false, "color"), help);
    refuses("«color in ['red', 'green'] && color == 'blue'»", &fault(false, "color"), help);
    refuses("«color != 'red' || color != 'green'»", &fault(true, "color"), help);
    refuses("«between(n, 3, 5) && n > 5»", &fault(false, "n"), help);
    refuses("q || «(n < 5 && p && n > 10)»", &fault(false, "n"), help);
    refuses("!«(n < 5 && n > 10)»", &fault(false, "n"), help);
    refuses("earlier.exists(v, «v.n < 5 && v.n > 10»)", &fault(false, "v.n"), help);
    refuses("any([«n < 5 && n > 10», p])", &fault(false, "n"), help);
    refuses("is_true(«n < 5 && n > 10»)", &fault(false, "n"), help);
    refuses("p ? «n < 5 && n > 10» : q", &fault(false, "n"), help);
    accepts(&["n > 5 && n < 10", "n < 5 || n > 5", "n >= 5 && n <= 5", "p || !q", "color == 'red' || color == 'green'", "n < 5 && m > 10"]);
}

#[test]
fn a_constant_where_a_condition_belongs() {
    refuses("p && «true»", "this condition is always true", "");
    refuses("p || «false»", "this condition is always false", "");
    accepts(&["p == false", "p"]);
}

#[test]
fn a_constant_condition_of_a_derived_fact_a_list_or_an_applies() {
    let message = "this condition is always false, because of what it asks of `n`";
    let help = "one of the limits or answers must be another";
    let derived = format!("[derived.x]\nvalue = \"«n < 5 && n > 10»\"\n{}", rule("t.x", "x"));
    refuses_pack(&derived, message, help);
    refuses_pack("[list.x]\nof = [\"p\", \"«n < 5 && n > 10»\"]\n", message, help);
    refuses_pack("[readings.x]\nof = [{ high = \"«n < 5 && n > 10»\" }]\nthere = \"all\"\n", message, help);
    let applies = format!("{}applies = \"«age_years < 5 && age_years > 10»\"\n", rule("t.x", "p"));
    refuses_pack(&applies, "this condition is always false, because of what it asks of `age_years`", help);
}

// ------------------------------------------------------------------ negations of what may not be there

const DERIVED: &str = "[derived.last]\nvalue = \"earlier.filter(v, answered(v.p)).first()\"\n\
                       [derived.high]\nvalue = \"n > 10\"\napplies = \"answered(n)\"\n[derived.always]\nvalue = \"n > 10\"\n";

#[track_caller]
fn unguarded(when: &str, name: &str) {
    let message = format!("this negation is also true when `{name}` is not there or does not apply");
    let help = format!("say that it is there, in the same `&&`: `answered({name}...) && ...`");
    refuses_pack(&format!("{DERIVED}{}{}", rule("t.y", "p"), rule("t.x", when)), &message, &help);
}

#[test]
fn a_negation_of_what_may_not_be_there() {
    unguarded("«!last.p»", "last");
    unguarded("«last.color != 'red'»", "last");
    unguarded("q && «!(last.n > 5)»", "last");
    unguarded("«'red' != last.color»", "last");
    unguarded("«!earlier.first().p»", "earlier.first()");
    unguarded("«!high»", "high");
    unguarded("«high != p»", "high");
    unguarded("q && «!(high || p)»", "high");
    unguarded("«!is_true(last.p)»", "last");
    unguarded("«!(last.color in ['red'])»", "last");
    unguarded("«!('fever' in last.signs)»", "last");
    unguarded("«!last.t.y»", "last");
    unguarded("earlier.exists(w, «!w.p»)", "w");
    unguarded("earlier.filter(w, «!w.p»).size() > 1", "w");
    unguarded("q ? «!last.p» : p", "last");
}

#[test]
fn a_companion_counts_only_within_the_same_and() {
    unguarded("last.p || «!last.q»", "last");
    unguarded("(answered(last.p) || q) ? p : «!last.q»", "last");
    unguarded("answered(last.p) && p || «!last.q»", "last");
    unguarded("answered(earlier.first().p) && «!last.q»", "last");
    unguarded("!answered(last.p) && «!last.q»", "last");
    unguarded("q && «!high» && !answered(high)", "high");
}

#[test]
fn a_negation_with_its_companion() {
    let right = [
        "answered(last.p) && !last.p",
        "!last.p && answered(last.p)",
        "answered(last.color) && last.color != 'red'",
        "last.n > 5 && !last.p",
        "q && answered(last.p) && (r || !last.p)",
        "answered(last.p) ? !last.q : p",
        "answered(high) && !high",
        "high && last.p || q && last.q && !last.r",
        "earlier.exists(w, answered(w.p) && !w.p)",
        "!answered(last.p)",
        "!always && q",
        "!p && color != 'red'",
        "!t.y",
        "last.p && !(q && last.q)",
    ];
    let rules: Vec<_> = right.iter().zip(0..).map(|(when, index)| rule(&format!("t.x{index}"), when)).collect();
    let faults = faults(&format!("{DERIVED}{}{}", rule("t.y", "p"), rules.join("\n")));
    assert!(faults.is_none(), "{}", faults.unwrap());
}
