//! The rules of the pack and the card of the library say the same of the weighings of a child.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::{Again, ChildGrowth, child_growth, growth};
use crate::fact::{Answer, FactId, Raw};
use crate::growth::monthly::MeasureAgain;
use crate::growth::{Index, NotAssessed};
use crate::person::{BirthDate, Precision, Sex};
use crate::screening::somebody::pack;
use crate::screening::{Assessment, BirthData, EarlierVisit, Input, Subject, assess};

/// What was recorded at a visit.
#[derive(Clone, Debug)]
struct Recorded {
    /// Days before today.
    ago: u64,
    /// In steps of 10 g; not weighed without.
    weight: Option<i64>,
    /// In mm; not measured without.
    length: Option<i64>,
    oedema: Option<bool>,
}

fn today() -> NaiveDate {
    "2026-03-17".parse().unwrap()
}

fn answers(visit: &Recorded) -> Vec<(FactId, Answer)> {
    let mut answers = Vec::new();
    let mut put = |id: &str, raw: Raw<'_>| {
        let fact = pack().dictionary().find(id).unwrap();
        answers.push((fact, pack().dictionary().read(fact, raw).unwrap()));
    };
    if let Some(weight) = visit.weight {
        put("weight_kg", Raw::Decimal(&format!("{}.{:02}", weight / 100, weight % 100)));
    }
    if let Some(length) = visit.length {
        put("height_cm", Raw::Decimal(&format!("{}.{}", length / 10, length % 10)));
    }
    if let Some(oedema) = visit.oedema {
        put("oedema_both_feet", Raw::Bool(oedema));
    }
    answers
}

fn child(sex: Sex, age_days: u64, visits: &[Recorded], birth_weight: Option<i64>) -> Input {
    let born = BirthDate::new(today() - Days::new(age_days), Precision::Day);
    let mut input = Input::new(today(), sex, born);
    input.birth = BirthData { weight_g: birth_weight, gestation_weeks: None };
    for visit in visits.iter().filter(|visit| visit.ago <= age_days) {
        match visit.ago {
            0 => input.facts = answers(visit),
            ago => input.history.push(EarlierVisit { on: today() - Days::new(ago), facts: answers(visit) }),
        }
    }
    input
}

/// Weights that go up and down from one weighing to the next, some of them beyond belief.
fn visits() -> impl Strategy<Value = Vec<Recorded>> {
    let steps = prop_oneof![4 => -30..100_i64, 1 => -300..900_i64];
    let visit = (
        1..32_u64,
        prop::option::weighted(0.85, steps),
        prop::option::weighted(0.5, -15..50_i64),
        prop::option::weighted(0.2, any::<bool>()),
    );
    (300..900_i64, prop::collection::vec(visit, 1..9), any::<bool>()).prop_map(|(first, visits, is_today)| {
        let (mut ago, mut weight, mut length, mut recorded) = (0, first, 700, Vec::new());
        for (place, (days, gain, grown, oedema)) in visits.into_iter().enumerate() {
            ago += if place == 0 && is_today { 0 } else { days };
            // Backwards in time what was gained is taken away.
            weight = (weight - gain.unwrap_or_default()).clamp(100, 2900);
            length = (length - grown.unwrap_or_default()).clamp(450, 1200);
            recorded.push(Recorded { ago, weight: gain.map(|_| weight), length: grown.map(|_| length), oedema });
        }
        recorded
    })
}

/// Whether a rule fires; none when it is open.
fn fires(assessment: &Assessment, id: &str) -> Option<bool> {
    let rule = pack().find_rule(id).unwrap();
    let is_open = assessment.undetermined.iter().any(|open| open.rule == rule);
    (!is_open).then(|| assessment.findings.iter().any(|finding| finding.rule == rule))
}

fn judged(input: &Input) -> (Assessment, ChildGrowth) {
    let subject = Subject::new(pack(), input).unwrap_or_else(|faults| panic!("{faults:?}"));
    (assess(pack(), &subject), child_growth(pack(), &subject).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rising_or_not_is_decided_alike(female: bool, age_days in 0..2000_u64, visits in visits(), birth_weight in prop::option::of(1500..4500_i64)) {
        let sex = if female { Sex::Female } else { Sex::Male };
        let (assessment, growth) = judged(&child(sex, age_days, &visits, birth_weight));
        let monthly = growth.monthly.unwrap();
        let rising = match monthly.gain {
            Ok(gain) => Some(!gain.is_below_minimum()),
            Err(reason) if reason.is_open() => None,
            Err(_) => Some(false),
        };
        prop_assert_eq!(fires(&assessment, "growth.weight_rising"), rising, "{:?}", monthly.gain);
        let not_rising = monthly.gain.map(|gain| gain.is_below_minimum());
        prop_assert_eq!(fires(&assessment, "growth.weight_not_rising"), not_rising.map_or_else(|reason| (!reason.is_open()).then_some(false), Some));
        prop_assert_eq!(fires(&assessment, "growth.weight_not_rising_2t") == Some(true), monthly.months_not_rising >= 2);
        prop_assert_eq!(fires(&assessment, "growth.weight_not_rising_3t") == Some(true), monthly.months_not_rising >= 3);
        prop_assert_eq!(fires(&assessment, "growth.weight_loss_5_percent") == Some(true), monthly.lost_too_much);
        prop_assert_eq!(fires(&assessment, "growth.weight_severely_low") == Some(true), monthly.below_red_line);
    }

    #[test]
    fn what_to_measure_again_is_decided_alike(female: bool, age_days in 0..2300_u64, visits in visits()) {
        let sex = if female { Sex::Female } else { Sex::Male };
        let (assessment, growth) = judged(&child(sex, age_days, &visits, None));
        let again = |why| growth.again.contains(&Again::Unlikely(why));
        prop_assert_eq!(fires(&assessment, "growth.remeasure_height") == Some(true), again(MeasureAgain::LengthFell));
        prop_assert_eq!(fires(&assessment, "growth.remeasure_weight") == Some(true), again(MeasureAgain::WeightChanged));
    }
}

/// Severe by itself, whatever the weight, and no weight-based index is told.
#[test]
fn oedema_leaves_no_weight_based_score_and_is_found_at_once() {
    let visit = Recorded { ago: 0, weight: Some(900), length: Some(750), oedema: Some(true) };
    let (assessment, growth) = judged(&child(Sex::Male, 400, &[visit], None));
    let weight_based = Index::ALL.into_iter().filter(|index| index.is_weight_based());
    assert!(weight_based.clone().all(|index| growth.indices.index(index) == Err(NotAssessed::Oedema)));
    assert!(growth.indices.lhfa.is_ok());
    assert_eq!(fires(&assessment, "growth.oedema"), Some(true));
    assert_eq!(assessment.action(pack()), crate::pack::source::Action::Emergency);
}

#[test]
fn a_flag_enters_no_class_and_asks_to_measure_again() {
    let visit = Recorded { ago: 0, weight: Some(300), length: None, oedema: None };
    let (assessment, growth) = judged(&child(Sex::Male, 400, &[visit], None));
    assert_eq!(growth.indices.wfa.unwrap().class, None);
    assert_eq!(growth.again, [Again::Flagged(Index::WeightForAge)]);
    assert_eq!(fires(&assessment, "growth.weight_severely_low"), Some(false));
}

#[test]
fn growth_ends_with_the_19th_birthday() {
    let of = |born: &str| {
        let input = Input::new(today(), Sex::Female, BirthDate::new(born.parse().unwrap(), Precision::Day));
        child_growth(pack(), &Subject::new(pack(), &input).unwrap()).is_some()
    };
    assert_eq!([of("2007-03-18"), of("2007-03-17")], [true, false]);
}

/// Of unknown age weight for length is told of who is surely small enough for its tables.
#[test]
fn without_a_day_of_birth_nobody_over_five_has_a_weight_for_length() {
    let of = |born: &str| {
        let visit = Recorded { ago: 0, weight: Some(1500), length: Some(1000), oedema: None };
        let mut input = child(Sex::Female, 1500, &[visit], None);
        input.born = BirthDate::new(born.parse().unwrap(), Precision::Month);
        growth(pack(), &Subject::new(pack(), &input).unwrap()).wflh.map(|score| score.flagged)
    };
    assert_eq!(of("2021-04-01"), Ok(false));
    assert_eq!(of("2021-03-01"), Err(NotAssessed::AgeUnknown));
}
