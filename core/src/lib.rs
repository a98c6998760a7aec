//! Life-cycle screening for Indonesia's integrated primary care (Integrasi Layanan Primer, ILP): the facts about a person go in,
//! findings with their reasons come out.

#[cfg(feature = "access")]
pub mod access;
pub mod fact;
pub mod form;
pub mod growth;
mod hidden;
mod names;
pub mod pack;
pub mod person;
pub mod schedule;
pub mod screening;
#[cfg(feature = "sqlcipher")]
pub mod store;
#[cfg(feature = "sqlcipher")]
pub mod visit;
