//! Rule packs: the text format, its faults, the rule language and the compiled pack.

mod canonical;
pub mod draw;
mod embedded;
pub mod fault;
pub mod source;
mod tree;
