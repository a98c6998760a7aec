//! A home visit or a Posyandu day from start to end, kept in an encrypted store: what an app drives.
//!
//! [`Siklus`] is an open store with the pack by which new visits are judged. Each call is one user action and one transaction. It reads no
//! clock: who writes, of which day and when is given in ([`Author`](crate::store::Author)).

mod answer_sheet;
mod complete;
mod correct;
mod error;
mod form;
mod growth_chart;
mod household_page;
mod known;
mod note;
mod open;
mod open_form;
mod overview;
mod people;
mod person_page;
mod result_bytes;
mod results;
mod service_card;
mod settings;
mod siklus;
mod today;

#[cfg(test)]
mod tests;

pub use answer_sheet::{AnswerSection, AnswerSheet, EarlierAnswer, WithdrawnAnswer, WrittenAnswer};
pub use complete::{Completion, OpenQuestions};
pub use error::VisitError;
pub use form::WhoseForm;
pub use household_page::{HouseholdPage, Member};
pub use open::NewVisit;
pub use overview::{Alarm, PartOverview, VisitOverview};
pub use people::{PersonChange, RegisterWarning, Registered};
pub use person_page::{PersonPage, PersonVisit, PregnancyLine};
pub use results::{NotAssessed, PersonResult, VisitResults};
pub use service_card::{CardDose, CardEntry, CardFault, CardGiven, CardGroup, CardRule, CardService, OtherService, ServiceCard};
pub use siklus::Siklus;
pub use today::{DraftLine, Today};
