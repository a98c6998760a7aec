//! The form that was used last, so that the next answer to it reads nothing anew.
//!
//! It is only used again while nothing else was written into the store since it was read: whatever changes a person, a pregnancy, a visit,
//! a setting or another form makes it be read again. It is forgotten when a visit ends and when the store is closed.

use std::sync::{Arc, PoisonError};

use super::{Siklus, VisitError, WhoseForm};
use crate::form::{Draft as Given, Form, PutAway};
use crate::pack::Pack;
use crate::store::VisitId;

/// A form with what is recorded in it, between two calls.
pub(super) struct OpenForm {
    of: (VisitId, WhoseForm, String),
    pack: Arc<Pack>,
    pub form: PutAway,
    pub given: Given,
    /// How often the store had been written when this was read from it.
    writes: u64,
}

impl OpenForm {
    fn is(&self, visit: VisitId, whose: WhoseForm, language: &str, writes: u64) -> bool {
        self.writes == writes && self.of.0 == visit && self.of.1 == whose && self.of.2 == language
    }
}

impl Siklus {
    /// Runs something with a form and what is recorded in it. What it gives beside its result is recorded from then on, and was written at once.
    pub(super) fn with_form<T>(
        &self,
        visit: VisitId,
        whose: WhoseForm,
        language: &str,
        run: impl FnOnce(&Form<'_>, &Given, &Pack) -> Result<(T, Option<Given>), VisitError>,
    ) -> Result<T, VisitError> {
        let writes = self.store.writes()?;
        let open = self.take_form_of(visit, whose, language, writes);
        let open = open.map_or_else(|| self.read_form(visit, whose, language, writes), Ok)?;
        let OpenForm { of, pack, form, given, writes } = open;
        let form = form.taken_up(&pack, language);
        let (done, saved) = run(&form, &given, &pack)?;
        let writes = writes + u64::from(saved.is_some());
        let (form, given) = (form.put_away(), saved.unwrap_or(given));
        self.keep_form(OpenForm { of, pack, form, given, writes });
        Ok(done)
    }

    /// Not once the store is closed or something else was written meanwhile.
    fn keep_form(&self, form: OpenForm) {
        let mut open = self.open_form();
        *open = Some(form).filter(|form| self.store.writes() == Ok(form.writes));
    }

    /// Forgets the form that was used last.
    pub(super) fn forget_form(&self) {
        *self.open_form() = None;
    }

    /// Takes the form that was used last, if it is this one and the store had been written as often when it was read.
    pub(super) fn take_form_of(&self, visit: VisitId, whose: WhoseForm, language: &str, writes: u64) -> Option<OpenForm> {
        self.open_form().take_if(|open| open.is(visit, whose, language, writes))
    }

    fn open_form(&self) -> std::sync::MutexGuard<'_, Option<OpenForm>> {
        self.open_form.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The screen of a form that is read from the store, whatever is kept.
    #[cfg(test)]
    pub(super) fn screen_read_anew(&self, visit: VisitId, whose: WhoseForm, language: &str) -> Result<crate::form::Screen, VisitError> {
        let OpenForm { pack, form, given, .. } = self.read_form(visit, whose, language, 0)?;
        Ok(form.taken_up(&pack, language).screen(&given)?)
    }

    fn read_form(&self, visit: VisitId, whose: WhoseForm, language: &str, writes: u64) -> Result<OpenForm, VisitError> {
        let draft = self.store.draft(visit)?;
        let pack = self.pack_of(&draft.pack)?;
        let given = self.given(&pack, visit, whose)?;
        let form = self.form(&pack, &draft, whose, language)?.put_away();
        Ok(OpenForm { of: (visit, whose, language.to_owned()), pack, form, given, writes })
    }
}
