//! The typed facts: what can be asked, which answers there are, and how an answer is read.
//!
//! A [`Dictionary`] holds the definition of every fact of a pack. It reads what a case file holds ([`Raw`]) or a cadre types into an
//! [`Answer`]: a known [`Value`] or "unknown". A fact that was not asked has no answer at all. Numbers are exact ([`Number`]), so that 8.2 - 7.9 is
//! 0.3 and 22.95 is below 23.0. Neither an error nor a `Debug` output of an answer holds what was entered.
//!
//! ```
//! use siklus_core::fact::{Answer, Dictionary, FactDef, FactKind, Number, Symbols, Value};
//!
//! let arm = FactKind::Number {
//!     integer: false,
//!     unit: Some("cm".into()),
//!     step: Number::parse("0.1").unwrap(),
//!     min: Number::parse("5.0"),
//!     max: Number::parse("60.0"),
//! };
//! let facts = vec![FactDef::new("muac_cm", arm)];
//! let dictionary = Dictionary::new(facts, Symbols::default()).unwrap();
//! let muac_cm = dictionary.find("muac_cm").unwrap();
//!
//! let answer = dictionary.read_typed(muac_cm, "22,8").unwrap();
//! assert_eq!(answer, Answer::Known(Value::Number(Number::parse("22.8").unwrap())));
//!
//! let error = dictionary.read_typed(muac_cm, "228").unwrap_err();
//! assert!(error.message("id").ends_with("5,0 sampai 60,0 cm."));
//! assert_eq!(dictionary.suggest(muac_cm, "228"), Number::parse("22.8"));
//! ```

mod definition;
mod dictionary;
mod error;
#[cfg(test)]
mod fixtures;
mod input;
mod lasting;
mod message;
mod nearest;
mod number;
mod number_rule;
mod number_text;
mod pattern;
mod symbol;
mod text;
mod typed;
mod unit;
mod value;

pub use definition::{Choice, FactDef, FactKind, FactScope, Gate, GateTest};
pub use dictionary::Dictionary;
pub use error::{DictionaryError, Expected, FactError};
pub use input::Raw;
pub use lasting::{Lasts, NextVisit};
pub use nearest::nearest;
pub use number::Number;
pub use pattern::{Pattern, PatternError};
pub use symbol::{Symbol, Symbols};
pub use text::LocalText;
pub use unit::unit_label;
pub use value::{Answer, CodeSet, FactId, Value};
