//! An assessment in words: sentences of the pack in the language of the reader, made from the structured reasons.
//!
//! ```
//! use siklus_core::pack::Pack;
//! use siklus_core::person::{BirthDate, Precision, Sex};
//! use siklus_core::screening::render::{Renderer, Role};
//! use siklus_core::screening::{Input, Subject, assess, next_change_on};
//!
//! let pack = Pack::embedded()?;
//! let born = BirthDate::new("1980-11-20".parse()?, Precision::Day);
//! let subject = Subject::new(&pack, Input::new("2026-03-02".parse()?, Sex::Male, born)).map_err(|faults| format!("{faults:?}"))?;
//! let lines = Renderer::new(&pack, "id").result(&subject, &assess(&pack, &subject), next_change_on(&pack, &subject));
//! // Nothing was asked yet, so nobody can say that he is well.
//! assert!(lines.iter().any(|line| line.role == Role::Undecidable));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod about;
mod calendar;
mod chart;
mod class_text;
mod consent;
mod documents;
mod due_today;
mod growth;
mod labels;
mod lines;
mod note;
mod person;
mod questions;
mod reasons;
mod result;
mod services;
mod values;
mod words;

pub use about::{About, AboutConfidence, AboutSource};
pub use calendar::Calendar;
pub use chart::{Picture, ShownAxis, ShownChart, ShownTick, ShownZoom};
pub use consent::ConsentNotice;
pub use due_today::{DueService, DueToday};
pub use growth::{AgainShown, GrowthShown, IndexShown, RemarkShown};
pub use lines::{Line, Role};
pub use note::{NoteSender, Referred};
pub use person::Described;
pub use result::Renderer;
#[cfg(feature = "sqlcipher")]
pub(crate) use result::ResultParts;
pub use services::{PlanLine, ServiceLine};

#[cfg(test)]
mod pack_texts;
#[cfg(test)]
mod tests;
