//! The rule language: a typed subset of CEL, from text to the compact form that [`crate::screening`] evaluates.
//!
//! [`lexer`] and [`parser`] turn a text into an [`ast`]; [`check`] gives every expression its type, refuses what an author cannot have
//! meant, and writes the [`program`].

pub(crate) mod ast;
pub(crate) mod check;
pub(crate) mod growth_parts;
pub(crate) mod lexer;
pub(crate) mod names;
mod node;
pub(crate) mod parser;
pub(crate) mod plan;
pub(crate) mod program;
pub(crate) mod types;
pub(crate) mod walk;
