//! Why a rule fired, and what one waits for that cannot be decided.

mod joined;
mod needs;
mod open;
mod range;
mod reason;
mod reason_inputs;
mod reason_list;
mod reason_value;
mod sets;
mod way_out;
mod weigh;
mod weigh_choice;
mod weigh_fact;
mod weigh_list;
mod weigh_score;
mod weigh_value;

pub(super) use needs::Weighed;
pub(super) use open::OpenFacts;
pub(super) use range::Ranges;
pub(super) use sets::Sets;
