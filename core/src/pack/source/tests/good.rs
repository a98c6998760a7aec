use super::{BASE, read};
use crate::fact::{FactKind, FactScope, GateTest, Lasts, NextVisit, Number};
use crate::pack::fault::SourceFile;
use crate::pack::source::{Action, AgeUnit, Cell, Source, Window};

#[test]
fn facts() {
    let source = read("[list.x]\ntitle = { id = \"X\", en = \"X\" }\nof = [\"cough\", \"muac_cm > 5.0\"]\nscored = true");
    let facts = &source.dictionary;
    let find = |id: &str| facts.get(facts.find(id).expect("a fact"));
    assert_eq!(facts.len(), 4);
    assert!(find("cough").scored);
    assert!(!find("muac_cm").scored);
    assert_eq!(find("cough").scope, FactScope::Person);
    assert_eq!(find("cough_days").gates[0].test, GateTest::Is(true));
    assert_eq!(facts.get(find("cough_days").gates[0].fact).id.as_ref(), "cough");
    let FactKind::Number { step, max, .. } = find("muac_cm").kind else {
        panic!("a number");
    };
    assert_eq!((step, max), (Number::decimal(1, 1).expect("0.1"), Some(Number::integer(60))));
}

#[test]
fn what_lasts_is_part_of_the_pack() {
    let fact = |more: &str| read(&format!("[fact.x]\ntype = \"bool\"\nlabel = {{ id = \"X\", en = \"X\" }}\n{more}"));
    let lasting =
        |source: &Source| source.dictionary.find("x").map(|id| (source.dictionary.get(id).lasts, source.dictionary.get(id).next_visit));
    let (silent, marked) = (fact(""), fact("lasts = \"episode\"\nnext_visit = \"confirm\""));
    assert_eq!(lasting(&silent), Some((Lasts::Visit, NextVisit::Nothing)));
    assert_eq!(lasting(&marked), Some((Lasts::Episode, NextVisit::Confirm)));
    assert_ne!(silent.hash, marked.hash);
    // A number is shown beside the question at the next visit where nothing is said.
    let muac = marked.dictionary.find("muac_cm").expect("a fact");
    assert_eq!(marked.dictionary.get(muac).next_visit, NextVisit::Shown);
}

#[test]
fn choices_keep_their_order() {
    let source = read("");
    let facts = &source.dictionary;
    let smoking = facts.get(facts.find("smoking").expect("a fact"));
    let codes: Vec<_> = smoking.kind.choices().iter().map(|choice| facts.code(choice.code)).collect();
    assert_eq!(codes, ["none", "active"]);
}

#[test]
fn rules() {
    let source = read("");
    let rule = &source.rules[0];
    assert_eq!((rule.id.value.as_str(), rule.group.as_str()), ("chest.cough", "chest"));
    assert_eq!(rule.action, Action::Educate);
    assert_eq!(rule.title.get(&["en"]), "Cough");
    assert_eq!(rule.when.text, "cough");
    let age = Some(Window { unit: AgeUnit::Years, from: 6, to: None });
    assert_eq!(source.groups[0].age, age);
}

#[test]
fn what_is_marked_as_private_and_when_a_pregnancy_is_offered() {
    let form = "[form.pregnant]\ntitle = { id = \"X\", en = \"X\" }\nage = \"10..54 years\"\nsections = [\"chest_questions\"]";
    let rule = "[\"chest.long\"]\naction = \"educate\"\nprivate = true\nwhen = \"cough_days > 14\"\ntitle = { id = \"X\", en = \"X\" }\n\
                advice = { id = \"X\", en = \"X\" }\nsource = \"Buku KIA\"\nconfidence = \"confirmed\"";
    let source = read(&format!("{form}\n{rule}"));
    assert_eq!(source.rules.iter().map(|rule| rule.private).collect::<Vec<_>>(), [false, true]);
    let ages: Vec<_> = source.forms.iter().map(|form| (form.id.value.as_str(), form.age)).collect();
    let fertile = Window { unit: AgeUnit::Years, from: 10, to: Some(54) };
    assert_eq!(ages, [("adult", None), ("pregnant", Some(fertile))]);
}

#[test]
fn place_inside_an_expression() {
    let at = |condition: &str, part: &str| {
        let text = format!("[derived.x]\nvalue = {condition}");
        let source = read(&text);
        let value = &source.derived[0].value;
        let start = value.text.find(part).expect("a part");
        let span = value.span_of(start..start + part.len());
        (value.verbatim, text.replace("\r\n", "\n")[span.start as usize..span.end as usize].to_owned())
    };
    let found = |text: &str| (true, text.to_owned());
    assert_eq!(at("\"1 + cough\"", "cough"), found("cough"));
    assert_eq!(at("'1 + cough'", "cough"), found("cough"));
    assert_eq!(at("\"\"\"1\n + cough\"\"\"", "cough"), found("cough"));
    assert_eq!(at("\"\"\"\n1 + cough\"\"\"", "cough"), found("cough"));
    assert_eq!(at("'''\n1 + cough'''", "cough"), found("cough"));
    assert_eq!(at("\"\"\"\r\n1\r\n + cough\"\"\"", "cough"), found("cough"));
    assert_eq!(at("\"\"\"1 \\\n + cough\"\"\"", "cough"), (false, "\"\"\"1 \\\n + cough\"\"\"".to_owned()));
    assert_eq!(at("\"'\\u0061' + cough\"", "cough"), (false, "\"'\\u0061' + cough\"".to_owned()));
}

#[test]
fn tables_and_readings() {
    let source = read(
        "[table.t]\nkeys = [\"age\"]\nrows = [[\"0..4\", 1.5], [\"5..\", \"high\"]]\n\
         [readings.r]\nof = [{ b = \"cough\", a = \"muac_cm\" }]\nthere = \"any\"",
    );
    let cells = &source.tables[0].rows[0].value;
    assert_eq!(cells[0].value, Cell::Text("0..4".into()));
    assert_eq!(cells[1].value, Cell::Number(Number::parse("1.5").expect("a number")));
    let fields: Vec<_> = source.readings[0].of[0].iter().map(|(name, _)| name.value.as_str()).collect();
    assert_eq!(fields, ["a", "b"]);
    assert!(!source.readings[0].all);
}

#[test]
fn translations_stand_beside_their_texts() {
    let source = read(
        "[text.hello]\nid = \"Halo\"\nen = \"Hello\"\n\
         [translation.jv]\nname = \"Basa Jawa\"\nfallback = [\"su\"]\n[translation.su]\nname = \"Basa Sunda\"\n\
         [translation.jv.texts]\n\"rule.chest.cough.title\" = \"Watuk\"\n\"fact.smoking.choices.none\" = \"Ora\"\n\
         \"text.hello\" = \"Halo, Lur\"\n\"pack.title\" = \"Cilik\"",
    );
    assert_eq!(source.language_chain("jv"), ["jv", "su", "id"]);
    assert_eq!(source.language_chain("en"), ["en", "id"]);
    assert_eq!(source.rules[0].title.get(&["jv"]), "Watuk");
    assert_eq!(source.texts[0].text.get(&["jv"]), "Halo, Lur");
    assert_eq!(source.meta.title.get(&["jv"]), "Cilik");
    assert_eq!(source.rules[0].advice.get(&["jv", "su", "id"]), "Minum air hangat.");
}

#[test]
fn line_ends_change_nothing() {
    let windows = Source::read(vec![SourceFile::new("base.toml", BASE.replace('\n', "\r\n"))]);
    let windows = windows.expect("no faults");
    let unix = read("");
    assert_eq!(windows.hash, unix.hash);
    assert_eq!(windows.rules, unix.rules);
}
