use super::{faults, only};

/// A rule; `more` begins on line 2, and what it gives is left out of the rest.
fn rule(more: &str) -> String {
    let rest = [
        "action = \"educate\"",
        "when = \"cough\"",
        "title = { id = \"X\", en = \"X\" }",
        "advice = { id = \"X\", en = \"X\" }",
        "source = \"Buku KIA\"",
        "confidence = \"confirmed\"",
    ];
    let given = |line: &str| {
        let key = line.split(' ').next().unwrap_or_default();
        more.lines().any(|line| line.split(' ').next() == Some(key))
    };
    let rest: Vec<_> = rest.into_iter().filter(|line| !given(line)).collect();
    format!("[\"chest.x\"]\n{more}\n{}\n", rest.join("\n"))
}

#[test]
fn action() {
    only(&rule("action = \"emergancy\""), "a.toml:2:11: `emergancy` is no word that can stand here. (Did you mean `emergency`?)");
}

#[test]
fn deadline() {
    only(
        &rule("action = \"refer\""),
        "a.toml:1:2: `[\"chest.x\"]` refers without `within`. (Write `within = \"24h\"` or `within = \"7d\"`.)",
    );
    only(
        &rule("action = \"report\"\nwithin = \"24h\""),
        "a.toml:3:10: `within` has no meaning for `report`. (It belongs to `action = \"refer\"` alone.)",
    );
    only(&rule("action = \"refer\"\nwithin = \"2d\""), "a.toml:3:11: `2d` is no word that can stand here. (Did you mean `7d`?)");
}

#[test]
fn ages() {
    for (age, found) in [
        ("6-71 months", "is no range of ages"),
        ("6..71", "is no range of ages"),
        ("6..71 weeks", "is no range of ages"),
        ("..71 months", "is no range of ages"),
        ("-1..71 months", "is no range of ages"),
    ] {
        only(
            &rule(&format!("age = \"{age}\"")),
            &format!("a.toml:2:8: `{age}` {found}. (Write it as `0..28 days`, `6..71 months` or `60.. years`.)"),
        );
    }
    only(&rule("age = \"9..6 months\""), "a.toml:2:8: `9..6 months` ends before it begins.");
    only(&rule("age = \"0..999 years\""), "a.toml:2:8: `0..999 years` is older than anybody becomes.");
}

#[test]
fn missing_fields() {
    let missing = ["action", "when", "title", "advice", "source", "confidence"];
    let expected = missing.map(|field| format!("a.toml:1:2: `[\"chest.x\"]` has no `{field}`."));
    assert_eq!(faults("[\"chest.x\"]"), expected);
}

#[test]
fn group_that_is_not_there() {
    only(&rule("").replace("chest.x", "chet.x"), "a.toml:1:2: There is no group `chet`. (Did you mean `chest`?)");
}

#[test]
fn source_that_cites_nothing() {
    only(
        &rule("source = \"Buku KIAN, page 2\""),
        "a.toml:2:11: This source cites no document of the pack. (Cite one as its `[document.x]` says in `cites`, or add the document.)",
    );
}

#[test]
fn confidence() {
    only(
        &rule("confidence = \"sure\""),
        "a.toml:2:15: `sure` is no word that can stand here. (Write one of `confirmed`, `recalled`, `disputed`, `design`.)",
    );
}

#[test]
fn empty_condition() {
    only(&rule("when = \"\""), "a.toml:2:8: This text is empty.");
}

#[test]
fn ladder_of_unknown_rules() {
    only(
        "[ladder.chest]\norder = [\"chest.cough\", \"chest.couhg\"]",
        "a.toml:2:26: There is no rule `chest.couhg`. (Did you mean `chest.cough`?)",
    );
    only(
        "[ladder.chest]\norder = [\"chest.cough\", \"chest.cough\"]",
        "a.toml:2:26: `chest.cough` stands twice in this list. (Remove one of the two.)",
    );
    only("[ladder.chest]\norder = []", "a.toml:2:9: This list is empty.");
}

#[test]
fn scope_of_a_group() {
    only("[group.x]\nscope = \"houshold\"", "a.toml:2:10: `houshold` is no word that can stand here. (Did you mean `household`?)");
}
