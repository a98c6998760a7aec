use super::{faults, only, read};

/// A fact with the fields that all have in common, and some more. These begin on line 3.
fn fact(more: &str) -> String {
    format!("[fact.x]\nlabel = {{ id = \"X\", en = \"X\" }}\n{more}\n")
}

#[test]
fn unknown_field() {
    only(&fact("type = \"bool\"\nonly_fi = 3"), "a.toml:4:1: `[fact.x]` cannot have `only_fi`. (Did you mean `only_if`?)");
}

#[test]
fn field_of_another_type() {
    only(
        &fact("type = \"bool\"\npattern = \"a\""),
        "a.toml:4:1: `[fact.x]` cannot have `pattern`. (It can have `type`, `label`, `help`, `asked_of`, `sex`, `code`, `dossier`, \
         `only_if`, `default`, `lasts`, `next_visit`.)",
    );
}

#[test]
fn missing_type() {
    only(&fact("range = [0, 1]"), "a.toml:1:7: `[fact.x]` has no `type`.");
}

#[test]
fn missing_label() {
    only("[fact.x]\ntype = \"bool\"", "a.toml:1:7: `[fact.x]` has no `label`.");
}

#[test]
fn unknown_type() {
    only(&fact("type = \"boole\""), "a.toml:3:9: `boole` is no word that can stand here. (Did you mean `bool`?)");
}

#[test]
fn type_of_a_field() {
    only(&fact("type = 3"), "a.toml:3:8: Here stands a whole number; a text in quotes belongs here.");
}

#[test]
fn life_stage() {
    only(
        &fact("type = \"bool\"\nasked_of = [\"adult\", \"pregnent\"]"),
        "a.toml:4:23: `pregnent` is no word that can stand here. (Did you mean `pregnant`?)",
    );
}

#[test]
fn sex() {
    only(&fact("type = \"bool\"\nsex = \"woman\""), "a.toml:4:8: `woman` is no word that can stand here. (Write one of `female`, `male`.)");
}

#[test]
fn only_what_outlasts_the_visit_is_confirmed() {
    read(&fact("type = \"bool\"\nlasts = \"person\"\nnext_visit = \"confirm\""));
    only(
        &fact("type = \"bool\"\nnext_visit = \"confirm\""),
        "a.toml:1:7: `[fact.x]` is to be confirmed at the next visit, but lasts for one visit. (Write `lasts = \"person\"`, or \
         `lasts = \"episode\"` for one pregnancy.)",
    );
}

#[test]
fn a_setting_of_the_area_lasts_until_it_is_changed() {
    only(
        &fact("type = \"bool\"\nasked_of = [\"district\"]\ndefault = false\nlasts = \"person\""),
        "a.toml:1:7: `[fact.x]` can have neither `lasts` nor `next_visit`. (A setting of the area lasts until it is changed.)",
    );
}

#[test]
fn text_without_a_language() {
    only("[fact.x]\ntype = \"bool\"\nlabel = { id = \"X\" }", "a.toml:3:9: This text is missing in `en`.");
    only("[fact.x]\ntype = \"bool\"\nlabel = { en = \"X\" }", "a.toml:3:9: This text is missing in `id`.");
}

#[test]
fn empty_text() {
    only("[fact.x]\ntype = \"bool\"\nlabel = { id = \" \", en = \"X\" }", "a.toml:3:16: This text is empty.");
}

#[test]
fn language_of_no_translation() {
    only(
        "[fact.x]\ntype = \"bool\"\nlabel = { id = \"X\", en = \"X\", jv = \"X\" }",
        "a.toml:3:31: `jv` is no language of this pack. (A further language needs an entry `[translation.jv]`.)",
    );
}

#[test]
fn range_of_a_number() {
    only(&fact("type = \"integer\""), "a.toml:1:7: `[fact.x]` has no `range`.");
    only(&fact("type = \"integer\"\nrange = [1]"), "a.toml:4:9: A range has two numbers. (Write `[5.0, 60.0]`.)");
    only(&fact("type = \"integer\"\nrange = [5, 1]"), "a.toml:4:9: The range ends at 1 and begins at 5.");
    only(&fact("type = \"integer\"\nrange = [0, 5.5]"), "a.toml:4:13: Here stands a decimal number; a whole number belongs here.");
}

#[test]
fn step() {
    only(&fact("type = \"decimal\"\nrange = [0, 1]"), "a.toml:1:7: `[fact.x]` has no `step`.");
    only(
        &fact("type = \"decimal\"\nstep = 0.25\nrange = [0.1, 1.0]"),
        "a.toml:4:8: The step 0.25 does not divide the limits 0.1 and 1. (Both limits of the range must be values that can be entered.)",
    );
    only(&fact("type = \"decimal\"\nstep = 0.0\nrange = [0.1, 1.0]"), "a.toml:4:8: A step of 0 leads nowhere.");
    only(&fact("type = \"decimal\"\nstep = 0.0000000000001\nrange = [0.1, 1.0]"), "a.toml:4:8: This number has too many digits.");
}

#[test]
fn choices() {
    only(&fact("type = \"choice\""), "a.toml:1:7: `[fact.x]` has no `choices`.");
    only(&fact("type = \"choice\"\nchoices = {}"), "a.toml:4:11: There is nothing to choose from.");
    only(
        &fact("type = \"choice\"\nchoices.unknown = { id = \"a\", en = \"a\" }"),
        "a.toml:4:9: `unknown` cannot be one of the choices. (Every fact can be answered with `unknown`; leave it out here.)",
    );
    only(
        &fact("type = \"choice\"\nchoices.\"A b\" = { id = \"a\", en = \"a\" }"),
        "a.toml:4:9: `A b` cannot be the code of an answer. (Write it with small letters, digits and `_`.)",
    );
}

#[test]
fn too_many_choices() {
    let choice = |n| format!("choices.c{n} = {{ id = \"a\", en = \"a\" }}");
    let choices = |count| (1..=count).map(choice).collect::<Vec<_>>().join("\n");
    super::read(&fact(&format!("type = \"choices\"\n{}", choices(64))));
    only(&fact(&format!("type = \"choices\"\n{}", choices(65))), "a.toml:68:9: More than 64 choices.");
}

#[test]
fn pattern() {
    let found = faults(&fact("type = \"text\"\npattern = \"a(\""));
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("a.toml:4:12: This is not a regular expression: "), "{found:?}");
}

#[test]
fn default_of_a_setting() {
    let setting = |rest: &str| fact(&format!("asked_of = [\"district\"]\n{rest}"));
    only(
        &setting("type = \"bool\""),
        "a.toml:1:7: `[fact.x]` has no `default`. (A setting of the area is never unknown, so it needs one.)",
    );
    only(&setting("type = \"bool\"\ndefault = \"no\""), "a.toml:5:11: Here stands a text; `true` or `false` belongs here.");
    only(&setting("type = \"integer\"\nrange = [1, 2]\ndefault = 3"), "a.toml:6:11: 3 is outside the range of `x`.");
    only(
        &setting("type = \"decimal\"\nstep = 0.5\nrange = [1.0, 2.0]\ndefault = 1.2"),
        "a.toml:7:11: 1.2 is not a multiple of 0.5, the step of `x`.",
    );
    only(
        &setting("type = \"choice\"\nchoices.refer = { id = \"a\", en = \"a\" }\ndefault = \"refr\""),
        "a.toml:6:12: `refr` is no answer to `x`. (Did you mean `refer`?)",
    );
    only(
        &fact("type = \"bool\"\ndefault = true"),
        "a.toml:4:11: `[fact.x]` cannot have a `default`. (Only a setting of the area has one: `asked_of = [\"district\"]`.)",
    );
}

#[test]
fn gate_of_an_unknown_fact() {
    only(
        &fact("type = \"bool\"\nonly_if = { fact = \"couhg\", is = true }"),
        "a.toml:4:21: There is no fact `couhg`. (Did you mean `cough`?)",
    );
}

#[test]
fn answer_that_the_fact_of_a_gate_does_not_have() {
    only(
        &fact("type = \"bool\"\nonly_if = { fact = \"smoking\", in = [\"activ\"] }"),
        "a.toml:4:38: `activ` is no answer to `smoking`. (Did you mean `active`?)",
    );
    only(
        &fact("type = \"bool\"\nonly_if = { fact = \"smoking\", in = [\"passive\"] }"),
        "a.toml:4:38: `passive` is no answer to `smoking`. (Its answers are `none`, `active`.)",
    );
    only(
        &fact("type = \"bool\"\nonly_if = { fact = \"cough_days\", not_in = [91] }"),
        "a.toml:4:44: 91 is outside the range of `cough_days`.",
    );
}

#[test]
fn test_of_a_gate() {
    only(
        &fact("type = \"bool\"\nonly_if = { fact = \"smoking\", is = true }"),
        "a.toml:4:36: `smoking` is no yes/no question, so `is` says nothing of it. (Name its answers: `in = [\"...\"]`.)",
    );
    only(
        &fact("type = \"bool\"\nonly_if = { fact = \"muac_cm\", in = [5] }"),
        "a.toml:4:36: `muac_cm` has no answers to list. (`in` and `not_in` are for facts of one choice and for whole numbers.)",
    );
    only(
        &fact("type = \"bool\"\nonly_if = { fact = \"cough\" }"),
        "a.toml:4:11: This condition needs exactly one of `is`, `in` and `not_in`. (As `{ fact = \"cough\", is = true }`.)",
    );
    only(
        &fact("type = \"bool\"\nonly_if = { fact = \"cough\", is = true, si = true }"),
        "a.toml:4:40: This condition cannot have `si`. (Did you mean `is`?)",
    );
}

#[test]
fn gates_in_a_circle() {
    let fact = |id, gate| {
        format!("[fact.{id}]\ntype = \"bool\"\nlabel = {{ id = \"X\", en = \"X\" }}\nonly_if = {{ fact = \"{gate}\", is = true }}\n")
    };
    only(
        &[fact("x", "y"), fact("y", "z"), fact("z", "y")].concat(),
        "a.toml:5:7: These facts wait for each other: y -> z -> y. (Remove `only_if` from one of them.)",
    );
    only(&fact("x", "x"), "a.toml:1:7: These facts wait for each other: x -> x. (Remove `only_if` from one of them.)");
}
