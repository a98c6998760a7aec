//! The settings of the area.

use chrono::NaiveDate;

use super::author::AuthorRequest;
use super::faults::InWords;
use super::given::GivenAnswer;
use super::screen::ScreenView;
use super::siklus::Siklus;
use crate::error::SiklusError;

#[uniffi::export]
impl Siklus {
    /// The form of the settings of the area, on a day.
    pub fn settings_screen(&self, on: NaiveDate, language: &str) -> Result<ScreenView, SiklusError> {
        Ok(self.core.settings_screen(on, language).in_words(language)?.into())
    }

    /// Changes a setting of the area. Visits that were opened before keep the settings with which they were opened.
    pub fn change_setting(
        &self,
        author: &AuthorRequest,
        fact: &str,
        given: &GivenAnswer,
        language: &str,
    ) -> Result<ScreenView, SiklusError> {
        let author = author.author()?;
        Ok(given.with(|given| self.core.change_setting(author, fact, given, language)).in_words(language)?.into())
    }
}
