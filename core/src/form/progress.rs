//! How far a draft is, and the person with its answers: what is asked of a form that nobody looks at.

use super::draft::Draft;
use super::error::FormError;
use super::screen::Progress;
use super::session::Form;
use super::who::Who;
use crate::fact::FactId;
use crate::pack::Pack;
use crate::screening::render::{Described, Renderer};
use crate::screening::{Input, Subject};

impl<'p> Form<'p> {
    /// The pack by which it asks.
    pub fn pack(&self) -> &'p Pack {
        self.pack
    }

    /// What puts the results of its person into the words of its language.
    pub fn renderer(&self) -> &Renderer<'p> {
        &self.renderer
    }

    /// Who the person is on the day of the form, in words; none of a sheet.
    pub fn described(&self) -> Option<Described> {
        let Who::Person { input, .. } = &self.who else { return None };
        Some(self.renderer.describe(input))
    }

    /// The person with the answers of a draft, as an assessment takes it; none of a sheet.
    ///
    /// # Errors
    /// When the draft breaks a rule that answers given one by one cannot break.
    pub fn subject(&self, draft: &Draft) -> Result<Option<Subject>, FormError> {
        let Who::Person { input, .. } = &self.who else { return Ok(None) };
        let input = Input { facts: self.facts(draft), ..(**input).clone() };
        Subject::new(self.pack, &input).map(Some).map_err(FormError::Recorded)
    }

    /// How far the sections of this setting are, as on the screen.
    pub fn progress(&self, draft: &Draft) -> Progress {
        let counted = self.sections.iter().filter(|section| !section.folded).flat_map(|section| &section.facts);
        let mut progress = Progress::default();
        for fact in counted.filter(|fact| self.is_visible(draft, **fact)) {
            progress.of += 1;
            progress.answered += usize::from(!self.is_open(draft, *fact));
        }
        progress
    }

    /// A setting of the area is never open when it has a default.
    fn is_open(&self, draft: &Draft, fact: FactId) -> bool {
        let is_set = || self.pack.dictionary().get(fact).is_setting() && self.known(draft, fact).is_some();
        draft.answer(fact).is_none() && !is_set()
    }
}
