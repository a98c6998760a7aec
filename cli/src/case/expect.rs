//! Reads what a case expects of one person.

use siklus_core::fact::Number;
use siklus_core::pack::source::Action;
use siklus_core::person::LifeStage;

use super::fault::CaseRule;
use super::model::{ExpectedId, PersonExpectation, ResultExpectation, ServiceExpectation};
use super::number::{is_plain, is_short};
use super::reader::{Fields, Node, Reader};
use toml::de::DeValue;

/// What is expected of the rules for a person or a household.
pub(crate) const RESULT_KEYS: &[&str] = &["action", "findings", "absent", "undetermined", "decided", "exact"];
const DUE_KEYS: &[&str] = &["code", "status", "from", "until"];
const STATUSES: &[(&str, &str)] = &[
    ("done", "done"),
    ("due", "due"),
    ("overdue", "overdue"),
    ("upcoming", "upcoming"),
    ("missed", "missed"),
    ("not_applicable", "not_applicable"),
];
/// The indices of WHO: weight, length or height, arm, head and body mass for age, and weight for length or height.
const GROWTH_INDICES: &[&str] = &["wfa", "lhfa", "wflh", "bfa", "hcfa", "acfa"];
/// z-scores are given with two decimals.
const Z_DECIMALS: u32 = 2;

/// Reads `[expect]` of a single person, with services and growth.
pub(crate) fn read_expectation<'t>(reader: &mut Reader<'t>, node: &Node<'t>) -> Option<PersonExpectation> {
    let keys = [&["stages", "due", "growth"], RESULT_KEYS].concat();
    let fields = reader.table(node, &keys)?;
    let due = fields.get("due").map(|node| read_due(reader, node));
    let growth = fields.get("growth").map(|node| read_growth(reader, node));
    Some(PersonExpectation {
        stages: fields.get("stages").and_then(|node| read_stages(reader, node)),
        results: read_results(reader, &fields),
        due: due.unwrap_or_default(),
        growth: growth.unwrap_or_default(),
    })
}

/// Reads what is expected of a member of a household.
pub(crate) fn read_member_expectation<'t>(reader: &mut Reader<'t>, node: &Node<'t>) -> Option<PersonExpectation> {
    let keys = [&["stages"], RESULT_KEYS].concat();
    let fields = reader.table(node, &keys)?;
    Some(PersonExpectation {
        stages: fields.get("stages").and_then(|node| read_stages(reader, node)),
        results: read_results(reader, &fields),
        ..PersonExpectation::default()
    })
}

/// Reads the keys that concern findings.
pub(crate) fn read_results<'t>(reader: &mut Reader<'t>, fields: &Fields<'t>) -> ResultExpectation {
    let actions = Action::ALL.map(|action| (action.as_str(), action));
    let action = fields.get("action").and_then(|node| reader.word(node, &actions));
    let exact = fields.get("exact").and_then(|node| reader.boolean(node));
    let mut ids = |key: &str| {
        let node = fields.get(key)?;
        reader.texts(node)
    };
    let mut expected = |key: &str| -> Vec<ExpectedId> {
        let ids = ids(key).unwrap_or_default().into_iter();
        ids.map(|(node, id)| ExpectedId { id: id.to_owned(), line: node.line, field: node.field }).collect()
    };
    ResultExpectation {
        action,
        findings: expected("findings"),
        absent: expected("absent"),
        undetermined: expected("undetermined"),
        decided: expected("decided"),
        exact: exact.unwrap_or(false),
    }
}

fn read_stages<'t>(reader: &mut Reader<'t>, node: &Node<'t>) -> Option<Vec<LifeStage>> {
    let stages = LifeStage::ALL.map(|stage| (stage.as_str(), stage));
    let items = reader.list(node, "a list of life stages")?;
    Some(items.iter().filter_map(|item| reader.word(item, &stages)).collect())
}

fn read_due<'t>(reader: &mut Reader<'t>, node: &Node<'t>) -> Vec<ServiceExpectation> {
    let items = reader.list(node, "[[expect.due]] tables").unwrap_or_default();
    items.iter().filter_map(|item| read_service(reader, item)).collect()
}

fn read_service<'t>(reader: &mut Reader<'t>, node: &Node<'t>) -> Option<ServiceExpectation> {
    let fields = reader.table(node, DUE_KEYS)?;
    let from = fields.get("from").and_then(|node| reader.date(node));
    let until = fields.get("until").and_then(|node| reader.date(node));
    let code = reader.required(&fields, "code", "the code of a service");
    let code = code.and_then(|node| reader.service(&node));
    let status = reader.required(&fields, "status", "the status of the service");
    let status = status.and_then(|node| reader.word(&node, STATUSES));
    Some(ServiceExpectation { code: code?, status: status?, from, until })
}

fn read_growth<'t>(reader: &mut Reader<'t>, node: &Node<'t>) -> Vec<(String, Number)> {
    let fields = reader.table(node, GROWTH_INDICES);
    let nodes = fields.map(|fields| fields.nodes).unwrap_or_default();
    let known = nodes.into_iter().filter(|(index, _)| GROWTH_INDICES.contains(&index.as_str()));
    known.filter_map(|(index, node)| Some((index, read_z_score(reader, &node)?))).collect()
}

fn read_z_score<'t>(reader: &mut Reader<'t>, node: &Node<'t>) -> Option<Number> {
    let number = match reader.scalar(node)? {
        DeValue::Integer(_) | DeValue::Float(_) => Some(reader.literal(node)),
        _ => None,
    };
    let number = number.filter(|literal| is_plain(literal) && is_short(literal)).and_then(Number::parse);
    let number = number.filter(|number| number.decimals() <= Z_DECIMALS);
    if number.is_none() {
        let expected = "a z-score in plain digits with at most two decimals";
        reader.fault(node, CaseRule::WrongType { expected });
    }
    number
}
