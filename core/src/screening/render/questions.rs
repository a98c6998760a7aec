//! The questions that would settle what could not be judged: those that may mean a referral first and in full.

use super::{Line, Renderer, Role};
use crate::pack::FactRef;
use crate::pack::source::Action;
use crate::screening::{Assessment, Undetermined};

impl Renderer<'_> {
    /// What could not be judged, grouped by urgency. Each question stands once, in the most urgent group that needs it.
    pub(super) fn undetermined(&self, assessment: &Assessment) -> Vec<Line> {
        let rules = &assessment.undetermined;
        if rules.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![Line::new(Role::Heading, self.words.say("heading_undetermined"))];
        let mut asked = Vec::new();
        for (action, text) in [(Action::Emergency, "ask_emergency"), (Action::Refer, "ask_refer")] {
            let group = rules.iter().filter(|rule| self.action(rule) == action);
            let questions = self.questions(assessment, group, &mut asked);
            if !questions.is_empty() {
                lines.push(Line::new(Role::Ask(action), self.words.say(text)));
                lines.push(Line::new(Role::Questions, questions));
            }
        }
        lines.extend(self.others(assessment, &mut asked));
        lines
    }

    fn others(&self, assessment: &Assessment, asked: &mut Vec<FactRef>) -> Vec<Line> {
        let others: Vec<_> = assessment.undetermined.iter().filter(|rule| self.action(rule) < Action::Refer).collect();
        let count = others.len().to_string();
        if others.is_empty() {
            return Vec::new();
        }
        let questions = self.questions(assessment, others.into_iter(), asked);
        if questions.is_empty() {
            return vec![Line::new(Role::Ask(Action::None), self.words.fill("ask_none", &[("count", &count)]))];
        }
        let text = self.words.fill("ask_others", &[("count", &count)]);
        vec![Line::new(Role::Ask(Action::None), text), Line::new(Role::Questions, questions)]
    }

    /// The shortest way out of each rule in the order of the form, without questions that were already put.
    fn questions<'a>(&self, assessment: &Assessment, rules: impl Iterator<Item = &'a Undetermined>, asked: &mut Vec<FactRef>) -> String {
        let mut facts = Vec::new();
        for fact in rules.flat_map(|rule| &rule.missing) {
            if !asked.contains(fact) {
                asked.push(*fact);
                facts.push(*fact);
            }
        }
        let places = self.pack.orders.places(assessment.stages);
        facts.sort_by_key(|fact| places.get(usize::from(fact.0)).copied().unwrap_or(u16::MAX));
        let labels: Vec<String> = facts.into_iter().filter_map(|fact| self.fact_label(fact)).collect();
        labels.join(self.words.say("question_separator"))
    }

    fn action(&self, rule: &Undetermined) -> Action {
        self.pack.rule(rule.rule).map_or(Action::None, |rule| rule.action)
    }
}
