//! Rule packs: the text format, its faults, the rule language and the compiled pack.

pub mod fault;
pub mod source;
