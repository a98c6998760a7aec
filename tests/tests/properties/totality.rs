//! Every rule, judged at, above and below each of its limits, at the ages around its own, and with each fact missing or unknown: there is
//! always an answer, and every rule can come out either way.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};
use siklus_core::fact::{Answer, FactId, FactKind, Number, Value};
use siklus_core::pack::source::{AgeUnit, Window};
use siklus_core::person::first_day_of_age_months;
use siklus_core::screening::{Input, Subject};
use siklus_tests::Person;
use siklus_tests::answers::Question;
use siklus_tests::limits::Reads;
use siklus_tests::packs::{OneRule, State, embedded, limits};
use siklus_tests::people::People;
use siklus_tests::rng::Rng;

use super::run::{rounds, seed};

/// So many people are tried around each limit of a rule.
const PEOPLE: u64 = 5;
/// So many more to see a rule fire and not fire.
const MOST_PEOPLE: u64 = 10_000;
/// Rules without an age are about mothers.
const MOTHERS: Window = Window { unit: AgeUnit::Years, from: 15, to: Some(45) };

/// A rule and a person of whom it fires.
type Example = (&'static str, fn() -> Person);

/// Rules to which random answers come too seldom.
const EXAMPLES: &[Example] = &[
    ("bmi.overweight_not_better", || {
        let boy = Person::man().aged_years(10).fact("weight_kg", "39.0").fact("height_cm", "140.0");
        boy.earlier(2025, 11, 1, &[("weight_kg", "36.5"), ("height_cm", "139.0")])
    }),
    ("child.cough_simple", || Person::man().aged_months(24).yes("cough").fact("cough_days", "2").no("fever")),
    ("growth.weight_not_rising_3t", || {
        let months = [(2025, 11), (2025, 12), (2026, 1), (2026, 2)];
        let weighed = |child: Person, (year, month)| child.earlier(year, month, 10, &[("weight_kg", "8.0")]);
        months.into_iter().fold(Person::woman().aged_months(10).fact("weight_kg", "8.0"), weighed)
    }),
    ("immunization.complete_for_age", || Person::woman().aged_months(1).yes("service_record_checked").dose("hb0", 2026, 2, 2)),
    ("immunization.date_to_check", || Person::woman().aged_months(10).dose("pcv.1", 2025, 5, 20)),
    ("pregnancy.weight_gain_fast", || {
        let woman = Person::woman().pregnant_for(25, 0).fact("weight_kg", "60.0");
        woman.earlier(2026, 1, 26, &[("weight_kg", "54.0")])
    }),
    ("skilas.negative", || {
        let man = Person::man().aged_years(70).yes("skilas_date_correct").yes("skilas_place_correct").fact("skilas_words_recalled", "3");
        let man = man.fact("chair_rise_seconds", "14.0").fact("weight_loss_3_months_kg", "0.0").no("clothes_looser");
        let man = man.no("appetite_or_eating_problem").fact("muac_cm", "25.0").no("skilas_eye_problem").no("skilas_eye_on_treatment");
        man.yes("skilas_finger_test_passed").fact("skilas_whisper", "heard").no("skilas_sad").no("skilas_no_interest")
    }),
];

#[test]
fn every_rule_has_an_answer_around_each_of_its_limits_and_can_fire() {
    let mut never = Vec::new();
    for (index, (id, reads)) in limits().rules().enumerate() {
        let mut rng = Rng::of_round(seed(), index as u64);
        let states = states(id, reads, &mut rng);
        let lacks = [State::Fires, State::No].into_iter().filter(|state| !states.contains(state));
        never.extend(lacks.map(|state| format!("{id} is never {state:?}")));
    }
    let help = "if a person can be found of whom it fires, add one to EXAMPLES";
    assert!(never.is_empty(), "with SIKLUS_SEED={} ({help}):\n{}", seed(), never.join("\n"));
}

fn states(id: &str, reads: &Reads, rng: &mut Rng) -> Vec<State> {
    let mut rule = OneRule::new(id);
    let examples = EXAMPLES.iter().filter(|(of, _)| *of == id);
    let mut states: Vec<_> = examples.map(|(_, person)| rule.state(&person().subject(embedded()))).collect();
    for number in 0..MOST_PEOPLE {
        let around = number < rounds(PEOPLE);
        if !around && states.contains(&State::Fires) && states.contains(&State::No) {
            break;
        }
        let base = person(reads, rng);
        let inputs = if around { variants(&base, reads) } else { vec![base] };
        for input in inputs {
            // What is refused, as a systolic pressure below the diastolic one, is an answer too.
            states.extend(Subject::new(embedded(), &input).ok().map(|subject| rule.state(&subject)));
        }
    }
    states
}

/// A person near the ages of a rule who answered much of what it reads: everything, or less; most with yes, or with no, or as it comes.
fn person(reads: &Reads, rng: &mut Rng) -> Input {
    let people = People::new(embedded(), limits());
    let window = rng.pick(&reads.windows).copied().unwrap_or(MOTHERS);
    let mut input = people.without_answers(window, rng);
    let answered = *rng.pick(&[100, 95, 60, 20]).unwrap_or(&100);
    let lean = rng.below(4);
    for fact in reads.facts.iter().filter(|_| rng.percent(answered)).copied().collect::<Vec<_>>() {
        let answer = if rng.percent(8) && !is_setting(fact) { Some(Answer::Unknown) } else { answer(fact, reads, lean, &input, rng) };
        Question::Fact(fact).put(&mut input, answer);
    }
    if let Some(answer) = near_birth(reads, &input, rng) {
        input.facts.retain(|(fact, _)| *fact != answer.0);
        input.facts.push(answer);
    }
    if reads.history {
        let facts: Vec<_> = reads.facts.iter().copied().filter(|fact| !is_setting(*fact)).collect();
        people.add_visits(&mut input, &facts, rng);
    }
    input
}

fn answer(fact: FactId, reads: &Reads, lean: usize, input: &Input, rng: &mut Rng) -> Option<Answer> {
    let answers = Question::Fact(fact).candidates(embedded(), &reads.numbers, input.on);
    let last = answers.len().checked_sub(1)?;
    let place = match lean {
        1 if rng.percent(85) => 0,
        2 if rng.percent(85) => last,
        3 if rng.percent(60) => return anywhere(fact, rng),
        _ => rng.below(answers.len()),
    };
    answers.get(place).cloned()
}

/// Of a newborn a weight a little above or below that at birth.
fn near_birth(reads: &Reads, input: &Input, rng: &mut Rng) -> Option<(FactId, Answer)> {
    let weight = embedded().dictionary().find("weight_kg").filter(|weight| reads.facts.contains(weight))?;
    let born = input.birth.weight_g.filter(|_| !reads.birth.is_empty() && rng.percent(70))?;
    let percent = *rng.pick(&[89, 90, 95, 100, 101]).unwrap_or(&100);
    Some((weight, Answer::Known(Value::Number(Number::decimal(born * percent / 1000, 2)?))))
}

/// A number far from all limits.
fn anywhere(fact: FactId, rng: &mut Rng) -> Option<Answer> {
    let FactKind::Number { step, min, max, .. } = &embedded().dictionary().get(fact).kind else { return None };
    let steps = max.unwrap_or(Number::integer(1000)).sub(min.unwrap_or(Number::ZERO))?.div(*step)?.to_integer()?;
    let number = step.mul(Number::integer(rng.between(0, steps)))?.add(min.unwrap_or(Number::ZERO))?;
    Some(Answer::Known(Value::Number(number)))
}

/// The person with each answer around each limit, with each fact missing and unknown, and at the ages around those of the rule.
fn variants(base: &Input, reads: &Reads) -> Vec<Input> {
    let birth =
        [Question::BirthWeight, Question::BirthGestation].into_iter().filter(|question| reads.birth.contains(question.name(embedded())));
    let mut found = vec![base.clone()];
    for question in reads.facts.iter().copied().map(Question::Fact).chain(birth) {
        let known = question.candidates(embedded(), &reads.numbers, base.on).into_iter().map(Some);
        let unknown = matches!(question, Question::Fact(fact) if !is_setting(fact)).then_some(Some(Answer::Unknown));
        for answer in known.chain([None]).chain(unknown) {
            let mut input = base.clone();
            question.put(&mut input, answer);
            found.push(input);
        }
    }
    let ages: BTreeSet<_> = reads.windows.iter().flat_map(|window| days_around(base, window)).collect();
    found.extend(ages.into_iter().map(|on| Input { on, ..base.clone() }));
    found
}

/// The days on which the person enters and leaves a window, and those beside them.
fn days_around(base: &Input, window: &Window) -> Vec<NaiveDate> {
    let born = base.born.effective();
    let day_of = |age: i32| match window.unit {
        AgeUnit::Days => born.checked_add_signed(TimeDelta::days(age.into())),
        AgeUnit::Months => first_day_of_age_months(born, age),
        AgeUnit::Years => first_day_of_age_months(born, 12 * age),
    };
    let turns = [day_of(window.from), window.to.and_then(|to| day_of(to + 1))];
    turns
        .into_iter()
        .flatten()
        .flat_map(|day| [day.pred_opt(), Some(day), day.succ_opt()])
        .flatten()
        .filter(|day| *day >= base.on)
        .collect()
}

fn is_setting(fact: FactId) -> bool {
    embedded().dictionary().get(fact).is_setting()
}
