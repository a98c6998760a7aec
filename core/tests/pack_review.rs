//! What a pack is told that loads, but cannot be meant.

mod common;

use common::{pack, rule};

/// A section and a form of children of 12 to 59 months that ask these facts, in order.
fn form(facts: &str) -> String {
    format!(
        "[section.s]\ntitle = {{ id = \"-\", en = \"-\" }}\nuse = [\"home_visit\"]\nfacts = [{facts}]\n\
         [form.child_12_59m]\ntitle = {{ id = \"-\", en = \"-\" }}\nsections = [\"s\"]\n"
    )
}

#[track_caller]
fn told(more: &str, wanted: &str) -> bool {
    pack(more).review().iter().any(|fault| fault.message == wanted)
}

#[test]
fn a_derived_fact_that_no_rule_reads_is_told() {
    let spare = "[derived.spare]\nvalue = \"arm_cm * 2\"\n";
    let words = "no rule and no schedule uses `spare`";
    assert!(told(spare, words));
    assert!(!told(&format!("{spare}{}", rule("t.x", "spare > 40")), words));
    let through_another = format!("{spare}[derived.more]\nvalue = \"spare + 1\"\n{}", rule("t.x", "more > 40"));
    assert!(!told(&through_another, words));
}

#[test]
fn a_table_that_no_rule_looks_into_is_told() {
    let table = "[table.spare]\nkeys = [\"age\"]\nrows = [[\"0..\", 1]]\n";
    assert!(told(table, "no rule and no schedule uses `spare`"));
    assert!(!told(&format!("{table}{}", rule("t.x", "n > lookup(spare, age_years)")), "no rule and no schedule uses `spare`"));
}

#[test]
fn a_rule_in_two_ladders_is_told() {
    let rules = format!("{}{}", rule("t.x", "p"), rule("t.y", "q"));
    let one = format!("{rules}[ladder.one]\norder = [\"t.x\", \"t.y\"]\n");
    let words = "`t.x` stands in this ladder and in `one`";
    assert!(!told(&one, words));
    assert!(told(&format!("{one}[ladder.two]\norder = [\"t.y\", \"t.x\"]\n"), words));
}

#[test]
fn a_fact_that_no_form_asks_is_told() {
    assert!(told(&form("\"p\""), "no form asks the fact `q`"));
    assert!(!told(&form("\"p\", \"q\""), "no form asks the fact `q`"));
}

#[test]
fn a_life_stage_without_a_form_is_told() {
    assert!(told(&form("\"p\""), "the life stage `adult` has no form"));
    assert!(!told(&form("\"p\""), "the life stage `child_12_59m` has no form"));
}

#[test]
fn a_question_before_its_gate_is_told() {
    let words = "form `child_12_59m` asks `p` before `ask_p`, which decides whether it applies";
    assert!(told(&form("\"p\", \"ask_p\""), words));
    assert!(!told(&form("\"ask_p\", \"p\""), words));
}

#[test]
fn a_score_between_two_bands_is_told() {
    let list = |from: u32| {
        format!(
            "[list.points]\ntitle = {{ id = \"-\", en = \"-\" }}\nscored = true\nof = [\"p\", \"q\", \"r\"]\n\
             bands = [{{ min = 0, max = 1 }}, {{ min = {from}, max = 3 }}]\n"
        )
    };
    assert!(told(&list(3), "between 1 and 3 this score has no band"));
    assert!(!told(&list(2), "between 1 and 2 this score has no band"));
}

/// Two vaccines, and a set of services with or without a heading on the card.
fn vaccines(sets: &str) -> String {
    let vaccine = |code: &str| {
        format!(
            "[service.{code}]\nname = {{ id = \"-\", en = \"-\" }}\nschedule = \"vaccine\"\nfrom = 0\nuntil = 7\n\
             source = \"Buku KIA\"\nconfidence = \"confirmed\"\n"
        )
    };
    let schedule = "[schedule.vaccine]\nkind = \"window\"\nclock = \"birth\"\nunit = \"days\"\n";
    format!("{schedule}{}{}{sets}", vaccine("one_dose"), vaccine("other_dose"))
}

fn set(name: &str, codes: &str, heading: &str) -> String {
    format!("[services.{name}]\ncodes = [{codes}]\n{heading}\n")
}

#[test]
fn a_service_stands_under_one_heading_of_the_card() {
    let heading = |place: i64| format!("title = {{ id = \"-\", en = \"-\" }}\ncard = {place}");
    let missing = "`other_dose` stands under no heading of the card";
    let half = vaccines(&set("first", "\"one_dose\"", &heading(1)));
    assert!(told(&half, missing));
    assert!(!told(&format!("{half}{}", set("second", "\"other_dose\"", &heading(2))), missing));
    assert!(!told(&vaccines(&set("first", "\"one_dose\"", "")), missing), "a pack without a card");
    let twice = "`one_dose` stands under this heading of the card and under `first`";
    assert!(told(&format!("{half}{}", set("second", "\"one_dose\", \"other_dose\"", &heading(2))), twice));
    assert!(!told(&format!("{half}{}", set("second", "\"one_dose\"", "")), twice));
}

#[test]
fn a_text_that_is_missing_or_has_other_blanks_is_told() {
    let from = |id: &str| format!("[text.service_from]\nid = \"{id}\"\nen = \"Time for it from {{from}} on.\"\n");
    assert!(told(&from("Mulai {from}."), "there is no `[text.service_until]`"));
    assert!(told(&from("Mulai {form}."), "in `id` this text lacks {from}"));
    assert!(told(&from("Mulai {form}."), "in `id` this text has a blank that nobody fills: {form}"));
    assert!(told(&from("Mulai {from."), "in `id` this text lacks {from}"));
    let fine = pack(&from("Mulai {from}.")).review();
    assert!(fine.iter().all(|fault| !fault.message.contains("in `id`")), "a text that says the same otherwise is fine");
    assert!(pack("").review().iter().all(|fault| !fault.message.contains("[text.")), "a pack without sentences has none on purpose");
}
