//! What a form does, with people of fixed dates.

mod answering;
mod birth_day;
mod carrying;
mod gates;
mod growth;
mod layouts;
mod no_to_all;
mod people;
mod redrawn;
mod screens;
mod sheets;
