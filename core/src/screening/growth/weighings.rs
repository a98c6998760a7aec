//! What was measured of a child at its visits, month by month.

use super::measured::MeasuredFacts;
use crate::growth::monthly::{Card, MeasureAgain, Measured, MonthlyDecision, Tables, Today, Weighing, measure_again};
use crate::growth::{Length, Measure, Outcome, Weight};
use crate::screening::Subject;

/// N or T and what else the weighings say.
pub(super) fn decide(subject: &Subject, facts: &MeasuredFacts<'_>, tables: &Tables, wfa: Outcome) -> MonthlyDecision {
    let weighings: Vec<_> = oldest_first(subject).filter_map(|visit| weighing(subject, facts, visit)).collect();
    let birth_weight = subject.input().birth.weight_g.and_then(|grams| Weight::from_grams(grams.try_into().ok()?));
    let card = Card {
        sex: subject.sex(),
        born: subject.input().born,
        birth_weight,
        weighings: &weighings,
        minimum: &tables.minimum,
        limits: &tables.monthly,
    };
    card.decide(&Today { on: subject.on(), oedema: facts.oedema(subject, 0), wfa })
}

/// What of today's measures does not fit to the earlier ones, or to the age.
pub(super) fn unlikely(subject: &Subject, facts: &MeasuredFacts<'_>, tables: &Tables) -> Vec<MeasureAgain> {
    let mut visits: Vec<_> = oldest_first(subject).filter_map(|visit| measured(subject, facts, visit)).collect();
    let Some(today) = visits.pop() else { return Vec::new() };
    measure_again(subject.input().born, &today, &visits, &tables.again)
}

/// Where the visits stand in the subject; today's is 0.
fn oldest_first(subject: &Subject) -> impl Iterator<Item = usize> {
    (0..=subject.input().history.len()).rev()
}

fn weighing(subject: &Subject, facts: &MeasuredFacts<'_>, visit: usize) -> Option<Weighing> {
    let weight = Weight::from_kg(facts.number(Measure::Weight, subject, visit)?)?;
    Some(Weighing { on: subject.day_of_visit(visit)?, weight, oedema: facts.oedema(subject, visit) })
}

fn measured(subject: &Subject, facts: &MeasuredFacts<'_>, visit: usize) -> Option<Measured> {
    Some(Measured {
        on: subject.day_of_visit(visit)?,
        length: facts.number(Measure::Length, subject, visit).and_then(Length::from_cm),
        position: facts.position(subject, visit),
        weight: facts.number(Measure::Weight, subject, visit).and_then(Weight::from_kg),
    })
}
