//! The text of a case file as TOML: its tables, and the slips in its notation with their lines.

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use super::context::{field_on, path_of};
use super::fault::{CaseFault, CaseRule};
use super::lines::Lines;
use super::slip::Slip;
use super::vocabulary::Vocabulary;

/// A slip inside one value. It is reported with the field when the field is read.
pub(crate) struct PendingSlip {
    at: usize,
    slip: Slip,
}

/// What the parser made of the text.
pub(crate) struct Document<'t> {
    pub(crate) root: Spanned<DeValue<'t>>,
    /// Keys that stand twice, and everything else that is not tied to one value.
    pub(crate) faults: Vec<CaseFault>,
    pub(crate) slips: Vec<PendingSlip>,
    /// Whether the structure of the text is sound, so that what was read can be checked further.
    pub(crate) sound: bool,
}

impl<'t> Document<'t> {
    pub(crate) fn parse(text: &'t str, lines: &Lines<'t>, vocabulary: &Vocabulary<'_>) -> Self {
        let (table, errors) = DeTable::parse_recoverable(text);
        let root = Spanned::new(table.span(), DeValue::Table(table.into_inner()));
        let mut document = Self { root, faults: Vec::new(), slips: Vec::new(), sound: true };
        for error in &errors {
            document.add(error, lines, vocabulary);
        }
        document
    }

    fn add(&mut self, error: &Error, lines: &Lines<'_>, vocabulary: &Vocabulary<'_>) {
        // Only a key of too many parts is reported without a place.
        let span = error.span().unwrap_or_else(|| lines.longest_key()..lines.longest_key());
        let line = lines.line(span.start);
        if error.message() == "duplicate key" {
            let key = lines.slice(span.start, span.end).trim_matches(['"', '\'']);
            let field = path_of(key, line, lines);
            self.faults.push(CaseFault { line, field, rule: CaseRule::Twice });
            return;
        }
        let pending = PendingSlip { at: span.start, slip: Slip::from_message(error.message()) };
        if pending.slip.is_inside_a_value() {
            self.slips.push(pending);
            return;
        }
        self.sound = false;
        // One slip makes the parser stumble again behind it.
        if !self.faults.iter().any(|fault| fault.line == line && matches!(fault.rule, CaseRule::NotToml { .. })) {
            self.faults.push(pending.fault(&field_on(line, lines, vocabulary), lines));
        }
    }
}

impl PendingSlip {
    pub(crate) fn is_in(&self, value: &Spanned<DeValue<'_>>) -> bool {
        let span = value.span();
        (span.start..=span.end).contains(&self.at)
    }

    pub(crate) fn line(&self, lines: &Lines<'_>) -> usize {
        lines.line(self.at)
    }

    pub(crate) fn fault(&self, field: &str, lines: &Lines<'_>) -> CaseFault {
        CaseFault {
            line: self.line(lines),
            field: field.to_owned(),
            rule: CaseRule::NotToml { column: lines.column(self.at), slip: self.slip },
        }
    }
}
