//! Case files as the demo reads them: a word and its values on each line, parted by tabs, numbers as they are written.

use toml::de::{DeTable, DeValue};

/// The lines of a case; none when it is not that of a person.
pub fn lines(text: &str) -> Option<String> {
    let case = DeTable::parse(text).ok()?.into_inner();
    let (today, person) = (word(&case, "on")?, table(&case, "person")?);
    let mut lines = vec![format!("sex\t{}", word(person, "sex")?), format!("born\t{}", born(person)?)];
    if let Some(action) = table(&case, "expect").and_then(|expect| word(expect, "action")) {
        lines.push(format!("action\t{action}"));
    }
    if let Some(lmp) = table(&case, "pregnancy").and_then(|pregnancy| word(pregnancy, "lmp")) {
        lines.push(format!("lmp\t{lmp}"));
    }
    for visit in list(&case, "history") {
        facts(&word(visit, "on")?, table(visit, "facts")?, &mut lines)?;
    }
    facts(&today, table(&case, "facts")?, &mut lines)?;
    for dose in list(&case, "doses") {
        lines.push(format!("service\t{}\t", word(dose, "code")?));
    }
    Some(lines.join("\n") + "\n")
}

/// As much of the birth date as is known.
fn born(person: &DeTable<'_>) -> Option<String> {
    let date = word(person, "born")?;
    let known = match word(person, "born_precision").as_deref() {
        Some("year") => date.get(..4),
        Some("month") => date.get(..7),
        _ => Some(date.as_str()),
    };
    known.map(str::to_owned)
}

fn facts(day: &str, facts: &DeTable<'_>, lines: &mut Vec<String>) -> Option<()> {
    for (fact, answer) in facts {
        let (kind, value) = answer_of(answer.get_ref())?;
        lines.push(format!("fact\t{day}\t{}\t{kind}\t{value}", fact.get_ref()));
    }
    Some(())
}

fn answer_of(answer: &DeValue<'_>) -> Option<(&'static str, String)> {
    Some(match answer {
        DeValue::Boolean(yes) => ("yes_no", yes.to_string()),
        DeValue::Integer(number) => ("number", number.as_str().to_owned()),
        DeValue::Float(number) => ("number", number.as_str().to_owned()),
        DeValue::Datetime(date) => ("date", date.to_string()),
        DeValue::Array(codes) => ("codes", codes.iter().filter_map(|code| code.get_ref().as_str()).collect::<Vec<_>>().join(",")),
        DeValue::String(text) if text == "unknown" => ("unknown", String::new()),
        DeValue::String(text) => ("word", text.to_string()),
        DeValue::Table(_) => return None,
    })
}

fn table<'a, 'i>(of: &'a DeTable<'i>, name: &str) -> Option<&'a DeTable<'i>> {
    of.get(name)?.get_ref().as_table()
}

fn list<'a, 'i>(of: &'a DeTable<'i>, name: &str) -> Vec<&'a DeTable<'i>> {
    let tables = of.get(name).and_then(|list| list.get_ref().as_array());
    tables.into_iter().flatten().filter_map(|entry| entry.get_ref().as_table()).collect()
}

/// A text or a date.
fn word(of: &DeTable<'_>, name: &str) -> Option<String> {
    match of.get(name)?.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Datetime(date) => Some(date.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn each_answer_has_its_day_and_kind() {
        let case = "on = 2026-03-02\n[person]\nsex = \"female\"\nborn = 1958-01-01\nborn_precision = \"year\"\n\
                    [[history]]\non = 2026-01-26\nfacts = { weight_kg = 45.60 }\n\
                    [[doses]]\ncode = \"anc.k1\"\n\
                    [expect]\naction = \"refer\"\n[facts]\nheadache = true\nfever_days = \"unknown\"\nown_history = [\"ht\", \"dm\"]\n";
        let expected = [
            "sex\tfemale",
            "born\t1958",
            "action\trefer",
            "fact\t2026-01-26\tweight_kg\tnumber\t45.60",
            "fact\t2026-03-02\tfever_days\tunknown\t",
            "fact\t2026-03-02\theadache\tyes_no\ttrue",
            "fact\t2026-03-02\town_history\tcodes\tht,dm",
            "service\tanc.k1\t",
        ];
        assert_eq!(lines(case).unwrap().lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_no_case_of_a_person_has_no_lines() {
        for text in ["", "on =", "on = 2026-03-02\n[household]\n"] {
            assert_eq!(lines(text), None, "{text}");
        }
    }
}
