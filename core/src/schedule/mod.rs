//! Services over time: what of vaccines, visits and checks is done, due, overdue, upcoming or missed on a day, from when and until when.
//!
//! The pack says when each service is given; this module reckons with it. It is pure: the person, the services received and the answers to
//! the pack's conditions go in. Rules read the same statuses; nothing else computes a window.
//!
//! Source: the head of each service in the pack; what its words leave open is settled by the readings of the codebook.

mod campaign;
mod check;
mod counting;
mod course;
mod days;
mod dose;
mod line;
mod reckoner;
mod records;
mod school;
mod series;
mod why;
mod window;

pub use crate::pack::source::Status;
pub(crate) use dose::DoseLine;
pub(crate) use line::Line;
pub(crate) use reckoner::{Answers, Person, Reckoner};
pub(crate) use records::Records;
pub use why::Why;
