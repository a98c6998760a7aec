//! What the checker refuses in the make-up of a pack: syntax, nesting, cycles, tables, texts. `«` and `»` mark the place.

mod common;

use common::{accepts, faults, refuses, refuses_pack, rule};

// ------------------------------------------------------------------ syntax

#[test]
fn what_is_written_wrongly() {
    refuses("p «=» q", "`=` has no meaning here", "equality is written ==");
    refuses("p «&» q", "`&` has no meaning here", "\"and\" is written &&");
    refuses("p «|» q", "`|` has no meaning here", "\"or\" is written ||");
    refuses("n «≤» 5", "`≤` has no meaning here", "write <=");
    refuses("n «≥» 5", "`≥` has no meaning here", "write >=");
    refuses("color == «’»red’", "`’` has no meaning here", "a code stands between single quotes: 'active'");
    refuses("color == «'red»", "this code has no end", "a code stands between single quotes: 'active'");
    refuses("n > «5cm»", "this is neither a number nor a name", "a number is written 12 or 12.5; a name begins with a letter");
    refuses("n > «1234567890123»", "this number has too many digits", "");
    refuses("n > 5«,»5", "`,` was not expected here", "a decimal number is written with a point: 37.5");
    refuses("p «and» q", "`and` was not expected here", "\"and\" is written &&");
    refuses("p «or» q", "`or` was not expected here", "\"or\" is written ||");
    let missing = "the expression could have ended before it; is an operator or a parenthesis missing?";
    refuses("p «q»", "`q` was not expected here", missing);
    refuses("p && «»", "a value was expected, found the end", "");
    refuses("p || «)»", "a value was expected, found `)`", "");
    refuses("(p && q«»", "`)` was expected, found the end", "this parenthesis is not closed");
    refuses("any([p, q«)»", "`]` was expected, found `)`", "this list is not closed");
    refuses("p ? q«»", "`:` was expected, found the end", "`a ? b : c` needs its third part");
    refuses("earlier.«5»", "a name belongs after the dot", "");
    refuses("«in» [1, 2]", "`in` needs something before it", "");
}

#[test]
fn a_place_is_told_in_lines_and_columns_of_the_file() {
    let text = rule("t.x", "WHEN").replace("\"WHEN\"", "\"\"\"p\n  && lenght_cm > 50.0\n  || q\"\"\"");
    let found = faults(&text).unwrap().to_string();
    assert_eq!(found, "a.toml:3:6: nothing is called `lenght_cm` (did you mean `length_cm`?)");
    let found = faults(&format!("\n\n{}", rule("t.x", "wörd == 'ä'"))).unwrap().to_string();
    assert_eq!(found, "a.toml:4:10: `ö` has no meaning here");
    // With escapes in it a text has no places; the whole of it is marked.
    let text = rule("t.x", "WHEN").replace("WHEN", "p\\t&& lenght_cm > 50.0");
    assert!(faults(&text).unwrap().to_string().starts_with("a.toml:2:8: nothing is called `lenght_cm`"));
}

#[test]
fn all_faults_are_told_at_once_and_each_once() {
    let text =
        [rule("t.a", "wrong && p"), rule("t.b", "wrong"), rule("t.c", "t.a && arm_cm > weight_kg"), rule("t.d", "t.b || t.c")].join("\n");
    let found = faults(&text).unwrap().to_string();
    let lines: Vec<_> = found.lines().collect();
    assert_eq!(
        lines,
        [
            "a.toml:2:9: nothing is called `wrong`",
            "a.toml:10:9: nothing is called `wrong`",
            "a.toml:18:16: `>` stands between cm and kg (both sides must be in the same unit)",
        ]
    );
}

// ------------------------------------------------------------------ nesting and chains

#[test]
fn an_expression_nested_too_deeply() {
    let message = "this expression is nested too deeply";
    let deep = [
        format!("{}p{}", "(".repeat(60), ")".repeat(60)),
        format!("{}p", "!".repeat(60)),
        format!("any({}p{})", "[".repeat(60), "]".repeat(60)),
        format!("{}n{} > 3", "min(3, ".repeat(60), ")".repeat(60)),
        format!("{}p", "p ? q : ".repeat(60)),
        format!("n{} > 3", " + m".repeat(60)),
        format!("n{} > 3", " - m * 2".repeat(60)),
        format!("earlier{}.p", ".first()".repeat(60)),
        format!("{}n > 3", "-".repeat(60)),
    ];
    for when in deep {
        let found = faults(&rule("t.x", &when)).unwrap();
        assert_eq!(found.list.len(), 1, "{when}: {found}");
        assert_eq!(found.list[0].message, message, "{when}");
        assert_eq!(found.list[0].help.as_deref(), Some("give a part of it a name: [derived.name] value = \"...\""));
    }
}

#[test]
fn what_is_long_but_not_deep_is_right() {
    let long = |op: &str| ["n == 1"; 500].join(op).replace("n == 1", "p && q || n == 1");
    accepts(&[
        &long(" || "),
        &vec!["p"; 1000].join(" && "),
        &format!("any([{}])", vec!["p"; 500].join(", ")),
        &format!("n{} > 60", " + 1".repeat(40)),
    ]);
    accepts(&[&format!("{}p{}", "(".repeat(40), ")".repeat(40))]);
}

/// Derived facts that each need the next one, written from the first to the last or the other way round.
fn chain(length: usize, forwards: bool) -> String {
    let name = |i: usize| format!("d{:03}", if forwards { i } else { length - i });
    let steps: String = (0..length).map(|i| format!("[derived.{}]\nvalue = \"{} + 1\"\n", name(i), name(i + 1))).collect();
    format!("{steps}[derived.{}]\nvalue = \"n\"\n{}", name(length), rule("t.x", &format!("{} > 60", name(0))))
}

#[test]
fn a_chain_of_definitions_that_is_too_long() {
    for forwards in [true, false] {
        assert!(faults(&chain(40, forwards)).is_none());
        let found = faults(&chain(500, forwards)).unwrap();
        assert_eq!(found.list.len(), 1, "{found}");
        assert_eq!(found.list[0].message, "this leads through too many other definitions");
        assert_eq!(found.list[0].help.as_deref(), Some("say it with fewer names of which one needs the other"));
    }
}

#[test]
fn a_chain_through_lists_readings_and_variables_is_measured_too() {
    let step = |i: usize| {
        format!(
            "[list.l{i:03}]\nof = [\"r{i:03}.exists(x, x.is)\"]\n[readings.r{i:03}]\nof = [{{ is = \"l{:03}.exists(y, y && p)\" }}]\nthere = \"all\"\n",
            i + 1
        )
    };
    let chain = |length: usize| {
        let steps: String = (0..length).map(step).collect();
        format!("{steps}[list.l{length:03}]\nof = [\"q\"]\n{}", rule("t.x", "any(l000)"))
    };
    assert_eq!(faults(&chain(8)).map(|faults| faults.to_string()), None);
    assert_eq!(faults(&chain(100)).unwrap().list[0].message, "this leads through too many other definitions");
}

#[test]
fn the_deepest_pack_needs_little_stack() {
    let deep = |inner: &str| format!("{}{inner}{}", "!(p && ".repeat(22), ")".repeat(22));
    let derived = |i: usize| format!("[derived.d{i}]\nvalue = \"{}\"\n", deep(&format!("d{}", i + 1)));
    let text = format!("{}{}[derived.d2]\nvalue = \"q\"\n{}", derived(0), derived(1), rule("t.x", "d0 || r"));
    let run = move || {
        let pack = common::pack(&text);
        let person = common::Person::new().with("ask_p = true, ask_q = true, ask_r = true, p = true, r = false");
        let open = person.assess(&pack).undetermined.len();
        siklus_core::screening::next_change_on(&pack, &person.subject(&pack));
        open
    };
    // A thread of an Android app has 1 MB, and an optimised build needs less than this one.
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(run).unwrap();
    assert_eq!(thread.join().unwrap(), 1);
}

// ------------------------------------------------------------------ cycles

#[test]
fn a_cycle_with_its_path() {
    let help = "one of these must be said without the others";
    refuses("«t.x» && p", "this needs itself: t.x -> t.x", help);
    let two = [rule("t.a", "p && t.b"), rule("t.b", "«t.a» || q")].join("\n");
    refuses_pack(&two, "this needs itself: t.a -> t.b -> t.a", help);
    let derived = "[derived.a]\nvalue = \"b + 1\"\n[derived.b]\nvalue = \"min(c, 3)\"\n[derived.c]\nvalue = \"«a» * 2\"\n";
    refuses_pack(derived, "this needs itself: a -> b -> c -> a", help);
    let list = "[list.items]\nof = [\"p\", \"total > 3\"]\n[derived.total]\nvalue = \"sum(«items»)\"\n";
    refuses_pack(list, "this needs itself: items -> total -> items", help);
    let readings = "[readings.ways]\nof = [{ count = \"n\" }, { count = \"best\" }]\nthere = \"all\"\n[derived.best]\nvalue = \"«ways».first().count\"\n";
    refuses_pack(readings, "this needs itself: ways -> best -> ways", help);
    let applies = format!("{}applies = \"answered(«d»)\"\n[derived.d]\nvalue = \"t.x || q\"\n", rule("t.x", "p"));
    refuses_pack(&applies, "this needs itself: d -> t.x -> d", help);
}

#[test]
fn what_an_earlier_visit_says_is_a_cycle_too() {
    refuses("earlier.exists(v, «v.t.x»)", "this needs itself: t.x -> t.x", "one of these must be said without the others");
}

// ------------------------------------------------------------------ tables

fn table(rows: &str) -> String {
    format!("[table.x]\nkeys = [\"n\", \"color\"]\nrows = [{rows}]\n")
}

#[test]
fn a_table_with_a_hole() {
    let hole = |next: &str| format!("after this row comes a hole: {next} fits no row, but greater numbers do");
    let help = "let each row begin where the one before it ends";
    refuses_pack(&table("«[\"0..9\", \"*\", 1]», [\"11..19\", \"*\", 2]"), &hole("10"), help);
    refuses_pack(
        &table("[\"0..9\", \"red\", 1], «[\"0..9\", \"blue\", 1]», [\"10..\", \"red\", 2], [\"20..\", \"blue\", 2]"),
        &hole("10"),
        help,
    );
    refuses_pack(&table("«[\"0..<9.5\", \"*\", 1]», [\"9.6..\", \"*\", 2]"), &hole("9.5"), help);
    refuses_pack(&table("«[\"0..9.4\", \"*\", 1]», [\"9.6..\", \"*\", 2]"), &hole("9.5"), help);
    refuses_pack(&table("«[1, \"*\", 1]», [3, \"*\", 2]"), &hole("2"), help);
    for right in [
        "[\"5..9\", \"*\", 1], [\"10..19\", \"*\", 2]",
        "[\"0..<9.5\", \"*\", 1], [\"9.5..\", \"*\", 2]",
        "[\"0..9.4\", \"*\", 1], [\"9.5..\", \"*\", 2]",
    ] {
        assert!(faults(&table(right)).is_none(), "{right}");
    }
}

#[test]
fn a_table_with_an_overlap() {
    let overlap = |first: u8, second: u8| format!("row {first} and row {second} of this table fit the same keys");
    let help = "every key may fit only one row";
    refuses_pack(&table("[\"0..10\", \"*\", 1], «[\"10..19\", \"*\", 2]»"), &overlap(1, 2), help);
    refuses_pack(&table("[\"0..9\", \"*\", 1], [\"10..\", \"red\", 1], «[\"12..\", \"*\", 2]»"), &overlap(2, 3), help);
    refuses_pack(&table("[3, \"red\", 1], «[3, \"*\", 2]»"), &overlap(1, 2), help);
    let words = |rows: &str| format!("[table.x]\nkeys = [\"word\"]\nrows = [{rows}]\n");
    refuses_pack(&words("[\"RR*\", 1], «[\"RRW*\", 2]»"), &overlap(1, 2), help);
    refuses_pack(&words("[\"RRW\", 1], «[\"RR*\", 2]»"), &overlap(1, 2), help);
    assert!(faults(&words("[\"RR*\", 1], [\"RW*\", 2], [\"R\", 3], [\"W*\", 4]")).is_none());
    assert!(faults(&table("[\"0..<9\", \"*\", 1], [\"9..\", \"red\", 2], [\"9..\", \"green\", 3]")).is_none());
}

#[test]
fn a_table_that_is_written_wrongly() {
    let range = "write \"6..11\" with both ends, \"15..\" without an end, or \"18.5..<25\" up to but not 25";
    refuses_pack(&table("[«\"9..3\"», \"*\", 1]"), "this is not a range of numbers", range);
    refuses_pack(&table("[«\"a..b\"», \"*\", 1]"), "this is not a range of numbers", range);
    refuses_pack(
        &table("[1, \"*\", 1], [2, \"*\", \"many\"]").replace("[table.x]", "[table.«x»]"),
        "a column holds either numbers or codes, in every row",
        "",
    );
    refuses_pack(
        &table("«[1, 2]»"),
        "This row has 2 cells, the table needs 3.",
        "First a cell for each of `keys`, then one for each of `columns`.",
    );
}

#[test]
fn a_key_that_a_table_does_not_have() {
    let more = |when: &str| {
        format!(
            "{}[table.y]\nkeys = [\"n\"]\ncolumns = [\"low\", \"high\"]\nrows = [[1, 2, 3]]\n{}",
            table("[1, \"red\", 1], [2, \"blue\", 5]"),
            rule("t.x", when)
        )
    };
    refuses_pack(&more("«lookup(x, n)» > 3"), "this table has 2 keys, not 1", "write lookup(x, n, color)");
    refuses_pack(
        &more("lookup(x, «color», color) > 3"),
        "this key is one of several codes, which a row of the table can never fit",
        "numbers fit numbers and ranges, codes fit codes of their list",
    );
    refuses_pack(
        &more("lookup(x, n, «shape») > 3"),
        "this key is one of several codes, which a row of the table can never fit",
        "numbers fit numbers and ranges, codes fit codes of their list",
    );
    refuses_pack(&more("«lookup(y, n).hihg» > 3"), "this table has no column `hihg`", "did you mean `high`?");
    let readings = "[readings.ways]\nof = [{ cm = \"arm_cm\" }]\nthere = \"all\"\n";
    refuses_pack(&format!("{readings}{}", rule("t.x", "«ways.first().mm» > 50.0")), "this reading has no field `mm`", "did you mean `cm`?");
}

// ------------------------------------------------------------------ texts and names

#[test]
fn a_text_that_is_missing_in_indonesian_or_english() {
    let text = rule("t.x", "p").replacen("title = { id = \"-\", en = \"-\" }", "title = { id = \"-\" }", 1);
    let found = faults(&text).unwrap().to_string();
    assert!(found.contains("en"), "{found}");
    assert_eq!(found.lines().count(), 1);
    let text = rule("t.x", "p").replacen("advice = { id = \"-\", en = \"-\" }", "advice = { en = \"-\" }", 1);
    let found = faults(&text).unwrap().to_string();
    assert!(found.contains("id"), "{found}");
    assert_eq!(found.lines().count(), 1);
}

#[test]
fn a_name_used_twice() {
    for (kind, entry) in [("derived", "value = \"n\""), ("list", "of = [\"p\"]"), ("group", "title = { id = \"-\", en = \"-\" }")] {
        let found = faults(&format!("[{kind}.arm_cm]\n{entry}\n")).unwrap().to_string();
        assert!(found.contains("The name `arm_cm` is already used by"), "{found}");
    }
    for built_in in ["earlier", "sex", "age_days", "in", "members"] {
        let found = faults(&format!("[derived.{built_in}]\nvalue = \"n\"\n")).unwrap().to_string();
        assert!(found.contains("already means something in the rule language"), "{found}");
    }
    // A ladder may have the name of its group.
    assert!(faults(&format!("{}[ladder.t]\norder = [\"t.x\"]\n", rule("t.x", "p"))).is_none());
}

#[test]
fn growth_needs_the_facts_that_it_is_made_of() {
    refuses("zscore(«'wfa'») < -2.0", "growth is made of the fact `measured_position`, which this pack does not have", "");
    refuses("flagged(«'wflh'»)", "growth is made of the fact `measured_position`, which this pack does not have", "");
}

// ------------------------------------------------------------------ what later modules bring

#[test]
fn a_rule_that_needs_a_later_module() {
    let needs = |when: &str| rule("t.x", when).replacen("t.x", "«t.x»", 1);
    let key = |text: String| text.replacen("[\"«t.x»\"]", "[«\"t.x\"»]", 1);
    refuses_pack(&key(needs("members.exists(each, each.p)")), "only rules of a household can look at its members", "");
    let household = "[group.home]\nscope = \"household\"\n";
    refuses_pack(
        &format!("{household}{}", rule("home.x", "p").replacen("\"home.x\"", "«\"home.x\"»", 1)),
        "this version of Siklus cannot judge rules on a household",
        "",
    );
}

#[test]
fn what_is_asked_of_growth_and_services_must_be_there() {
    refuses("zscore(«'wfx'») < -2.0", "there is no growth index `wfx`", "did you mean `wfa`?");
    refuses("service(«'irn'»).recorded", "there is no service `irn`", "");
    refuses("services(«pils»).size() > 1", "there is no set of services `pils`", "");
}

/// A service of some schedule; the expressions of both in guillemets are at fault.
fn service(schedule: &str, times: &str) -> String {
    format!(
        "[schedule.some]\n{schedule}\n[service.«iron»]\nname = {{ id = \"-\", en = \"-\" }}\nschedule = \"some\"\n{times}\nsource = \"Buku\"\n\
         confidence = \"confirmed\"\n[services.pills]\ncodes = [\"iron\"]\n"
    )
}

#[test]
fn a_schedule_needs_its_times_and_no_others() {
    let window = "kind = \"window\"\nclock = \"birth\"";
    let needs = |key: &str| format!("the schedule of `iron` needs `{key}`");
    refuses_pack(&service(window, "from = 2"), &needs("until"), "");
    refuses_pack(&service("kind = \"check\"", ""), &needs("every"), "");
    refuses_pack(&service("kind = \"campaign\"\nmonths = [2]", "until = 5"), &needs("from"), "");
    refuses_pack(
        &service(window, "from = 2\nuntil = 3\nevery = \"1 year\""),
        "`every` says nothing of a service of the kind `window`",
        "delete it, or give the service another schedule",
    );
    refuses_pack(
        &service(window, "from = 2\nuntil = 3\nafter = \"iron\""),
        "its series of doses leads in a circle, or two doses come after the same one",
        "mend `after`",
    );
    let in_a_circle = service("kind = \"check\"\nwho = \"services(pills).size() > 1\"", "every = \"1 year\"");
    refuses_pack(&in_a_circle, "when `iron` is given cannot depend on services", "");
}
