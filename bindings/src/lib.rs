//! The core for Kotlin. This crate converts types and errors and decides nothing; `kotlin/` beside it is the library that apps use.
//!
//! A record is named after its direction: a `Request` comes from the app, a `View` goes to it.

#[cfg(feature = "sqlcipher")]
mod access;
mod answer;
mod case;
mod date;
mod error;
mod pack;
mod private;
mod read;
mod show;
#[cfg(feature = "sqlcipher")]
mod store;
mod view;
mod words;

#[cfg(feature = "sqlcipher")]
pub use access::*;
pub use answer::{FactAnswer, RecordedFact};
pub use case::{BirthRequest, BornRequest, CaseRequest, DoseRequest, EarlierVisitRequest, PregnancyRequest};
pub use error::{InvalidField, InvalidRule, PinFault, SiklusError, StateRule};
pub use pack::RulePack;
#[cfg(feature = "sqlcipher")]
pub use store::*;
pub use view::{AssessmentView, FindingView, PackInfo, QuestionView, UndeterminedView};

uniffi::setup_scaffolding!();
