//! Visits: drafts that are replaced in place, and what is appended when they end.

mod draft;
mod ending;
mod lines;
mod past;
mod record;
mod state;
mod used;
mod written;

pub use draft::{Draft, DraftPart};
pub(crate) use draft::{DraftAnswer, DraftChange, NewDraft};
pub(crate) use ending::{Ended, EndedPart, Judged};
pub use lines::{PersonVisitLine, VisitLine};
pub(crate) use past::PastVisit;
pub use record::{AssessmentRecord, PartRecord, Report, ReportWay, VisitRecord};
pub use state::{PartState, VisitState};
pub use written::Written;
pub(crate) use written::WrittenSheet;
