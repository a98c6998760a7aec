//! The whole result of a person: how urgent it is, what was found and why, what could not be judged, when to look again.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::words::Words;
use super::{GrowthShown, Line, Role, documents};
use crate::pack::Pack;
use crate::pack::source::{Action, Confidence, RuleSource, Within};
use crate::person::months_between;
use crate::screening::{Assessment, Finding, Standing, Subject};

/// A change of the result by age alone is told up to this many months ahead.
const MONTHS_AHEAD: i32 = 60;

/// Parts of a result that are in words already.
pub(crate) struct ResultParts<'r> {
    /// The findings in the order of their urgency.
    pub findings: &'r [Vec<Line>],
    /// How a child grows.
    pub growth: Option<&'r GrowthShown>,
}

/// Puts assessments by one pack into words of one language.
pub struct Renderer<'p> {
    pub(super) pack: &'p Pack,
    pub(crate) words: Words<'p>,
}

impl<'p> Renderer<'p> {
    /// A renderer in this language, or in those that it falls back to where a text is not translated.
    pub fn new(pack: &'p Pack, language: &str) -> Self {
        Self { pack, words: Words::new(pack.source(), language) }
    }

    /// The pack whose texts it takes.
    pub fn pack(&self) -> &'p Pack {
        self.pack
    }

    /// The whole result of a person, from the most urgent to the least. `next_change` is the day from which the result can differ.
    pub fn result(&self, subject: &Subject, assessment: &Assessment, next_change: Option<NaiveDate>) -> Vec<Line> {
        self.result_of_form(subject, assessment, next_change, true)
    }

    /// The same where it is known whether every question of the form was answered.
    pub fn result_of_form(&self, subject: &Subject, assessment: &Assessment, next_change: Option<NaiveDate>, complete: bool) -> Vec<Line> {
        let (findings, growth) = (self.findings(assessment), self.growth(subject));
        let parts = ResultParts { findings: &findings, growth: growth.as_ref() };
        self.result_with(subject, assessment, parts, next_change, complete)
    }

    /// The findings in words, in the order of their urgency.
    pub(crate) fn findings(&self, assessment: &Assessment) -> Vec<Vec<Line>> {
        self.by_urgency(assessment).into_iter().map(|(_, finding)| self.finding(assessment, finding)).collect()
    }

    /// The whole result where some of its parts are in words already.
    pub(crate) fn result_with(
        &self,
        subject: &Subject,
        assessment: &Assessment,
        parts: ResultParts<'_>,
        next_change: Option<NaiveDate>,
        complete: bool,
    ) -> Vec<Line> {
        let mut lines = self.person(subject);
        lines.extend(self.headline_of_form(assessment, complete));
        if !assessment.findings.is_empty() {
            lines.push(Line::new(Role::Heading, self.words.say("heading_findings")));
        }
        let mut urgency = String::new();
        for ((rule, _), finding) in self.by_urgency(assessment).into_iter().zip(parts.findings) {
            let own = self.action_with_deadline(rule);
            if own != urgency {
                lines.push(Line::new(Role::Urgency(rule.action), own.as_str()));
                urgency = own;
            }
            lines.extend_from_slice(finding);
        }
        lines.extend(parts.growth.map(Self::growth_lines).unwrap_or_default());
        lines.extend(self.undetermined(assessment));
        lines.extend(self.next_change(subject, next_change));
        lines.push(self.pack_line());
        lines
    }

    /// A finding: what it is, what to do, why, and on what it rests.
    pub fn finding(&self, assessment: &Assessment, finding: &Finding) -> Vec<Line> {
        let Some(rule) = self.pack.rule(finding.rule) else { return Vec::new() };
        let mut lines = vec![
            Line::new(Role::Finding(rule.action), self.words.local(&rule.title)),
            Line::new(Role::Advice, self.words.local(&rule.advice)),
        ];
        lines.extend(self.reasons(assessment.because(finding)));
        lines.push(Line::new(Role::Source, self.source_line(rule)));
        lines
    }

    /// A heading that tells the members of a household apart.
    pub fn member(&self, id: &str) -> Line {
        Line::new(Role::Heading, format!("{} {id}", self.words.say("heading_person")))
    }

    /// The word of an action, as it stands on a screen.
    pub fn action_word(&self, action: Action) -> &'p str {
        self.words.say(&format!("action_{}", action.as_str()))
    }

    /// The word of a standing, as it stands on a screen.
    pub fn standing_word(&self, standing: Standing) -> &'p str {
        standing.action().map_or_else(|| self.words.say("undecidable"), |action| self.action_word(action))
    }

    /// The word of the result and the sentence with it. A person with an open danger sign is never called safe.
    pub fn headline(&self, assessment: &Assessment) -> Vec<Line> {
        self.headline_of_form(assessment, true)
    }

    /// The same where it is known whether every question of the form was answered. Nobody is called well before they are.
    pub fn headline_of_form(&self, assessment: &Assessment, complete: bool) -> Vec<Line> {
        let mut lines = match assessment.standing(self.pack, complete) {
            Standing::Undecidable => self.undecidable(assessment, complete),
            _ => self.decided(assessment),
        };
        lines.extend(self.needs_birth_day(assessment).map(|sentence| Line::new(Role::Sentence, sentence)));
        lines
    }

    fn undecidable(&self, assessment: &Assessment, complete: bool) -> Vec<Line> {
        let open = assessment.open_urgent(self.pack).next().map(|_| "not_clear_open_urgent");
        let why = open.or((!complete).then_some("not_clear_incomplete"));
        let word = Line::new(Role::Undecidable, self.standing_word(Standing::Undecidable));
        std::iter::once(word).chain(why.map(|why| Line::new(Role::Sentence, self.words.say(why)))).collect()
    }

    /// Why nobody can say how a child grows, and what to do about it; none where the day of birth is known or not needed.
    pub(crate) fn needs_birth_day(&self, assessment: &Assessment) -> Option<&'p str> {
        assessment.needs_birth_day.then(|| self.words.say("needs_birth_day"))
    }

    fn decided(&self, assessment: &Assessment) -> Vec<Line> {
        let action = assessment.action(self.pack);
        let within = self.deadline(assessment).map_or("", |within| self.within(within));
        let sentence = self.words.fill(&format!("result_{}", action.as_str()), &[("within", within)]);
        let mut lines = vec![Line::new(Role::Action(action), self.action_word(action)), Line::new(Role::Sentence, sentence)];
        if assessment.open_urgent(self.pack).next().is_some() {
            lines.push(Line::new(Role::Sentence, self.words.say("open_urgent")));
        }
        lines
    }

    /// The nearest deadline of all referrals.
    fn deadline(&self, assessment: &Assessment) -> Option<Within> {
        let rules = assessment.findings.iter().filter_map(|finding| self.pack.rule(finding.rule));
        rules.filter_map(|rule| rule.within).min()
    }

    /// The findings, the most urgent first; among them the nearest deadline first.
    pub fn by_urgency<'a>(&self, assessment: &'a Assessment) -> Vec<(&'p RuleSource, &'a Finding)> {
        let findings = assessment.findings.iter();
        let mut findings: Vec<_> = findings.filter_map(|finding| Some((self.pack.rule(finding.rule)?, finding))).collect();
        findings.sort_by_key(|(rule, _)| (Reverse(rule.action), rule.within));
        findings
    }

    pub(super) fn action_with_deadline(&self, rule: &RuleSource) -> String {
        let word = self.action_word(rule.action);
        match rule.within {
            Some(within) => format!("{word}, {}", self.within(within)),
            None => word.to_owned(),
        }
    }

    /// A deadline in words.
    pub(crate) fn within(&self, within: Within) -> &'p str {
        self.words.say(&format!("within_{}", within.as_str()))
    }

    /// How sure something is, in words.
    pub fn confidence_words(&self, confidence: Confidence) -> &'p str {
        self.words.say(&format!("confidence_{}", confidence.as_str()))
    }

    /// A date in words.
    pub fn date(&self, date: NaiveDate) -> String {
        self.words.date(date)
    }

    fn source_line(&self, rule: &RuleSource) -> String {
        let documents = documents::cited(self.pack.source(), &rule.source.value);
        let titles: Vec<&str> = documents.iter().map(|document| self.words.local(&document.title)).collect();
        let confidence = self.confidence_words(rule.confidence);
        self.words.fill("source_line", &[("source", &titles.join("; ")), ("confidence", confidence)])
    }

    /// Nothing is said of a day so far ahead that there will be many visits before it.
    fn next_change(&self, subject: &Subject, day: Option<NaiveDate>) -> Option<Line> {
        let text = match day {
            Some(day) if months_between(subject.on(), day) > MONTHS_AHEAD => return None,
            Some(day) => self.words.fill("next_change", &[("date", &self.words.date(day))]),
            None => self.words.say("next_change_none").to_owned(),
        };
        Some(Line::new(Role::Note, text))
    }

    fn pack_line(&self) -> Line {
        let meta = &self.pack.source().meta;
        let title = self.words.local(&meta.title);
        Line::new(Role::Note, self.words.fill("pack_version", &[("pack", title), ("version", &meta.version)]))
    }
}
