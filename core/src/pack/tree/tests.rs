use super::node::normal_decimal;
use super::{Entries, Node, Tree};
use crate::pack::fault::{Fault, SourceFile};

fn faults(text: &str) -> Vec<String> {
    let files = [SourceFile::new("a.toml", text)];
    let mut faults: Vec<Fault> = Vec::new();
    Entries::read(&files, 0..1, &mut faults);
    faults.sort_by_key(|fault| fault.span);
    faults.iter().map(|fault| fault.line(&files)).collect()
}

/// What stands behind `x =` in a table.
fn value(text: &str) -> Tree<'static> {
    let text: &'static str = Box::leak(format!("[a.b]\nx = {text}\n").into_boxed_str());
    let files: &'static [SourceFile] = Box::leak(Box::new([SourceFile::new("a.toml", text)]));
    let mut faults = Vec::new();
    let entries = Entries::read(files, 0..1, &mut faults);
    assert_eq!(faults, []);
    let table = entries.get("a", "b").and_then(|entry| entry.node.table());
    let node = table.and_then(|table| table.get("x"));
    node.map(|node| node.value.clone()).expect("a value")
}

#[test]
fn numbers() {
    assert_eq!(value("1_000"), Tree::Integer(1000));
    assert_eq!(value("+5"), Tree::Integer(5));
    assert_eq!(value("-5"), Tree::Integer(-5));
    assert_eq!(value("0xff"), Tree::Integer(255));
    assert_eq!(value("5.00"), Tree::Decimal("5.0".into()));
    assert_eq!(value("-1_000.250"), Tree::Decimal("-1000.25".into()));
}

#[test]
fn decimals_that_are_equal_are_written_alike() {
    for (text, normal) in [("5.0", "5.0"), ("5.00", "5.0"), ("+0.10", "0.1"), ("-0.0", "0.0"), ("-0.50", "-0.5"), ("007.5", "7.5")] {
        assert_eq!(normal_decimal(text).as_deref(), Some(normal), "{text}");
    }
    for text in ["5", "1e3", "1.0e3", "inf", "nan", ".5", "5.", "", "-", "1.2.3"] {
        assert_eq!(normal_decimal(text), None, "{text}");
    }
}

#[test]
fn values_that_a_pack_does_not_have() {
    assert_eq!(faults("[a.b]\nx = 1e3"), ["a.toml:2:5: This number is not written with digits and a point alone. (Write it as `0.5`.)"]);
    assert_eq!(faults("[a.b]\nx = 12:30:00"), ["a.toml:2:5: A pack holds calendar dates, no times of day. (Write it as `2026-01-31`.)"]);
    assert_eq!(faults("[a.b]\nx = 99999999999999999999"), ["a.toml:2:5: This whole number is too large."]);
    assert_eq!(
        faults("[a.b]\n\"$date\" = 1"),
        ["a.toml:2:1: The name `$date` begins with `$`. (Names consist of letters, digits, `_` and `.`.)"]
    );
}

#[test]
fn all_syntax_errors() {
    assert_eq!(
        faults("[a.b]\nx = yes\ny \"1\"\nz = [1, \"2\" \"3\"]\nw = 2026-02-30\n"),
        [
            "a.toml:2:5: This is neither a number nor a text in quotes. (A text stands in straight quotes: `\"...\"`.)",
            "a.toml:3:3: There is no `=` behind this name. (Write `name = value`.)",
            "a.toml:4:13: There is no comma before this. (Values in `[...]` and `{...}` are parted by commas.)",
            "a.toml:5:5: There is no such day. (Write a date as `2026-01-31`.)",
        ]
    );
}

#[test]
fn quotes_and_brackets_that_are_not_closed() {
    assert_eq!(
        faults("[a.b]\nx = \"yes\n"),
        ["a.toml:2:9: The quotes of this text are not closed. (Close them with `\"` on the same line.)"]
    );
    assert_eq!(
        faults("[a.b]\nx = \"\"\"yes\n"),
        ["a.toml:3:1: The quotes of this long text are not closed. (Close them with the three quotes that it begins with.)"]
    );
    assert_eq!(faults("[a.b]\nx = [1, 2"), ["a.toml:2:10: A list is not closed. (Close it with `]`.)"]);
}

#[test]
fn bracket_that_is_not_closed_hides_no_other_error() {
    let unclosed = "This bracket is not closed before the next entry begins. (Close `[` with `]` and `{` with `}`.)";
    assert_eq!(
        faults("[a.b]\nx = [\n  1,\n[\"a.c\"]\nx = 1\n[a.d]\nx = { y = 1\n\n[a.e]\nx = yes\n"),
        [
            format!("a.toml:2:5: {unclosed}"),
            format!("a.toml:7:5: {unclosed}"),
            "a.toml:10:5: This is neither a number nor a text in quotes. (A text stands in straight quotes: `\"...\"`.)".to_owned(),
        ]
    );
}

#[test]
fn lists_of_lists_are_no_heads() {
    assert!(matches!(value("[\n[1, 2],\n[\"a\"],\n[3]\n]"), Tree::Array(rows) if rows.len() == 3));
}

#[test]
fn names_that_stand_twice() {
    let help = "(Remove one of the two, or give it another name.)";
    assert_eq!(faults("[a.b]\nx = 1\nx = 2\n"), [format!("a.toml:3:1: `x` stands twice in this file. {help}")]);
    assert_eq!(faults("[a.b]\nx = { y = 1, y = 2 }\n"), [format!("a.toml:2:14: `y` stands twice in this file. {help}")]);
    // Of an entry that stands twice only the head is named, not what repeats in it.
    assert_eq!(
        faults("[a.b]\nx = 1\ny = 1\n[a.b]\nx = 2\ny = 2\n[a.c]\nx = 1\nx = 2\n"),
        [format!("a.toml:4:4: `b` stands twice in this file. {help}"), format!("a.toml:9:1: `x` stands twice in this file. {help}"),]
    );
}

#[test]
fn deep_nesting() {
    const DEPTH: usize = 100_000;
    let help = "(A pack needs a few levels only; is a bracket not closed?)";
    for (text, place) in [
        (format!("x = {}", "[".repeat(DEPTH)), "1:36"),
        (format!("x = {}", "{a=".repeat(DEPTH)), "1:98"),
        (format!("[a{}]", ".a".repeat(DEPTH)), "1:63"),
        (format!("a{} = 1", ".a".repeat(DEPTH)), "1:64"),
        (format!("x = {}", "{a.a.a.a=".repeat(DEPTH)), "1:74"),
    ] {
        let message = "Tables and lists stand too deeply in each other here.";
        assert_eq!(faults(&text), [format!("a.toml:{place}: {message} {help}")]);
    }
}

#[test]
fn columns_count_characters() {
    assert_eq!(
        faults("[a.b]\n\"héé…\" = yes\n"),
        ["a.toml:2:10: This is neither a number nor a text in quotes. (A text stands in straight quotes: `\"...\"`.)"]
    );
}

#[test]
fn order_counts_only_where_it_says_something() {
    let read = |text: &str| {
        let files: &'static [SourceFile] = Box::leak(Box::new([SourceFile::new("a.toml", text)]));
        Entries::read(files, 0..1, &mut Vec::new())
    };
    assert_eq!(read("[a.b]\nx = 1\ny = 2\n"), read("[a.b]\ny = 2\nx = 1\n"));
    let choices = |one, two| read(&format!("[fact.b]\nchoices.{one} = 1\nchoices.{two} = 1\n"));
    assert_ne!(choices("x", "y"), choices("y", "x"));
    let codes: Vec<_> = choices("y", "x")
        .get("fact", "b")
        .and_then(|entry| entry.node.table())
        .and_then(|table| table.get("choices"))
        .and_then(Node::table)
        .map(|table| table.members().iter().map(|member| member.key.to_string()).collect())
        .expect("choices");
    assert_eq!(codes, ["y", "x"]);
}
