//! Who is visited: sex, birth date, age, life stage, pregnancy and registration numbers.
//!
//! Every difference between two dates is taken here; no other module subtracts dates. An age is counted twice, in completed days and in
//! completed calendar months; twelve completed months are a year. Nothing reads a clock: the day of the visit is always an argument.
//!
//! ```
//! use chrono::NaiveDate;
//! use siklus_core::person::{Age, LifeStage, stages};
//!
//! let born = NaiveDate::from_ymd_opt(2020, 2, 29).unwrap();
//! let visit = NaiveDate::from_ymd_opt(2026, 2, 28).unwrap();
//! let age = Age::on(born, visit);
//! assert_eq!((age.years, age.months), (6, 72));
//! assert!(stages(age, false, None).contains(LifeStage::SchoolAge));
//! ```

mod birth;
mod date;
mod error;
#[cfg(test)]
mod fixtures;
mod identity;
mod pregnancy;
pub mod register;
mod sex;
mod stage;

pub use birth::{BirthDate, Precision};
pub use date::{Age, add_months, days_between, first_day_of_age_months, month_start, months_between};
pub use error::{IdentityError, UnknownName};
pub use identity::{KkNumber, Nik, NikWarning};
pub use pregnancy::PregnancyDate;
pub use sex::Sex;
pub use stage::{LifeStage, StageSet, stages};
