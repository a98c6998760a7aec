//! Visits of an invented household, with real SQLCipher files.

mod answers;
mod card_fixtures;
mod fixtures;
mod growth;
mod growth_chart;
mod note;
mod open_form;
mod pages;
mod people;
mod privacy;
mod results;
mod service_card;
mod services;
mod session;
