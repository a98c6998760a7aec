//! The assessment: the facts about a person and a pack go in, findings with their reasons come out. Pure: no clock, no storage.
//!
//! [`Subject`] is what is known about one person on one day, checked. [`assess`] judges every rule that concerns the person. What a rule
//! cannot decide is reported with the facts that it waits for: an unknown danger sign is never clear.

mod assess;
mod assessment;
mod cells;
mod due;
mod due_today;
mod evaluate;
mod explain;
mod fault;
mod glance;
mod growth;
mod input;
mod kept_items;
mod next_change;
mod plan;
mod received;
pub mod render;
mod scratch;
#[cfg(test)]
mod somebody;
mod standing;
mod subject;
mod subject_check;
mod truth;

pub use assess::{assess, assess_with};
pub use assessment::{Assessment, FactRefs, Finding, Limits, Reason, ReasonTest, Undetermined};
pub use due::{Completeness, Due, completeness, due, due_with_reasons};
pub use due_today::{DueNow, due_now};
pub use fault::{InputFault, InputRule};
pub(crate) use growth::is_measure;
pub use growth::{Again, ChildGrowth, child_growth, growing, growth};
pub use input::{BirthData, Dose, EarlierVisit, Input};
#[cfg(feature = "sqlcipher")]
pub(crate) use next_change::next_change_after;
pub use next_change::next_change_on;
pub use plan::{PlannedDay, plan};
pub use received::{Received, received};
pub use scratch::Scratch;
pub use standing::Standing;
#[cfg(feature = "sqlcipher")]
pub(crate) use subject::LAST_DAY_OF_GESTATION;
pub use subject::Subject;
pub(crate) use subject_check::{faults_of_person, faults_of_visit};
