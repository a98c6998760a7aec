//! What the checker refuses, and where.

use super::{files, rule};
use siklus_core::pack::Pack;
use siklus_core::pack::fault::{Fault, Faults, SourceFile};
use siklus_core::pack::source::Source;

/// Everything that is wrong with the base and these entries.
pub fn faults(more: &str) -> Option<Faults> {
    Source::read(files(more)).and_then(Pack::new).err()
}

/// Checks that a rule with this condition is refused for one reason: what stands between `«` and `»`.
#[track_caller]
pub fn refuses(when: &str, message: &str, help: &str) {
    refuses_pack(&rule("t.x", when), message, help);
}

/// The same for any entries.
#[track_caller]
pub fn refuses_pack(marked: &str, message: &str, help: &str) {
    let (before, rest) = marked.split_once('«').expect("a place that is marked");
    let (wrong, after) = rest.split_once('»').expect("a place that is marked");
    let faults = faults(&format!("{before}{wrong}{after}")).unwrap_or_else(|| panic!("`{wrong}` was not refused"));
    let [fault] = faults.list.as_slice() else { panic!("one fault was expected:\n{faults}") };
    assert_eq!((&*fault.message, fault.help.as_deref().unwrap_or_default()), (message, help));
    let file = &faults.files[1];
    assert_eq!(place(fault, file), (wrong.to_owned(), file.position(offset(before))), "{faults}");
}

/// The words that a fault points at, with line and column.
fn place(fault: &Fault, file: &SourceFile) -> (String, (usize, usize)) {
    let range = fault.span.start as usize..fault.span.end as usize;
    (file.text.get(range).unwrap_or_default().to_owned(), file.position(fault.span.start))
}

fn offset(before: &str) -> u32 {
    u32::try_from(before.len()).unwrap_or(u32::MAX)
}

/// Checks that rules with these conditions are not refused.
#[track_caller]
pub fn accepts(conditions: &[&str]) {
    let rules: Vec<_> = conditions.iter().enumerate().map(|(index, when)| rule(&format!("t.x{index}"), when)).collect();
    if let Some(faults) = faults(&rules.join("\n")) {
        panic!("{faults}");
    }
}
