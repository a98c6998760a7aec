//! `open` and `missing` of a rule that cannot be decided: questions that can be asked, and the shortest way out.

use siklus_core::fact::Answer;
use siklus_core::screening::{Input, Scratch, Subject, Undetermined, assess_with};
use siklus_tests::Person;
use siklus_tests::answers::Question;
use siklus_tests::packs::{OneRule, Rules, State, embedded, limits};
use siklus_tests::people::{applies, is_open};
use siklus_tests::rng::Rng;

use super::run::{Fault, for_people};

/// Answers to a set of questions are all tried up to this number, and above it so many at random.
const TRIES: usize = 3000;
/// No proper part of `missing` is tried above this number of questions.
const MOST: usize = 4;

type MakePerson = fn() -> Person;

/// People whose way out is easily missed: what they answered keeps a sum or product from crossing a limit, one answer serves two parts, or
/// the answer that takes a branch opens a question in it.
#[rustfmt::skip]
const HARD: &[(&str, MakePerson)] = &[
    ("bmi.obese_refer", || Person::man().aged_years(40).fact("weight_kg", "140.0")),
    ("cancer.lung_risk", || Person::woman().aged_years(54).no("lung_cancer_family")),
    ("cancer.lung_risk", || Person::woman().aged_years(71).no("lung_cancer_family").fact("smoking", "none")),
    ("cancer.lung_risk", || Person::woman().aged_years(45).no("lung_cancer_family")),
    ("copd.puma_high", || Person::man().aged_years(61).fact("smoking_years", "3")),
    ("copd.puma_low", || Person::man().aged_years(61).fact("smoking_years", "3")),
    ("glucose.check_due", || Person::woman().delivered_days_ago(33).no("glucose_checked_last_year").fact("weight_kg", "0.51")),
    ("infant.no_urine_12h", || {
        let infant = Person::man().aged_days(29).no("lethargic").no("urine_dark");
        infant.no("green_or_milk_vomit").no("urine_under_6_times").no("weak_suck")
    }),
    ("nutrition.meals_too_few", || Person::man().aged_months(7)),
    ("older_adult.needs_home_care", || {
        let man = Person::man().aged_years(80).no("has_carer").fact("aks_bladder", "2").fact("aks_dressing", "2");
        man.fact("aks_grooming", "1").fact("aks_toilet", "2").fact("aks_transfer", "3").fact("aks_walking", "2")
    }),
    ("pregnancy.blood_pressure_rise", || {
        Person::woman().pregnant_for(20, 0).fact("systolic_mmhg", "70").fact("diastolic_mmhg", "40")
    }),
    ("pregnancy.supplementary_food_missing", || {
        Person::woman().pregnant_for(20, 0).no("supplementary_food_received").fact("weight_before_pregnancy_kg", "91.1")
    }),
];

#[test]
fn the_way_out_is_found_where_it_is_easily_missed() {
    let faults: Vec<_> = HARD.iter().filter_map(|(rule, person)| fault_of(rule, &person())).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn fault_of(rule: &str, person: &Person) -> Fault {
    let (input, subject) = (person.input(embedded()), person.subject(embedded()));
    let found = assess_with(embedded(), &subject, &mut Scratch::new()).undetermined;
    let undetermined = found.iter().find(|undetermined| id(undetermined) == rule).expect(rule);
    way_out(&input, undetermined, &mut Rules::default(), &mut Rng::new(1))
}

#[test]
fn open_questions_can_be_asked_and_missing_is_a_part_of_them() {
    let mut scratch = Scratch::new();
    for_people(600, |input, subject, _| {
        let assessment = assess_with(embedded(), subject, &mut scratch);
        assessment.undetermined.iter().find_map(|undetermined| {
            let asked = |question: &Question| is_open(embedded(), input, *question);
            let (open, missing) = questions(undetermined);
            let cannot = open.iter().find(|question| !asked(question));
            let beside = missing.iter().find(|question| !open.contains(question));
            let nothing = missing.is_empty().then(|| "waits for nothing".to_owned());
            let cannot = cannot.map(|question| format!("waits for {}, which cannot be asked", question.name(embedded())));
            let beside = beside.map(|question| format!("misses {}, for which it does not wait", question.name(embedded())));
            Some(format!("{} {}", id(undetermined), cannot.or(beside).or(nothing)?))
        })
    });
}

#[test]
fn missing_decides_the_rule_and_no_part_of_it_does() {
    let mut scratch = Scratch::new();
    let mut rules = Rules::default();
    for_people(600, |input, subject, rng| {
        let mut undetermined = assess_with(embedded(), subject, &mut scratch).undetermined;
        undetermined.retain(|undetermined| !is_exception(input, undetermined));
        rng.shuffle(&mut undetermined);
        undetermined.iter().take(12).find_map(|undetermined| way_out(input, undetermined, &mut rules, rng))
    });
}

fn is_exception(input: &Input, undetermined: &Undetermined) -> bool {
    let (_, missing) = questions(undetermined);
    missing.iter().any(|question| narrowed(input, *question)) || asks_for_a_flag(undetermined)
}

/// Whether a rule is false for a weight that cannot be: it asks whether that is certain, which an answer may make it.
fn asks_for_a_flag(undetermined: &Undetermined) -> bool {
    limits().rule(id(undetermined)).names.contains("gain_can_be_judged")
}

/// Whether a number is one of a blood pressure whose other number is recorded. That one narrows what this one can be, so that the limit
/// that would decide the rule may be out of reach.
fn narrowed(input: &Input, question: Question) -> bool {
    let name = question.name(embedded());
    let other = match name.contains("systolic") {
        true => name.replace("systolic", "diastolic"),
        false => name.replace("diastolic", "systolic"),
    };
    let other = embedded().dictionary().find(&other).map(Question::Fact).filter(|other| *other != question);
    other.is_some_and(|other| matches!(other.answer(input), Some(Answer::Known(_))))
}

fn way_out(input: &Input, undetermined: &Undetermined, rules: &mut Rules, rng: &mut Rng) -> Fault {
    let id = id(undetermined);
    let rule = rules.get(id);
    let (_, missing) = questions(undetermined);
    let mut search = Search { id, rule, input, rng };
    if search.deciding(&missing).is_none() {
        return Some(format!("{id}: no answers to {} decide it", names(&missing)));
    }
    parts(&missing).into_iter().filter(|part| can_be_asked(input, part)).find_map(|part| {
        let answers = search.deciding(&part)?;
        let said: Vec<_> = part.iter().zip(&answers).map(|(question, answer)| question.said(embedded(), answer)).collect();
        Some(format!("{id} misses {}, but {} decides it", names(&missing), said.join(" and ")))
    })
}

/// Looks for answers that decide a rule.
struct Search<'a> {
    id: &'a str,
    rule: &'a mut OneRule,
    input: &'a Input,
    rng: &'a mut Rng,
}

impl Search<'_> {
    fn deciding(&mut self, questions: &[Question]) -> Option<Vec<Answer>> {
        let numbers = &limits().rule(self.id).numbers;
        let candidates: Vec<_> = questions.iter().map(|question| question.candidates(embedded(), numbers, self.input.on)).collect();
        let all = candidates.iter().try_fold(1_usize, |all, answers| all.checked_mul(answers.len())).filter(|all| *all <= TRIES);
        (0..all.unwrap_or(TRIES)).find_map(|turn| {
            let answers = match all {
                Some(_) => in_turn(&candidates, turn),
                None => self.at_random(&candidates, turn),
            };
            self.decides(questions, &answers).then_some(answers)
        })
    }

    /// Some turns lean to the first answers, as yes, others to the last ones.
    fn at_random(&mut self, candidates: &[Vec<Answer>], turn: usize) -> Vec<Answer> {
        let place = |rng: &mut Rng, answers: &[Answer]| match turn % 3 {
            1 if rng.percent(80) => 0,
            2 if rng.percent(80) => answers.len() - 1,
            _ => rng.below(answers.len()),
        };
        candidates.iter().map(|answers| answers[place(self.rng, answers)].clone()).collect()
    }

    /// Whether these answers decide the rule. What an answer before it makes needless is not asked.
    fn decides(&mut self, questions: &[Question], answers: &[Answer]) -> bool {
        let mut input = self.input.clone();
        questions.iter().zip(answers).for_each(|(question, answer)| question.put(&mut input, Some(answer.clone())));
        for question in questions {
            if let Question::Fact(fact) = question
                && !applies(embedded(), &input, *fact)
            {
                question.put(&mut input, None);
            }
        }
        Subject::new(embedded(), &input).is_ok_and(|subject| self.rule.state(&subject) != State::Undetermined)
    }
}

fn in_turn(candidates: &[Vec<Answer>], mut turn: usize) -> Vec<Answer> {
    let mut next = |answers: &Vec<Answer>| {
        let place = turn % answers.len();
        turn /= answers.len();
        answers[place].clone()
    };
    candidates.iter().map(&mut next).collect()
}

/// Every proper part that is not empty; none of a set that is too large.
fn parts(set: &[Question]) -> Vec<Vec<Question>> {
    if set.len() > MOST {
        return Vec::new();
    }
    let part = |mask: usize| (0..set.len()).filter(|bit| mask & 1 << bit != 0).map(|bit| set[bit]).collect();
    (1..(1 << set.len()) - 1).map(part).collect()
}

/// A fact behind a gate that is open is asked only with the gate.
fn can_be_asked(input: &Input, part: &[Question]) -> bool {
    let gates = |question: &Question| match question {
        Question::Fact(fact) => embedded().dictionary().get(*fact).gates.iter().map(|gate| Question::Fact(gate.fact)).collect(),
        _ => Vec::new(),
    };
    part.iter().flat_map(gates).all(|gate| part.contains(&gate) || !is_open(embedded(), input, gate))
}

fn questions(undetermined: &Undetermined) -> (Vec<Question>, Vec<Question>) {
    let of = |facts: &[_]| facts.iter().map(|fact| Question::of(embedded(), *fact)).collect();
    (of(&undetermined.open), of(&undetermined.missing))
}

fn id(undetermined: &Undetermined) -> &'static str {
    embedded().rule(undetermined.rule).map(|rule| rule.id.value.as_str()).unwrap_or_default()
}

fn names(questions: &[Question]) -> String {
    questions.iter().map(|question| question.name(embedded())).collect::<Vec<_>>().join(" and ")
}
