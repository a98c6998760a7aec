//! What a form does, with people of fixed dates.

mod answering;
mod carrying;
mod gates;
mod growth;
mod layouts;
mod no_to_all;
mod people;
mod redrawn;
mod screens;
mod sheets;
