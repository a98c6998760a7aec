//! Rule packs: the text format, its faults, the rule language and the compiled pack.

mod age_index;
mod answers;
mod canonical;
mod card;
mod compiled;
pub mod draw;
mod embedded;
mod fact_set;
pub mod fault;
mod glance;
pub(crate) mod growth_facts;
mod growth_tables;
pub(crate) mod lang;
pub(crate) mod order;
mod pregnancy;
mod private;
pub(crate) mod quiet;
mod repeats;
mod review;
mod rule_index;
mod scopes;
pub mod source;
mod table_rows;
mod time;
mod tree;

pub(crate) use answers::Answers;
pub(crate) use compiled::GateOf;
pub use compiled::{ContextName, FactRef, Name, Pack, RuleId, ServiceId};
pub(crate) use fact_set::FactSet;
pub(crate) use glance::{Glance, ReadingGlance, SHOWN, Wanted};
pub use lang::program::TestId;
pub(crate) use rule_index::RuleEntry;
pub(crate) use scopes::ScopeId;
pub(crate) use time::TimeIn;
