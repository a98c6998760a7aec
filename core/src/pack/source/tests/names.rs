use super::{only, read};

#[test]
fn unknown_kind() {
    only("[fcat.x]\ntype = \"bool\"", "a.toml:1:7: There is no kind of entry `fcat`. (Did you mean `fact`?)");
}

#[test]
fn rule_without_quotes() {
    only(
        "[chest.fever]\nwhen = \"cough\"",
        "a.toml:1:8: There is no kind of entry `chest`. (The id of a rule stands in quotes: `[\"chest.fever\"]`.)",
    );
    only(
        "[rule.x]\nwhen = \"cough\"",
        "a.toml:1:2: `rule` is no kind of entry. (A rule begins with its id in quotes: `[\"group.what\"]`.)",
    );
}

#[test]
fn value_outside_of_entries() {
    only("version = 3", "a.toml:1:1: `version` belongs to no entry. (A file consists of entries, as `[fact.x]` or `[\"group.what\"]`.)");
}

#[test]
fn entry_that_is_no_table() {
    only("[derived]\nx = 3", "a.toml:2:5: Here stands a whole number; a table of names and values belongs here.");
}

#[test]
fn how_ids_are_written() {
    only(
        "[derived.Puls-1]\nvalue = \"3\"",
        "a.toml:1:10: `Puls-1` cannot be an id here. (Write it with small letters, digits and `_`, as `muac_cm`.)",
    );
    only(
        "[text.\"a..b\"]\nid = \"a\"\nen = \"a\"",
        "a.toml:1:7: `a..b` cannot be an id here. (Write it with small letters, digits, `_` and points, as `anc.k1`.)",
    );
}

#[test]
fn one_name_for_two_things() {
    for kind in ["derived.cough]\nvalue", "list.cough]\nof"] {
        let value = if kind.starts_with("list") { "[\"true\"]" } else { "\"true\"" };
        let column = kind.find("cough").unwrap_or_default() + 2;
        only(
            &format!("[{kind} = {value}"),
            &format!(
                "a.toml:1:{column}: The name `cough` is already used by `[fact.cough]` at base.toml:11:7. (Choose another name for one of the \
                 two.)"
            ),
        );
    }
}

#[test]
fn ladder_with_the_name_of_another_thing_than_its_group() {
    read("[ladder.chest]\norder = [\"chest.cough\"]");
    only(
        "[ladder.cough]\norder = [\"chest.cough\"]",
        "a.toml:1:9: The name `cough` is already used by `[fact.cough]` at base.toml:11:7. (Choose another name for one of the two.)",
    );
}

#[test]
fn word_of_the_language() {
    only(
        "[derived.pregnant]\nvalue = \"true\"",
        "a.toml:1:10: `pregnant` already means something in the rule language. (Choose another name.)",
    );
}

#[test]
fn entry_in_two_files() {
    only(
        "[section.a]\ntitle = { id = \"A\", en = \"A\" }\nfacts = []\n[fact.cough]\ntype = \"bool\"",
        "a.toml:4:7: `[fact.cough]` stands twice; the other is at base.toml:11:7. (Remove one of the two, or give it another id.)",
    );
    only(
        "[\"chest.cough\"]\nwhen = \"cough\"",
        "a.toml:1:2: `[\"chest.cough\"]` stands twice; the other is at base.toml:39:2. (Remove one of the two, or give it another id.)",
    );
}
