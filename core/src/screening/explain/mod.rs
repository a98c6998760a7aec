//! Why a rule fired, and what one waits for that cannot be decided.

mod need;
mod need_list;
mod open;
mod reason;
mod reason_list;

pub(super) use need::GOALS;
