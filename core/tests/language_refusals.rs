//! What the checker refuses in an expression: each fault at its place, with what would be right. `«` and `»` mark the place.

mod common;

use common::{accepts, faults, refuses, refuses_pack, rule};

// ------------------------------------------------------------------ names

#[test]
fn a_name_that_is_none_with_the_nearest_one() {
    refuses("p && «lenght_cm» > 50.0", "nothing is called `lenght_cm`", "did you mean `length_cm`?");
    refuses("«distric_on» || p", "nothing is called `distric_on`", "did you mean `district_on`?");
    refuses("«something_else» > 5", "nothing is called `something_else`", "");
    refuses("color == «red»", "nothing is called `red`", "an answer of a list stands between single quotes: 'red'");
    refuses("three.exists(item, «itm»)", "nothing is called `itm`", "did you mean `item`?");
    refuses("earlier.exists(v, «v.wieght_kg» > 50.0)", "nothing is called `wieght_kg`", "did you mean `weight_kg`?");
}

#[test]
fn a_rule_that_is_none_with_the_nearest_one() {
    let more = format!("{}{}", rule("t.thin", "arm_cm < 23.5"), rule("t.x", "«t.thim» && p"));
    refuses_pack(&more, "there is no rule `t.thim`", "did you mean `t.thin`?");
    let more = format!("{}{}", rule("t.thin", "arm_cm < 23.5"), rule("t.x", "earlier.exists(v, «v.t.thim»)"));
    refuses_pack(&more, "nothing is called `t.thim`", "did you mean `t.thin`?");
    refuses("earlier.exists(v, «v.birth.wieght_kg» < 2.5)", "nothing is called `birth.wieght_kg`", "did you mean `birth.weight_kg`?");
}

#[test]
fn a_code_that_is_none_with_the_nearest_one() {
    refuses("color == «'gren'»", "there is no answer 'gren' here", "did you mean 'green'?");
    refuses("color != «'grene'» && p", "there is no answer 'grene' here", "did you mean 'green'?");
    refuses("color in ['red', «'purple'»]", "there is no answer 'purple' here", "there is 'red', 'green', 'blue'");
    refuses("«'fevr'» in signs", "there is no answer 'fevr' here", "did you mean 'fever'?");
    refuses("signs.exists(s, s == «'fevr'»)", "there is no answer 'fevr' here", "did you mean 'fever'?");
    refuses("«'pregnent'» in stages", "there is no answer 'pregnent' here", "did you mean 'pregnant'?");
    refuses("sex == «'man'»", "there is no answer 'man' here", "there is 'female', 'male'");
}

#[test]
fn a_function_that_is_none_with_the_nearest_one() {
    refuses("«answerd(p)»", "there is no function `answerd`", "did you mean `answered`?");
    refuses("«earlier.frist()».p || q", "a list has no `frist`", "did you mean `first`?");
    refuses("lookup(«tabel», n) > 3", "there is no table `tabel`", "");
}

#[test]
fn a_name_in_the_wrong_place() {
    let table = "[table.points]\nkeys = [\"n\"]\nrows = [[1, 2]]\n[services.pills]\ncodes = [\"iron\"]\n\
                 [schedule.daily]\nkind = \"check\"\n[service.iron]\nname = { id = \"-\", en = \"-\" }\nschedule = \"daily\"\nevery = \"1 day\"\n\
                 source = \"Buku\"\nconfidence = \"confirmed\"\n";
    let with = |when: &str| format!("{table}{}", rule("t.x", when));
    refuses_pack(&with("«points» > 3"), "`points` is a table and cannot stand here", "use lookup(table, key)");
    refuses_pack(&with("«pills».size() > 3"), "`pills` is a set of services and cannot stand here", "use services(set) or doses(set)");
    refuses(
        "earlier.exists(v, «v.earlier».size() > 3)",
        "`earlier` cannot be asked of another visit",
        "give the expression a name of its own: [derived.name], and ask for that",
    );
}

#[test]
fn a_variable_needs_a_new_name() {
    refuses("three.exists(«p», p)", "`p` already means something else", "choose another name");
    refuses("three.exists(x, three.all(«x», x))", "`x` already means something else", "choose another name");
    refuses("three.exists(«1», p)", "here stands a new short name for the item", "as `v` in earlier.filter(v, ...)");
}

// ------------------------------------------------------------------ units and types

#[test]
fn units_that_do_not_agree() {
    let help = "both sides must be in the same unit";
    refuses("«arm_cm > weight_kg»", "`>` stands between cm and kg", help);
    refuses("p && «arm_cm == cough_days»", "`==` stands between cm and d", help);
    refuses("«arm_cm + weight_kg» > 50.0", "`+` stands between cm and kg", help);
    refuses("«age_months - age_years» > 50", "`-` stands between mo and a", help);
    refuses("arm_cm in [«weight_kg»]", "`==` stands between cm and kg", help);
    refuses("«arm_cm < weeks(2)»", "`<` stands between cm and d", help);
    accepts(&[
        "cough_days < weeks(2)",
        "arm_cm > 23.5",
        "arm_cm * weight_kg > 50.0",
        "length_cm / arm_cm > 3",
        "arm_cm + length_cm > 50.0",
        "on - day >= weeks(4)",
    ]);
}

#[test]
fn a_unit_that_a_derived_fact_does_not_have() {
    let derived = |unit: &str, value: &str| format!("[derived.x]\nunit = \"{unit}\"\nvalue = \"{value}\"\n");
    refuses_pack(&derived("«kg»", "arm_cm + 1"), "this value is in cm, not in kg", "");
    refuses_pack(&derived("«kg»", "p && q"), "only a number has a unit, but this is yes or no", "");
    refuses_pack(
        &format!("{}{}", derived("kg/m2", "weight_kg / length_cm"), rule("t.x", "«x > arm_cm»")),
        "`>` stands between kg/m2 and cm",
        "both sides must be in the same unit",
    );
}

#[test]
fn types_that_do_not_fit() {
    refuses(
        "«arm_cm»",
        "a condition must be yes or no, but this is a number in cm",
        "compare it with something, as in `x >= 5` or `x == 'code'`",
    );
    refuses(
        "p && «color»",
        "a condition must be yes or no, but this is one of several codes",
        "compare it with something, as in `x >= 5` or `x == 'code'`",
    );
    refuses("!«day»", "a condition must be yes or no, but this is a date", "compare it with something, as in `x >= 5` or `x == 'code'`");
    refuses("«p == 1»", "yes or no cannot be compared with a number", "a yes-or-no fact stands alone, or with `!` before it");
    refuses("«color == 3»", "one of several codes cannot be compared with a number", "a code stands between single quotes: 'active'");
    refuses(
        "«signs == 'fever'»",
        "a set of codes cannot be compared with one of several codes",
        "a code stands between single quotes: 'active'",
    );
    refuses("«color < 'green'»", "codes have no order, so `<` cannot compare them", "write `in [...]` with the codes that are meant");
    refuses("«day + color» > on", "`+` does not go between a date and one of several codes", "");
    refuses(
        "«day + arm_cm» > on",
        "a date moves by whole days, but this is a number in cm",
        "write `+ months(n)` or `+ years(n)` for months and years",
    );
    refuses("«age_years + months(2)» > 5", "`+` does not go between a number in a and a length of months or years", "");
    refuses("-«color» == 3", "only a number has a negative, but this is one of several codes", "");
    refuses("«(p ? 1 : color)» == 3", "both results must be of one kind, but one is a number and the other one of several codes", "");
    refuses(
        "«(p ? arm_cm : weight_kg)» > 3",
        "both results must be of one kind, but one is a number in cm and the other a number in kg",
        "",
    );
    refuses("«n».exists(x, p)", "only a list has items to go through, but this is a number", "");
    refuses("«n.on» == on", "`.on` needs a visit, a reading, a row, a service or a dose before it, but this is a number", "");
    refuses("p in «q»", "`in` needs a list after it, but this is yes or no", "write the values between brackets: x in ['a', 'b']");
    refuses("«color» in signs", "before `in` and a question with several answers stands one code", "'code' in question");
}

#[test]
fn codes_of_different_lists() {
    let help = "such a comparison can never be meant";
    refuses("color == «shape»", "the answers of `color` and `shape` come from different lists", help);
    refuses("color in [«shape»]", "the answers of `color` and `shape` come from different lists", help);
    refuses("color == «sex»", "the answers of `color` and `sex` come from different lists", help);
    refuses("(p ? color : «shape») == 'red'", "the answers of `color` and `shape` come from different lists", help);
    refuses("(p ? color : «'rde'») == 'red'", "there is no answer 'rde' here", "did you mean 'red'?");
    accepts(&["color == hue", "color == (p ? hue : 'red')", "(p ? 'red' : 'green') == color"]);
}

#[test]
fn codes_that_a_derived_fact_or_a_table_yields_are_of_one_list() {
    let more = "[derived.tint]\nvalue = \"p ? 'red' : q ? 'green' : 'pink'\"\n[derived.shade]\nvalue = \"p ? 'red' : 'green'\"\n";
    refuses_pack(&format!("{more}{}", rule("t.x", "color == «tint»")), "there is no answer 'pink' here", "there is 'red', 'green', 'blue'");
    refuses_pack(
        &format!("{more}{}", rule("t.x", "tint == «'blue'»")),
        "there is no answer 'blue' here",
        "there is 'red', 'green', 'pink'",
    );
    assert!(faults(&format!("{more}{}", rule("t.x", "color == shade && (tint == shade || shade == tint)"))).is_none());
    let readings = "[readings.ways]\nof = [{ seen = \"color\" }, { seen = \"«tint»\" }]\nthere = \"all\"\n";
    refuses_pack(
        &format!("{more}{readings}"),
        "`seen` is one of several codes here and one of several codes in another reading",
        "a field must be of one kind, unit and list",
    );
}

// ------------------------------------------------------------------ functions

#[test]
fn a_function_that_was_not_given_what_it_needs() {
    refuses("«answered(p, q)»", "`answered` was not given what it needs", "write answered(x)");
    refuses("«between(n, 3)»", "`between` was not given what it needs", "write between(x, lowest, highest)");
    refuses("«at_least(three)»", "`at_least` was not given what it needs", "write at_least(n, list)");
    refuses("«lookup()» > 3", "`lookup` was not given what it needs", "write lookup(table, key)");
    refuses("«earlier.first(1, 2)».p || q", "`.first` was given 2 parts", "write it as x.exists(i, ...), x.size(), x.last(2), x.mean()");
    refuses("answered(«three»)", "`answered` asks about one thing, but this is a list", "use `begun(list)` or `complete(list)`");
    refuses("«is_unknown(n + 1)»", "only a question can be answered \"unknown\"", "write is_unknown(fact)");
    refuses("any(«p»)", "`any` needs a list of yes-or-no facts, but this is yes or no", "");
    refuses("at_least(2, «[n, m]»)", "`at_least` needs a list of yes-or-no facts, but this is a list, each item of it a number", "");
    refuses("at_least(«1.5», three)", "a whole number belongs here", "");
    refuses("at_least(«p», three)", "a whole number belongs here", "");
    refuses("earlier.last(«'red'»).size() > 3", "a whole number belongs here", "");
    refuses("earlier.last(«1.5»).size() > 3", "a whole number belongs here", "");
    refuses("on + months(«1.5») > day", "a whole number belongs here", "");
    refuses("sum(«mixed») > 3", "`sum` needs a list of numbers or yes-or-no facts, but this is a list of different things", "");
    refuses("complete(«p»)", "`complete` needs a list, but this is yes or no", "");
    refuses(
        "«signs.min()» == 'fever'",
        "`.min()` needs a list of numbers, but an item is one of several codes",
        "take a number of each first: list.map(x, x.number)",
    );
    refuses("month(«n») == 3", "a date belongs here, but this is a number", "");
    refuses("round(n, «m») == 3", "the step to round to is a number above 0", "as 0.1 or 1");
    refuses("round(n, «0») == 3", "the step to round to is a number above 0", "as 0.1 or 1");
    refuses("round(«color», 1) == 3", "only a number can be rounded, but this is one of several codes", "");
    refuses("«min(n, day)» == 3", "`min` needs two numbers of one unit or two dates, but has a number and a date", "");
    refuses(
        "«max(arm_cm, weight_kg)» == 30.0",
        "`max` needs two numbers of one unit or two dates, but has a number in cm and a number in kg",
        "",
    );
    refuses("between(n, «9, 3»)", "nothing lies between these two", "the lower limit goes first");
    refuses("«n in []»", "nothing is in an empty list", "");
    refuses("any(«[]»)", "this list is empty", "");
}

// ------------------------------------------------------------------ decided places

#[test]
fn an_open_name_in_applies() {
    let applies = |text: &str| format!("{}applies = \"{text}\"\n", rule("t.x", "q"));
    let message = |word: &str| format!("`applies` must always be decided, but `{word}` may not be answered yet");
    let help = |word: &str| format!("ask whether it is answered or certainly true: `answered({word})`, `is_true(...)`");
    refuses_pack(&applies("«p»"), &message("p"), &help("p"));
    refuses_pack(&applies("«pregnant && n > 3»"), &message("n"), &help("n"));
    refuses_pack(&applies("«birth.weight_kg < 2.5»"), &message("birth.weight_kg"), &help("birth.weight_kg"));
    refuses_pack(&applies("«signs.size() > 1»"), &message("signs"), &help("signs"));
    refuses_pack(&applies("«visits.exists(v, v.p)»"), &message("p"), &help("p"));
    refuses_pack(&applies("«earlier.exists(v, v.birth.weight_kg < 2.5)»"), &message("birth.weight_kg"), &help("birth.weight_kg"));
    refuses_pack(&applies("«at_least(n, [pregnant])»"), &message("n"), &help("n"));
    let derived = format!("[derived.many]\nvalue = \"n > 3\"\n{}", applies("«many»"));
    refuses_pack(&derived, &message("many"), &help("many"));
    let of_group = format!("[group.g]\napplies = \"«p»\"\n{}", rule("g.x", "q"));
    refuses_pack(&of_group, &message("p"), &help("p"));
    let of_derived = "[derived.x]\nvalue = \"q\"\napplies = \"«p»\"\n";
    refuses_pack(of_derived, &message("p"), &help("p"));
}

#[test]
fn what_is_always_decided_may_stand_in_applies() {
    let decided = [
        "pregnant && gestation >= weeks(20)",
        "age_months <= 23 && sex == 'male' && 'child_12_59m' in stages",
        "answered(n) || is_unknown(n) || is_true(p)",
        "district_on && district_limit > 3",
        "earlier.first().weight_kg > 50.0",
        "earlier.exists(v, v.p && v.n > 3 && v.three.exists(x, x))",
        "begun(three) || complete(score) || sum_so_far(score) >= 3",
        "on - born >= 28 && month(on) == 3",
        "earlier.first().signs.size() > 1",
        "lookup(points, age_years) > 1",
        "days_since_delivery <= 42",
    ];
    let table = "[table.points]\nkeys = [\"age_years\"]\nrows = [[\"0..9\", 1], [\"10..\", 2]]\n";
    let rules: Vec<_> =
        decided.iter().zip(0..).map(|(applies, i)| format!("{}applies = \"{applies}\"\n", rule(&format!("t.x{i}"), "q"))).collect();
    let faults = faults(&format!("{table}{}", rules.join("\n")));
    assert!(faults.is_none(), "{}", faults.unwrap());
}

#[test]
fn an_open_name_in_a_filter() {
    let message = "the condition of `filter` must always be decided, but `p` may not be answered yet";
    let help = "ask whether it is answered or certainly true: `answered(p)`, `is_true(...)`";
    refuses("visits.filter(v, «v.p»).size() > 1", message, help);
    refuses("earlier.filter(v, «p && v.q»).size() > 1", message, help);
    refuses("three.filter(x, «x»).size() > 1", message, help);
    accepts(&["earlier.filter(v, v.p).size() > 1", "visits.filter(v, is_true(v.p)).size() > 1", "three.filter(x, is_true(x)).size() > 1"]);
}

#[test]
fn an_open_name_where_a_list_is_chosen() {
    let help = |word: &str| format!("ask whether it is answered or certainly true: `answered({word})`, `is_true(...)`");
    let message = |place: &str, word: &str| format!("{place} must always be decided, but `{word}` may not be answered yet");
    refuses("earlier.last(«n»).size() > 1", &message("the number in `last`", "n"), &help("n"));
    refuses("(«p» ? earlier : visits).size() > 1", &message("the choice of a list", "p"), &help("p"));
    accepts(&["(is_true(p) ? earlier : visits).last(district_limit).size() > 1"]);
}

#[test]
fn how_many_answers_a_question_has_is_not_decided() {
    let applies = |text: &str| format!("{}applies = \"{text}\"\n", rule("t.x", "q"));
    let help = "ask whether it is answered or certainly true: `answered(signs)`, `is_true(...)`";
    let message = "`applies` must always be decided, but `signs` may not be answered yet";
    refuses_pack(&applies("«signs.map(s, 1).size() > 1»"), message, help);
    refuses_pack(&applies("«signs.last(2).size() > 1»"), message, help);
    assert!(faults(&applies("visits.map(v, v.color).size() > 5 && three.size() > 2")).is_none());
}

#[test]
fn the_field_of_a_reading_in_a_filter() {
    let readings = "[readings.ways]\nof = [{ cm = \"arm_cm\" }, { cm = \"length_cm\" }]\nthere = \"all\"\n";
    refuses_pack(
        &format!("{readings}{}", rule("t.x", "ways.filter(w, «w.cm > 50.0»).size() > 1")),
        "the condition of `filter` must always be decided, but `arm_cm` may not be answered yet",
        "ask whether it is answered or certainly true: `answered(arm_cm)`, `is_true(...)`",
    );
    let right = rule("t.x", "ways.size() > 1 && ways.filter(w, is_true(w.cm > 50.0)).size() > 1");
    assert!(faults(&format!("{readings}{right}")).is_none());
}
