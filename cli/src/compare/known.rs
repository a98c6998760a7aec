//! Ids that a case expects and the pack does not hold. An id that no rule bears would agree with every `absent`.

use std::collections::BTreeSet;

use super::filter::Filter;
use crate::case::{CaseFault, CaseRule, ExpectedId, ResultExpectation};
use crate::near::nearest;

/// A fault for each id that is compared and is none of the `rules`.
pub fn unknown_ids(expected: &ResultExpectation, rules: &BTreeSet<&str>, filter: &Filter) -> Vec<CaseFault> {
    let lists = [&expected.findings, &expected.absent, &expected.undetermined, &expected.decided];
    let compared = lists.into_iter().flatten().filter(|expected| filter.takes(&expected.id));
    compared.filter(|expected| !rules.contains(expected.id.as_str())).map(|expected| fault(expected, rules)).collect()
}

fn fault(expected: &ExpectedId, rules: &BTreeSet<&str>) -> CaseFault {
    let nearest = nearest(&expected.id, rules.iter().copied());
    let rule = CaseRule::NoFinding { id: expected.id.clone(), nearest };
    CaseFault { line: expected.line, field: expected.field.clone(), rule }
}
