//! Households and persons field by field, as a cadre enters them: each field is checked by itself and kept as one canonical text, so that
//! it can be corrected by itself and two phones can be merged.

mod birth_text;
mod fault;
mod household;
mod member;
mod relation;
mod text;

pub use birth_text::{birth_text, read_birth, read_typed_birth};
pub use fault::{FieldFault, FieldRule};
pub use household::HouseholdField;
pub use member::PersonField;
pub use relation::Relation;
