//! The note that tells a health worker of somebody. It leaves the phone by a message, so it holds nothing by which a stranger knows the
//! person, and nothing that brands her or was said alone.

use super::Renderer;
use crate::pack::source::{Action, RuleSource};
use crate::screening::{Assessment, Finding, Subject};

/// A name longer than this is cut off.
const LONGEST_SENDER: usize = 80;

/// Of whom a note speaks.
#[derive(Clone, Copy, Default)]
pub struct Referred<'a> {
    /// The name. Only its initials are told.
    pub name: Option<&'a str>,
    /// Rukun tetangga, the neighbourhood.
    pub rt: Option<&'a str>,
}

/// Who sends a note, as far as that is known.
#[derive(Clone, Copy, Default)]
pub struct NoteSender<'a> {
    /// The name of the cadre.
    pub cadre: Option<&'a str>,
    /// The name of the Posyandu.
    pub posyandu: Option<&'a str>,
}

impl std::fmt::Debug for Referred<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Referred(hidden)")
    }
}

impl std::fmt::Debug for NoteSender<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NoteSender(hidden)")
    }
}

impl<'p> Renderer<'p> {
    /// A note on what a health worker must know: urgency, day, initials, RT and age group, the titles of the findings that refer, or of those
    /// to report where nothing refers. What is private, or less urgent, is told only as something to talk about. None when nothing was found
    /// that a health worker must know.
    pub fn referral_note(&self, subject: &Subject, assessment: &Assessment, of: Referred<'_>, from: NoteSender<'_>) -> Option<String> {
        let mut found = self.by_urgency(assessment);
        found.retain(|(rule, _)| rule.action >= Action::Report);
        let (most_urgent, _) = found.first()?;
        let visit = self.words.fill("visit_on", &[("date", &self.words.date(subject.on()))]);
        let mut lines = vec![self.action_with_deadline(most_urgent), visit, self.note_person(subject, of)];
        lines.extend(self.note_findings(&found));
        if assessment.open_urgent(self.pack).next().is_some() {
            lines.push(self.words.say("note_open").to_owned());
        }
        lines.push(self.note_sender(from));
        lines.push(self.words.say("note_end").to_owned());
        Some(lines.join("\n"))
    }

    fn note_person(&self, subject: &Subject, of: Referred<'_>) -> String {
        let initials = of.name.map(initials).filter(|initials| !initials.is_empty());
        let rt = of.rt.map(|rt| self.words.fill("note_rt", &[("rt", rt)]));
        let parts: Vec<_> = initials.into_iter().chain(rt).chain([self.describe(subject.input()).age_group]).collect();
        self.words.fill("note_person", &[("person", &parts.join(self.words.say("list_separator")))])
    }

    fn note_findings(&self, found: &[(&'p RuleSource, &Finding)]) -> Vec<String> {
        let refers = found.iter().any(|(rule, _)| rule.action >= Action::Refer);
        let is_told =
            |rule: &RuleSource, finding: &Finding| (rule.action >= Action::Refer || !refers) && !self.pack.finds_private(finding.rule);
        let (told, kept): (Vec<_>, Vec<_>) = found.iter().partition(|(rule, finding)| is_told(rule, finding));
        let mut lines = Vec::with_capacity(told.len() + 2);
        for (rule, _) in told {
            let line = self.words.fill("note_finding", &[("finding", self.words.local(&rule.title))]);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        if !lines.is_empty() {
            lines.insert(0, self.words.say("note_findings").to_owned());
        }
        lines.extend((!kept.is_empty()).then(|| self.words.say("note_more").to_owned()));
        lines
    }

    fn note_sender(&self, from: NoteSender<'_>) -> String {
        let named = |text: &str, name: Option<&str>| {
            let name = name.map(one_line).filter(|name| !name.is_empty())?;
            Some(self.words.fill(text, &[("name", &name)]))
        };
        let parts: Vec<_> = named("note_cadre", from.cadre).into_iter().chain(named("note_posyandu", from.posyandu)).collect();
        let sender =
            if parts.is_empty() { self.words.say("note_from_cadre").to_owned() } else { parts.join(self.words.say("list_separator")) };
        self.words.fill("note_from", &[("sender", &sender)])
    }
}

/// The first letter of each word, as "S.C.".
fn initials(name: &str) -> String {
    let letters = name.split_whitespace().filter_map(|word| word.chars().find(|letter| letter.is_alphabetic()));
    letters.map(|letter| letter.to_uppercase().collect::<String>() + ".").collect()
}

/// A name as one line without signs that steer the reader's screen.
fn one_line(name: &str) -> String {
    let plain: String = name.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(LONGEST_SENDER).collect()
}
