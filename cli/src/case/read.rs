//! From the text of a file to a case.

use chrono::NaiveDate;
use toml::de::DeValue;

use super::document::Document;
use super::expect::read_expectation;
use super::fault::CaseFault;
use super::household::read_household;
use super::lines::Lines;
use super::model::{CaseFile, PersonFile};
use super::person::{RECORD_KEYS, read_person};
use super::reader::{Fields, Node, Reader};
use super::vocabulary::Vocabulary;

const COMMON_KEYS: &[&str] = &["title", "why", "on", "expect"];

/// What could be read of a file, and everything that is wrong with it.
pub struct CaseReading {
    /// The case, if enough of it could be read to check how its parts fit together. What was faulty is left out.
    pub case: Option<CaseFile>,
    /// The faults in the order of the lines.
    pub faults: Vec<CaseFault>,
}

/// Reads the text of a case file.
pub fn read(text: &str, vocabulary: &Vocabulary<'_>) -> CaseReading {
    let lines = Lines::new(text);
    let document = Document::parse(text, &lines, vocabulary);
    let mut reader = Reader::new(vocabulary, lines, document.slips);
    reader.faults = document.faults;
    let case = match document.sound {
        true => read_root(&mut reader, &document.root),
        false => None,
    };
    CaseReading { case, faults: reader.into_faults() }
}

fn read_root<'t>(reader: &mut Reader<'t>, root: &'t toml::Spanned<DeValue<'t>>) -> Option<CaseFile> {
    let root = Node { field: String::new(), line: 1, value: root };
    let household = root.value.get_ref().get("household").is_some();
    let own_keys: &[&str] = match household {
        true => &["household", "members"],
        false => &["person"],
    };
    let records = if household { &[] } else { RECORD_KEYS };
    let fields = reader.table(&root, &[COMMON_KEYS, own_keys, records].concat())?;
    for node in ["title", "why"].iter().filter_map(|key| fields.get(key)) {
        reader.text(node);
    }
    let on = reader.required(&fields, "on", "the day of the visit");
    let on = on.and_then(|node| reader.date(&node));
    if household {
        let case = read_household(reader, &fields, on)?;
        return Some(CaseFile::Household(Box::new(case)));
    }
    read_person_file(reader, &fields, on)
}

fn read_person_file<'t>(reader: &mut Reader<'t>, fields: &Fields<'t>, on: Option<NaiveDate>) -> Option<CaseFile> {
    let person = read_person(reader, fields, on);
    let expect = fields.get("expect").and_then(|node| read_expectation(reader, node));
    Some(CaseFile::Person(Box::new(PersonFile { person: person?, expect })))
}
