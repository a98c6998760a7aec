//! The settings of the area.

use super::form::{changes, sheet_of};
use super::known::answers;
use super::{Siklus, VisitError};
use crate::form::{Draft as Given, Form, FormError, Given as NewAnswer, Screen, Sheet as AreaSheet, Who};
use crate::pack::source::Setting;
use crate::store::Author;

impl Siklus {
    /// The form of the settings, on a day.
    pub fn settings_screen(&self, on: chrono::NaiveDate, language: &str) -> Result<Screen, VisitError> {
        let (form, given) = self.settings_form(on, language)?;
        Ok(form.screen(&given)?)
    }

    /// Changes a setting, by the name of its fact. Visits that were opened before keep the settings with which they were opened.
    ///
    /// # Errors
    /// As [`Siklus::answer`].
    pub fn change_setting(&self, author: Author, fact: &str, given: NewAnswer<'_>, language: &str) -> Result<Screen, VisitError> {
        let _turn = self.turn();
        let (form, before) = self.settings_form(author.happened_on, language)?;
        let fact = self.pack().dictionary().find(fact).ok_or(VisitError::NoFact)?;
        let step = match form.answer(&before, fact, given) {
            Err(FormError::Field(error)) => return Ok(form.screen_with(&before, &error)?),
            step => step?,
        };
        self.store.set_settings(author, &sheet_of(changes(self.pack(), &before, &step.draft)))?;
        Ok(step.screen)
    }

    fn settings_form(&self, on: chrono::NaiveDate, language: &str) -> Result<(Form<'_>, Given), VisitError> {
        let who = Who::Area(AreaSheet { on, facts: Vec::new(), history: Vec::new() });
        let form = Form::new(self.pack(), who, Setting::HomeVisit, language).map_err(VisitError::Person)?;
        Ok((form, Given::new(answers(self.pack(), &self.store.settings()?)?, Vec::new())))
    }
}
