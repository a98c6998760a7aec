//! Growth of children: z-scores of the WHO, classes of the ministry.
//!
//! Under 60 months a child is compared with the WHO Child Growth Standards (2006), from then to 19 years with the WHO Growth Reference (2007).
//! [`assess`] gives the six indices of a [`Child`], each with its z-score, class, flag and table, or why there is none. Measures are exact;
//! powers and logarithms come from the crate `libm`, so that every phone gives the same bits. Pure: no clock, no storage.
//!
//! ```
//! use siklus_core::growth::{Child, Class, ExactAge, Length, Position, Weight, assess};
//! use siklus_core::person::Sex;
//!
//! let growth = assess(&Child {
//!     sex: Some(Sex::Female),
//!     age: Some(ExactAge::from_days(730)),
//!     weight: Weight::from_grams(8400),
//!     length: Length::from_mm(791),
//!     position: Some(Position::Lying),
//!     ..Child::default()
//! });
//! let lhfa = growth.lhfa.unwrap();
//! assert_eq!((lhfa.z.to_string().as_str(), lhfa.class), ("-2.26", Some(Class::Stunted)));
//! assert!(growth.hcfa.unwrap_err().is_open());
//! ```
//!
//! Source: WHO Child Growth Standards (2006) and WHO Growth Reference (2007); `data/who-growth/README.md` says where the tables come from.

mod age;
mod assess;
pub mod batch;
pub mod chart;
mod child;
mod class;
mod curve;
#[cfg(test)]
mod fixtures;
mod index;
mod lms;
mod measure;
pub mod monthly;
pub mod prevalence;
mod score;
mod stature;
mod table;
#[cfg(test)]
mod tests;
mod z_score;

pub use age::ExactAge;
pub(crate) use age::LAST_BIRTHDAY;
pub use assess::{assess, assess_index};
pub use child::{Child, Position};
pub use class::Class;
use curve::LINES;
pub use curve::{Curve, CurvePoint, SdLines};
pub(crate) use index::FIRST_MONTH_OF_2007;
pub use index::{Index, Measure};
pub use measure::{Length, Weight, bmi};
pub use score::{Growth, NotAssessed, Outcome, Score};
pub use stature::{Reading, Stature};
pub use table::{Standard, Table};
pub use z_score::ZScore;
