//! Reads a case of a household.

use chrono::NaiveDate;

use super::expect::{RESULT_KEYS, read_member_expectation, read_results};
use super::facts::{Holder, read_facts};
use super::fault::CaseRule;
use super::model::{ExpectedId, Facts, HouseholdExpectation, HouseholdFile, Member, Places};
use super::person::read_member;
use super::reader::{Fields, Node, Reader};
use crate::near::nearest;
use siklus_core::fact::{Answer, FactKind, Value};
use siklus_core::screening::InputRule;

/// The groups of the findings of a household; those of a member stand under the member.
const GROUPS: &[&str] = &["household", "iks"];
const INDEX_KEYS: &[&str] = &["y", "t", "n", "class", "indicators"];
const INDICATORS: &[&str] = &["i1", "i2", "i3", "i4", "i5", "i6", "i7", "i8", "i9", "i10", "i11", "i12"];
const ANSWERS: &[(&str, ())] = &[("y", ()), ("t", ()), ("n", ()), ("unknown", ())];
const CLASSES: &[(&str, ())] = &[("healthy", ()), ("pre_healthy", ()), ("unhealthy", ()), ("incomplete", ())];

pub(crate) fn read_household<'t>(reader: &mut Reader<'t>, root: &Fields<'t>, on: Option<NaiveDate>) -> Option<HouseholdFile> {
    let facts = match root.get("household") {
        Some(node) => read_household_facts(reader, node, on),
        None => Facts::new(),
    };
    let members = match root.get("members") {
        Some(node) => read_members(reader, node, on),
        None => Vec::new(),
    };
    let expect = root.get("expect").and_then(|node| read_expectation(reader, node, &members));
    Some(HouseholdFile { on: on?, facts, members, expect })
}

fn read_household_facts<'t>(reader: &mut Reader<'t>, node: &Node<'t>, on: Option<NaiveDate>) -> Facts {
    let fields = reader.table(node, &["facts"]);
    let mut places = Places::new(node.line, "household.");
    let facts = match fields.as_ref().and_then(|fields| fields.get("facts")) {
        Some(node) => read_facts(reader, node, Holder::Household, "facts", &mut places),
        None => return Facts::new(),
    };
    for (fact, answer) in &facts {
        let fact = reader.vocabulary.dictionary.get(*fact);
        let late = matches!((answer, on), (Answer::Known(Value::Date(date)), Some(on)) if *date > on);
        if late && matches!(fact.kind, FactKind::Date { future: false }) {
            let (line, field) = places.find(&format!("facts.{}", fact.id));
            reader.fault_at(line, &field, CaseRule::Person(InputRule::AfterVisit));
        }
    }
    facts
}

fn read_members<'t>(reader: &mut Reader<'t>, node: &Node<'t>, on: Option<NaiveDate>) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    for entry in reader.list(node, "[[members]] tables").unwrap_or_default() {
        let Some(member) = read_member(reader, &entry, on) else {
            continue;
        };
        if members.iter().any(|other| other.id == member.id) {
            reader.fault_at(entry.line, &format!("{}.id", entry.field), CaseRule::Twice);
        }
        members.push(member);
    }
    members
}

fn read_expectation<'t>(reader: &mut Reader<'t>, node: &Node<'t>, members: &[Member]) -> Option<HouseholdExpectation> {
    let keys = [&["iks", "members"], RESULT_KEYS].concat();
    let fields = reader.table(node, &keys)?;
    let results = read_results(reader, &fields);
    let ids = [&results.findings, &results.absent, &results.undetermined, &results.decided];
    for id in ids.into_iter().flatten() {
        check_group(reader, id);
    }
    if let Some(node) = fields.get("iks") {
        check_index(reader, node);
    }
    let of_members = match fields.get("members") {
        Some(node) => read_member_expectations(reader, node, members),
        None => Vec::new(),
    };
    Some(HouseholdExpectation { results, members: of_members })
}

fn check_group(reader: &mut Reader<'_>, id: &ExpectedId) {
    let group = id.id.split('.').next().unwrap_or_default();
    if !GROUPS.contains(&group) {
        let rule = "not of the groups household and iks, expected under [expect.members.<id>]";
        reader.fault_at(id.line, &id.field, CaseRule::Misplaced(rule));
    }
}

/// The index is not computed yet, but a slip in it should not wait until it is.
fn check_index<'t>(reader: &mut Reader<'t>, node: &Node<'t>) {
    let Some(fields) = reader.table(node, INDEX_KEYS) else {
        return;
    };
    let most = INDICATORS.len() as i64;
    for node in ["y", "t", "n"].iter().filter_map(|key| fields.get(key)) {
        reader.whole(node, 0, most);
    }
    if let Some(node) = fields.get("class") {
        reader.word(node, CLASSES);
    }
    let indicators = fields.get("indicators").and_then(|node| reader.table(node, INDICATORS));
    for node in indicators.iter().flat_map(|fields| fields.nodes.values()) {
        reader.word(node, ANSWERS);
    }
}

fn read_member_expectations<'t>(
    reader: &mut Reader<'t>,
    node: &Node<'t>,
    members: &[Member],
) -> Vec<(String, super::model::PersonExpectation)> {
    let Some(fields) = reader.open_table(node) else {
        return Vec::new();
    };
    let mut expectations = Vec::new();
    for (id, entry) in &fields.nodes {
        let ids = || members.iter().map(|member| member.id.as_str());
        if !ids().any(|known| known == id) {
            let nearest = nearest(id, ids());
            let kind = "member";
            reader.fault(entry, CaseRule::Unknown { kind, nearest });
        }
        let expectation = read_member_expectation(reader, entry);
        expectations.extend(expectation.map(|expectation| (id.clone(), expectation)));
    }
    expectations
}
