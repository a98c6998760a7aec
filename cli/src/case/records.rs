//! Reads the dated records of a person: earlier visits and services received.

use super::facts::{Holder, read_facts};
use super::model::{DoseCase, EarlierCase, Facts, Places};
use super::reader::{Node, Reader};

const VISIT_KEYS: &[&str] = &["on", "facts"];
const DOSE_KEYS: &[&str] = &["code", "on"];

pub(crate) fn read_history<'t>(reader: &mut Reader<'t>, node: &Node<'t>, places: &mut Places) -> Vec<EarlierCase> {
    let mut history = Vec::new();
    for entry in reader.list(node, "[[history]] tables").unwrap_or_default() {
        let core_path = format!("history[{}]", history.len());
        places.put(core_path.as_str(), entry.line, &entry.field);
        history.extend(read_visit(reader, &entry, &core_path, places));
    }
    history
}

fn read_visit<'t>(reader: &mut Reader<'t>, entry: &Node<'t>, core_path: &str, places: &mut Places) -> Option<EarlierCase> {
    let fields = reader.table(entry, VISIT_KEYS)?;
    let facts = match fields.get("facts") {
        Some(node) => read_facts(reader, node, Holder::Person, &format!("{core_path}.facts"), places),
        None => Facts::new(),
    };
    let on = reader.required(&fields, "on", "the day of the earlier visit")?;
    places.put(format!("{core_path}.on"), on.line, &on.field);
    let on = reader.date(&on)?;
    Some(EarlierCase { on, facts })
}

pub(crate) fn read_doses<'t>(reader: &mut Reader<'t>, node: &Node<'t>, places: &mut Places) -> Vec<DoseCase> {
    let mut doses = Vec::new();
    for entry in reader.list(node, "[[doses]] tables").unwrap_or_default() {
        let core_path = format!("doses[{}]", doses.len());
        places.put(core_path.as_str(), entry.line, &entry.field);
        doses.extend(read_dose(reader, &entry, &core_path, places));
    }
    doses
}

fn read_dose<'t>(reader: &mut Reader<'t>, entry: &Node<'t>, core_path: &str, places: &mut Places) -> Option<DoseCase> {
    let fields = reader.table(entry, DOSE_KEYS)?;
    let on = match fields.get("on") {
        Some(node) => {
            places.put(format!("{core_path}.on"), node.line, &node.field);
            reader.date(node).map(Some)
        }
        None => Some(None),
    };
    let code = reader.required(&fields, "code", "the code of a service")?;
    places.put(format!("{core_path}.code"), code.line, &code.field);
    let code = reader.service(&code)?;
    on.map(|on| DoseCase { code, on })
}
