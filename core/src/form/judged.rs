//! The person with the answers of a draft, judged: once for the last screen and for what becomes of the visit.

use super::draft::Draft;
use super::drawn::Drawn;
use super::error::FormError;
use super::session::Form;
use crate::screening::{Assessment, Subject, assess_with, faults_of_visit};

/// A person and what the pack says of them.
pub(crate) struct JudgedPerson {
    pub subject: Subject<'static>,
    pub assessment: Assessment,
}

impl Form<'_> {
    /// Judges the person with the answers of a draft, unless the last screen did; nothing is said of a sheet.
    pub(super) fn judge(&self, draft: &Draft, drawn: &mut Drawn) -> Result<Option<JudgedPerson>, FormError> {
        if let Some(judged) = drawn.take_judged(draft) {
            return Ok(Some(judged));
        }
        if let Some(subject) = self.subject(draft)? {
            let assessment = assess_with(self.pack, &subject, &mut drawn.scratch);
            return Ok(Some(JudgedPerson { subject, assessment }));
        }
        let faults = faults_of_visit(self.pack, self.who.on(), &self.facts(draft));
        if faults.is_empty() { Ok(None) } else { Err(FormError::Recorded(faults)) }
    }

    /// The person with the answers of a draft, judged; none of a sheet.
    #[cfg(feature = "sqlcipher")]
    pub(crate) fn judged(&self, draft: &Draft) -> Result<Option<JudgedPerson>, FormError> {
        self.judge(draft, &mut self.drawn())
    }

    /// The first day on which what the pack says can differ when only the date moves.
    #[cfg(feature = "sqlcipher")]
    pub(crate) fn next_change(&self, judged: &JudgedPerson) -> Option<chrono::NaiveDate> {
        crate::screening::next_change_after(self.pack, &judged.subject, &judged.assessment, &mut self.drawn().scratch)
    }
}
