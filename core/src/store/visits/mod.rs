//! Visits: drafts that are replaced in place, and what is appended when they end.

mod draft;
mod ending;
mod past;
mod record;
mod state;
mod used;

pub use draft::{Draft, DraftAnswer, DraftChange, DraftPart};
pub use ending::{Ended, EndedPart, Judged};
pub use past::PastVisit;
pub use record::{AssessmentRecord, PartRecord, Report, ReportWay, VisitRecord};
pub use state::{PartState, VisitState};
