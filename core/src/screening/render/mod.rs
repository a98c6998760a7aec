//! An assessment in words: sentences of the pack in the language of the reader, made from the structured reasons.

mod documents;
mod lines;
mod person;
mod questions;
mod reasons;
mod result;
mod values;
mod words;

pub use lines::{Line, Role};
pub use result::Renderer;
