//! From the tree of a pack to its typed entries.

mod answer;
mod citation;
mod computed;
mod context;
mod document;
mod fact;
mod fact_kind;
mod fields;
mod form;
mod gate;
mod local_text;
mod names;
mod resolve;
mod rule;
mod service;
mod table;
mod timing;
mod translation;
mod values;
mod window;

pub(super) use resolve::resolve;
