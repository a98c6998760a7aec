//! Rule packs: the text format, its faults, the rule language and the compiled pack.

pub mod canonical;
pub mod draw;
mod embedded;
pub mod fault;
mod lang;
pub mod source;
pub mod tree;
