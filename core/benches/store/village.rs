//! A village of 4,000 invented people.

use std::path::Path;
use std::sync::Arc;

use siklus_core::pack::Pack;
use siklus_core::pack::source::Setting;
use siklus_core::person::register::HouseholdField;
use siklus_core::store::{Options, PersonId, VisitId};
use siklus_core::visit::{NewVisit, Siklus};

use crate::home::{agreed, author, key, member};

/// Each has four members.
const HOUSEHOLDS: usize = 1_000;

/// Makes the village in a new file, and opens a visit to its first household; gives the visit and a member.
pub fn village(file: &Path, pack: &Arc<Pack>) -> (VisitId, PersonId) {
    let options = Options { durable: false, ..Options::default() };
    let siklus = Siklus::create(file, &key(), options, author().moment, Arc::clone(pack)).expect("a new store");
    let mut first = None;
    for number in 0..HOUSEHOLDS {
        let name = [(HouseholdField::Name, format!("Keluarga Contoh {number}"))];
        let household = siklus.register_household(author(), &agreed(), &name).expect("a household");
        let members = [("male", "1980-11-20"), ("female", "1984-05-01"), ("female", "2008-05-14"), ("male", "2024-12-24")];
        let persons = members.map(|(sex, born)| {
            let fields = member(&format!("Contoh {number} {born}"), sex, born);
            siklus.register_person(author(), household, &fields).expect("a person").person
        });
        first.get_or_insert((household, persons));
    }
    let (household, [person, ..]) = first.expect("a household");
    let new = NewVisit { household, place: Setting::HomeVisit, family_sheet: false };
    (siklus.open_visit(author(), new).expect("a visit"), person)
}
