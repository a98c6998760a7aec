//! Puts an assessment into the words of a pack.

use siklus_core::form::{Form, Who};
use siklus_core::pack::Pack;
use siklus_core::pack::source::Setting;
use siklus_core::screening::render::Role;
use siklus_core::screening::{Subject, assess, next_change_on};

use crate::error::SiklusError;
use crate::view::{AssessmentView, FindingView, UndeterminedView};

/// What a pack says of a person, in this language or in those that it falls back to.
pub(crate) fn assessment(pack: &Pack, subject: &Subject, language: &str) -> Result<AssessmentView, SiklusError> {
    let assessment = assess(pack, subject);
    let who = Who::Person { input: Box::new(subject.input().clone()), member: true };
    let form = Form::new(pack, who, Setting::HomeVisit, language)?;
    let lines = form.renderer().headline(&assessment);
    let sentences = lines.iter().filter(|line| line.role == Role::Sentence);
    Ok(AssessmentView {
        stages: assessment.stages.iter().collect(),
        action: assessment.action(pack),
        undecidable: lines.iter().any(|line| line.role == Role::Undecidable),
        headline: lines.iter().find(|line| line.role != Role::Sentence).map(|line| line.text.clone()).unwrap_or_default(),
        sentences: sentences.map(|line| line.text.clone()).collect(),
        findings: form.findings(&assessment).into_iter().map(FindingView::from).collect(),
        undetermined: form.undetermined(&assessment).into_iter().map(UndeterminedView::from).collect(),
        next_change_on: next_change_on(pack, subject),
    })
}
