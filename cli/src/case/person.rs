//! Reads one person: who it is, the pregnancy, the delivery, the birth, and all that was recorded.

use chrono::NaiveDate;
use siklus_core::person::{BirthDate, Precision, PregnancyDate, Sex};

use super::facts::{Holder, read_facts};
use super::fault::CaseRule;
use super::model::{Facts, Member, PersonCase, Places};
use super::reader::{Fields, Node, Reader};
use super::records::{read_doses, read_history};

/// `[person]`.
pub(crate) const PERSON_KEYS: &[&str] = &["sex", "born", "born_precision"];
/// What stands beside the person, in the file or among the keys of a member.
pub(crate) const RECORD_KEYS: &[&str] = &["pregnancy", "delivery", "birth", "history", "doses", "facts"];
const PREGNANCY_KEYS: &[&str] = &["lmp", "edd"];
const SEXES: &[(&str, Sex)] = &[("female", Sex::Female), ("male", Sex::Male)];
const PRECISIONS: &[(&str, Precision)] = &[("day", Precision::Day), ("month", Precision::Month), ("year", Precision::Year)];
/// Grams that a newborn can weigh; outside it is a slip of the pen.
const BIRTH_WEIGHT_G: (i64, i64) = (300, 7_000);
/// Completed weeks after which a child can be born.
const GESTATION_WEEKS: (i64, i64) = (20, 45);

/// Reads the person of a file with a single person. `on` is none when the day of the visit cannot be read.
pub(crate) fn read_person<'t>(reader: &mut Reader<'t>, root: &Fields<'t>, on: Option<NaiveDate>) -> Option<PersonCase> {
    let mut places = Places::new(root.line, "");
    let identity = match reader.required(root, "person", "[person] with sex and born") {
        Some(node) => {
            places.put("person", node.line, &node.field);
            let fields = reader.table(&node, PERSON_KEYS);
            fields.and_then(|fields| read_identity(reader, &fields, "person.", &mut places))
        }
        None => None,
    };
    finish(reader, root, on, identity, places)
}

/// Reads one of the `[[members]]` of a household.
pub(crate) fn read_member<'t>(reader: &mut Reader<'t>, node: &Node<'t>, on: Option<NaiveDate>) -> Option<Member> {
    let keys = [&["id"], PERSON_KEYS, RECORD_KEYS].concat();
    let fields = reader.table(node, &keys)?;
    let id = reader.required(&fields, "id", "a text, unique in the file");
    let id = id.and_then(|id| reader.text(&id).map(str::to_owned));
    let mut places = Places::new(node.line, &format!("{}.", node.field));
    places.put("person", node.line, &node.field);
    let identity = read_identity(reader, &fields, "person.", &mut places);
    let person = finish(reader, &fields, on, identity, places);
    Some(Member { id: id?, person: person? })
}

struct Identity {
    sex: Sex,
    born: BirthDate,
}

fn read_identity<'t>(reader: &mut Reader<'t>, fields: &Fields<'t>, core_prefix: &str, places: &mut Places) -> Option<Identity> {
    for (key, node) in fields.nodes.iter().filter(|(key, _)| PERSON_KEYS.contains(&key.as_str())) {
        places.put(format!("{core_prefix}{key}"), node.line, &node.field);
    }
    let sex = reader.required(fields, "sex", "female or male");
    let sex = sex.and_then(|node| reader.word(&node, SEXES));
    let born = reader.required(fields, "born", "the birth date");
    let born = born.and_then(|node| reader.date(&node));
    let precision = match fields.get("born_precision") {
        Some(node) => reader.word(node, PRECISIONS),
        None => Some(Precision::Day),
    };
    // What cannot be read refuses the file; a stand-in for it lets the other faults be found as well.
    Some(Identity { sex: sex.unwrap_or(Sex::Female), born: BirthDate::new(born?, precision.unwrap_or(Precision::Day)) })
}

/// Reads the records even when the person could not be read, so that every fault is found.
fn finish<'t>(
    reader: &mut Reader<'t>,
    fields: &Fields<'t>,
    on: Option<NaiveDate>,
    identity: Option<Identity>,
    mut places: Places,
) -> Option<PersonCase> {
    for key in RECORD_KEYS {
        if let Some(node) = fields.get(key) {
            places.put(*key, node.line, &node.field);
        }
    }
    let places_of = &mut places;
    let pregnancy = fields.get("pregnancy").and_then(|node| read_pregnancy(reader, node, places_of));
    let delivery = fields.get("delivery").and_then(|node| read_delivery(reader, node, places_of));
    let birth = fields.get("birth").and_then(|node| read_birth(reader, node, places_of));
    let facts = match fields.get("facts") {
        Some(node) => read_facts(reader, node, Holder::Person, "facts", places_of),
        None => Facts::new(),
    };
    let history = fields.get("history").map(|node| read_history(reader, node, places_of));
    let doses = fields.get("doses").map(|node| read_doses(reader, node, places_of));
    let (birth_weight_g, gestation_weeks) = birth.unwrap_or_default();
    let Identity { sex, born } = identity?;
    Some(PersonCase {
        on: on?,
        sex,
        born,
        pregnancy,
        delivery,
        birth_weight_g,
        gestation_weeks,
        facts,
        history: history.unwrap_or_default(),
        doses: doses.unwrap_or_default(),
        places,
    })
}

fn read_pregnancy<'t>(reader: &mut Reader<'t>, node: &Node<'t>, places: &mut Places) -> Option<PregnancyDate> {
    let fields = reader.table(node, PREGNANCY_KEYS)?;
    let mut date = |key: &str| {
        let node = fields.get(key)?;
        places.put(format!("pregnancy.{key}"), node.line, &node.field);
        reader.date(node)
    };
    let (lmp, edd) = (date("lmp"), date("edd"));
    let given = PREGNANCY_KEYS.iter().filter(|key| fields.get(key).is_some()).count();
    if given != 1 {
        let keys = PREGNANCY_KEYS;
        reader.fault(node, CaseRule::ExactlyOne { keys });
    }
    lmp.map(PregnancyDate::Lmp).or(edd.map(PregnancyDate::Edd))
}

fn read_delivery<'t>(reader: &mut Reader<'t>, node: &Node<'t>, places: &mut Places) -> Option<NaiveDate> {
    let fields = reader.table(node, &["on"])?;
    let on = reader.required(&fields, "on", "the day of the delivery")?;
    places.put("delivery.on", on.line, &on.field);
    reader.date(&on)
}

/// Weight in grams and completed weeks of gestation at birth.
fn read_birth<'t>(reader: &mut Reader<'t>, node: &Node<'t>, places: &mut Places) -> Option<(Option<i64>, Option<i64>)> {
    let fields = reader.table(node, &["weight_g", "gestation_weeks"])?;
    let mut number = |key: &str, (min, max): (i64, i64)| {
        let node = fields.get(key)?;
        places.put(format!("birth.{key}"), node.line, &node.field);
        reader.whole(node, min, max)
    };
    Some((number("weight_g", BIRTH_WEIGHT_G), number("gestation_weeks", GESTATION_WEEKS)))
}
