//! The typed facts: what can be asked, which answers there are, and how an answer is read.
//!
//! A [`Dictionary`] holds the definition of every fact of a pack. It reads what a case file holds ([`Raw`]) or a cadre types into an
//! [`Answer`]: a known [`Value`] or "unknown". A fact that was not asked has no answer at all. Numbers are exact ([`Number`]), so that 8.2 - 7.9 is
//! 0.3 and 22.95 is below 23.0. Neither an error nor a `Debug` output of this module holds what was entered.

mod definition;
mod dictionary;
mod error;
mod input;
mod nearest;
mod number;
mod number_text;
mod pattern;
mod symbol;
mod text;
mod unit;
mod value;

pub use definition::{Choice, FactDef, FactKind, FactScope, Gate, GateTest};
pub use dictionary::Dictionary;
pub use error::{DictionaryError, Expected, FactError};
pub use input::Raw;
pub use nearest::nearest;
pub use number::Number;
pub use pattern::{Pattern, PatternError};
pub use symbol::{Symbol, Symbols};
pub use text::LocalText;
pub use unit::unit_label;
pub use value::{Answer, CodeSet, FactId, Value};
