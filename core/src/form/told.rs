//! A result in parts, for a screen that draws them: what was found with all that stands behind it, and what could not be judged.

use std::cmp::Reverse;

use super::session::Form;
use crate::hidden::hidden;
use crate::pack::FactRef;
use crate::pack::source::{Action, Confidence, RuleSource, SectionSource, Within};
use crate::screening::render::{Line, Role};
use crate::screening::{Assessment, Finding, Undetermined};

/// A finding in words.
#[derive(Clone, PartialEq, Eq)]
pub struct ToldFinding {
    /// The id of the rule in the pack.
    pub rule: String,
    /// What was found.
    pub title: String,
    /// What the cadre says or does.
    pub advice: String,
    /// How urgent it is.
    pub action: Action,
    /// The word for that.
    pub action_text: String,
    /// The deadline of a referral.
    pub within: Option<Within>,
    /// The deadline in words.
    pub within_text: Option<String>,
    /// Why: a sentence for each value that decided it.
    pub reasons: Vec<String>,
    /// The documents on which it rests, and how surely, in words.
    pub source: String,
    /// How sure that is.
    pub confidence: Confidence,
    /// The same in words.
    pub confidence_text: String,
    /// Whether it is not for the eyes of others: it would brand the person, or may tell something that was said alone.
    pub private: bool,
}

/// A rule that could not be decided, in words.
#[derive(Clone, PartialEq, Eq)]
pub struct ToldUndetermined {
    /// The id of the rule in the pack.
    pub rule: String,
    /// What it would find.
    pub title: String,
    /// How urgent that would be.
    pub action: Action,
    /// The word for that.
    pub action_text: String,
    /// The shortest way out: some answers to these questions decide the rule.
    pub questions: Vec<ToldQuestion>,
}

/// A question that would help to decide.
#[derive(Clone, PartialEq, Eq)]
pub struct ToldQuestion {
    /// The name of the fact in the pack.
    pub fact: String,
    /// The question.
    pub label: String,
    /// The id of the section in which the form asks it; none when it belongs to no form, as the weight at birth.
    pub section: Option<String>,
    /// Whether it is asked alone with the person.
    pub private: bool,
}

hidden!(ToldFinding, ToldUndetermined, ToldQuestion);

/// In which section the form asks each fact, by the numbers of the facts.
type SectionsOfFacts<'f> = Vec<Option<&'f SectionSource>>;

impl Form<'_> {
    /// What was found, the most urgent first; among them the nearest deadline first.
    pub fn findings(&self, assessment: &Assessment) -> Vec<ToldFinding> {
        self.findings_of(assessment, &self.renderer.findings(assessment))
    }

    /// The same where they are in words already.
    pub(crate) fn findings_of(&self, assessment: &Assessment, lines: &[Vec<Line>]) -> Vec<ToldFinding> {
        let findings = self.renderer.by_urgency(assessment).into_iter().zip(lines);
        findings.map(|((rule, finding), lines)| self.told(rule, finding, lines)).collect()
    }

    /// What could not be judged, the most urgent first.
    pub fn undetermined(&self, assessment: &Assessment) -> Vec<ToldUndetermined> {
        let sections = self.sections_of_facts();
        let mut open: Vec<_> = assessment.undetermined.iter().filter_map(|open| Some((self.pack.rule(open.rule)?, open))).collect();
        open.sort_by_key(|(rule, _)| Reverse(rule.action));
        let of_one_action = open.chunk_by(|(one, _), (other, _)| one.action == other.action);
        let told = of_one_action.flat_map(|open| {
            let word = open.first().map_or("", |(rule, _)| self.renderer.action_word(rule.action));
            open.iter().map(|(rule, open)| self.told_open(rule, open, word, &sections)).collect::<Vec<_>>()
        });
        told.collect()
    }

    fn told(&self, rule: &RuleSource, finding: &Finding, lines: &[Line]) -> ToldFinding {
        let renderer = &self.renderer;
        ToldFinding {
            rule: rule.id.value.clone(),
            title: renderer.words.local(&rule.title).to_owned(),
            advice: renderer.words.local(&rule.advice).to_owned(),
            action: rule.action,
            action_text: renderer.action_word(rule.action).to_owned(),
            within: rule.within,
            within_text: rule.within.map(|within| renderer.within(within).to_owned()),
            reasons: texts(lines, |role| matches!(role, Role::Reason | Role::Inputs)),
            source: texts(lines, |role| role == Role::Source).concat(),
            confidence: rule.confidence,
            confidence_text: renderer.confidence_words(rule.confidence).to_owned(),
            private: self.pack.finds_private(finding.rule),
        }
    }

    fn told_open(&self, rule: &RuleSource, open: &Undetermined, action: &str, sections: &SectionsOfFacts<'_>) -> ToldUndetermined {
        ToldUndetermined {
            rule: rule.id.value.clone(),
            title: self.renderer.words.local(&rule.title).to_owned(),
            action: rule.action,
            action_text: action.to_owned(),
            questions: open.missing.iter().map(|fact| self.told_question(*fact, sections)).collect(),
        }
    }

    fn told_question(&self, fact: FactRef, sections: &SectionsOfFacts<'_>) -> ToldQuestion {
        let section = self.pack.fact_id(fact).and_then(|fact| *sections.get(usize::from(fact.0))?);
        ToldQuestion {
            fact: self.pack.fact_name(fact).to_owned(),
            label: self.renderer.fact_label(fact).unwrap_or_default(),
            section: section.map(|section| section.id.value.clone()),
            private: section.map_or_else(|| self.pack.is_private(fact), |section| section.private),
        }
    }

    fn sections_of_facts(&self) -> SectionsOfFacts<'_> {
        let mut sections = vec![None; self.pack.dictionary().len()];
        for laid_out in &self.sections {
            for fact in &laid_out.facts {
                if let Some(section) = sections.get_mut(usize::from(fact.0)) {
                    *section = self.source_of(laid_out);
                }
            }
        }
        sections
    }
}

/// The texts of the lines that are for something.
pub(crate) fn texts(lines: &[Line], wanted: impl Fn(Role) -> bool) -> Vec<String> {
    lines.iter().filter(|line| wanted(line.role)).map(|line| line.text.clone()).collect()
}
