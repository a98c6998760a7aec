//! A form in progress: whose it is, what it asks, what is visible.

use std::fmt;
use std::sync::Mutex;

use super::draft::Draft;
use super::drawn::Drawn;
use super::layout::{LaidOut, lay_out};
use super::who::Who;
use crate::fact::{Answer, FactId, Value};
use crate::pack::lang::program::FactSlot;
use crate::pack::source::Setting;
use crate::pack::{FactSet, Pack};
use crate::screening::render::Renderer;
use crate::screening::{InputFault, faults_of_person, faults_of_visit};

/// The form of one person or sheet at one visit, in one language. It does not change: drafts go in and come out.
pub struct Form<'p> {
    pub(super) pack: &'p Pack,
    pub(super) renderer: Renderer<'p>,
    pub(super) who: Who,
    pub(super) sections: Vec<LaidOut>,
    pub(super) asked: FactSet,
    pub(super) labels: Labels,
    /// The last screen: the next one draws only what is another.
    pub(super) drawn: Mutex<Drawn>,
}

/// The words that stand at nearly every question.
pub(super) struct Labels {
    pub yes: String,
    pub no: String,
    pub unknown: String,
}

impl Labels {
    fn new(renderer: &Renderer<'_>) -> Self {
        let [yes, no, unknown] = ["yes", "no", "unknown"].map(|id| renderer.words.say(id).to_owned());
        Self { yes, no, unknown }
    }
}

impl fmt::Debug for Form<'_> {
    /// Shows nothing of the person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Form")
    }
}

impl<'p> Form<'p> {
    /// The form for a setting, in a language of the pack or in those that it falls back to.
    ///
    /// # Errors
    /// Every fault of what is known about the person or sheet, each with its field; none holds what was entered.
    pub fn new(pack: &'p Pack, mut who: Who, setting: Setting, language: &str) -> Result<Self, Vec<InputFault>> {
        check(pack, &who)?;
        let sections = lay_out(pack, &who, setting);
        let mut asked = FactSet::EMPTY;
        sections.iter().flat_map(|section| &section.facts).for_each(|fact| asked.insert(FactSlot(fact.0)));
        who.facts_mut().retain(|(fact, _)| !asked.contains(FactSlot(fact.0)));
        let renderer = Renderer::new(pack, language);
        Ok(Self { pack, labels: Labels::new(&renderer), renderer, who, sections, asked, drawn: Mutex::default() })
    }

    /// The sections with all that they can ask, visible or not.
    pub fn layout(&self) -> &[LaidOut] {
        &self.sections
    }

    /// Whether the form can ask for a fact.
    pub fn asks(&self, fact: FactId) -> bool {
        self.asked.contains(FactSlot(fact.0))
    }

    /// Whether a question stands on the screen: the form asks for it, and each of its gates is met. A gate that nobody answered yet hides
    /// what is behind it.
    pub fn is_visible(&self, draft: &Draft, fact: FactId) -> bool {
        let gates = &self.pack.dictionary().get(fact).gates;
        self.asks(fact) && gates.iter().all(|gate| self.known(draft, gate.fact).is_some_and(|value| gate.test.is_met_by(value)))
    }

    /// The value of a fact: of this form, given, or the default of a setting of the area.
    pub(super) fn known<'a>(&'a self, draft: &'a Draft, fact: FactId) -> Option<&'a Value> {
        let given = || self.who.facts().iter().find(|(of, _)| *of == fact).map(|(_, answer)| answer);
        match draft.answer(fact).or_else(given) {
            Some(answer) => answer.value(),
            None => self.pack.dictionary().get(fact).default.as_ref(),
        }
    }

    /// Everything that is known at this visit, for an assessment.
    pub(super) fn facts(&self, draft: &Draft) -> Vec<(FactId, Answer)> {
        let given = self.who.facts().iter().filter(|(fact, _)| draft.answer(*fact).is_none());
        given.chain(draft.answers()).cloned().collect()
    }

    /// Takes back recorded answers that are no longer asked for, and then what these were the gates of.
    pub(super) fn withdraw_hidden(&self, draft: &mut Draft) {
        for slot in &self.pack.gates_first {
            let fact = FactId(slot.0);
            if self.asks(fact) && draft.answer(fact).is_some() && !self.is_visible(draft, fact) {
                draft.withdraw(fact);
            }
        }
    }
}

fn check(pack: &Pack, who: &Who) -> Result<(), Vec<InputFault>> {
    let visits = who.history().iter().map(|visit| (visit.on, visit.facts.as_slice()));
    let visits = visits.chain([(who.on(), who.facts())]);
    let faults: Vec<_> = match who {
        Who::Person { input, .. } => faults_of_person(pack, input),
        Who::Household(_) | Who::Area(_) => visits.flat_map(|(on, facts)| faults_of_visit(pack, on, facts)).collect(),
    };
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}
