//! Puts an assessment into the words of a pack.

use siklus_core::pack::source::RuleSource;
use siklus_core::pack::{FactRef, Pack};
use siklus_core::screening::render::{Line, Renderer, Role};
use siklus_core::screening::{Assessment, Finding, Subject, Undetermined, assess, next_change_on};

use crate::view::{AssessmentView, FindingView, QuestionView, UndeterminedView};

/// What a pack says of a person, in this language or in those that it falls back to.
pub(crate) fn assessment(pack: &Pack, subject: &Subject, language: &str) -> AssessmentView {
    let assessment = assess(pack, subject);
    let shower = Shower { pack, renderer: Renderer::new(pack, language), language: pack.source().language_chain(language) };
    let lines = shower.renderer.headline(&assessment);
    AssessmentView {
        stages: assessment.stages.iter().collect(),
        action: assessment.action(pack),
        undecidable: lines.iter().any(|line| line.role == Role::Undecidable),
        headline: lines.iter().find(|line| line.role != Role::Sentence).map(|line| line.text.clone()).unwrap_or_default(),
        sentences: texts(&lines, |role| role == Role::Sentence),
        findings: shower.findings(&assessment),
        undetermined: assessment.undetermined.iter().filter_map(|open| shower.undetermined(open)).collect(),
        next_change_on: next_change_on(pack, subject),
    }
}

struct Shower<'p> {
    pack: &'p Pack,
    renderer: Renderer<'p>,
    language: Vec<&'p str>,
}

impl Shower<'_> {
    fn findings(&self, assessment: &Assessment) -> Vec<FindingView> {
        let findings = self.renderer.by_urgency(assessment).into_iter();
        findings.map(|(rule, finding)| self.finding(rule, finding)).collect()
    }

    fn finding(&self, rule: &RuleSource, finding: &Finding) -> FindingView {
        let lines = self.renderer.finding(finding);
        FindingView {
            rule: rule.id.value.clone(),
            title: rule.title.get(&self.language).to_owned(),
            advice: rule.advice.get(&self.language).to_owned(),
            action: rule.action,
            within: rule.within,
            reasons: texts(&lines, |role| matches!(role, Role::Reason | Role::Inputs)),
            source: texts(&lines, |role| role == Role::Source).concat(),
            confidence: rule.confidence,
        }
    }

    fn undetermined(&self, open: &Undetermined) -> Option<UndeterminedView> {
        let rule = self.pack.rule(open.rule)?;
        Some(UndeterminedView {
            rule: rule.id.value.clone(),
            title: rule.title.get(&self.language).to_owned(),
            action: rule.action,
            questions: open.missing.iter().map(|fact| self.question(*fact)).collect(),
        })
    }

    fn question(&self, fact: FactRef) -> QuestionView {
        let label = self.renderer.fact_label(fact).unwrap_or_default();
        QuestionView { fact: self.pack.fact_name(fact).to_owned(), label }
    }
}

fn texts(lines: &[Line], wanted: impl Fn(Role) -> bool) -> Vec<String> {
    lines.iter().filter(|line| wanted(line.role)).map(|line| line.text.clone()).collect()
}
