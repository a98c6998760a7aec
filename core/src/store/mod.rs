//! The encrypted file in which everything is kept: SQLCipher, rows that are only ever appended, one transaction for each user action.
//!
//! [`Store::create`] and [`Store::open`] are separate calls, so that a wrong path never makes an empty store. Nothing is ever deleted or
//! made anew to get out of an error.

mod actions;
pub(crate) mod answer;
mod chain;
mod clock;
mod connection;
mod error;
mod file;
pub(crate) mod files;
mod ids;
mod key;
mod mark;
mod migrations;
mod people;
mod probe;
mod projection;
pub(crate) mod row;
pub(crate) mod sheet;
mod verify;
mod visits;
mod words;

#[cfg(test)]
mod tests;

pub use clock::Moment;
pub use error::StoreError;
pub use file::{Options, Store};
pub use ids::{ActorId, DeviceId, EpisodeId, HouseholdId, NoId, PersonId, RowId, ServiceRecordId, VisitId};
pub use key::StoreKey;
pub(crate) use people::ServiceChange;
pub use people::{
    Consent, ConsentState, ConsentWay, Episode, EpisodeField, Household, HouseholdLine, LastResult, NameHit, Person, ServiceRecord,
};
pub use row::Author;
pub use verify::Verification;
pub use visits::{
    AssessmentRecord, Draft, DraftPart, PartRecord, PartState, PersonVisitLine, Report, ReportWay, VisitLine, VisitRecord, VisitState,
    Written,
};
pub(crate) use visits::{DraftAnswer, DraftChange, Ended, EndedPart, Judged, NewDraft, PastVisit, WrittenSheet};
