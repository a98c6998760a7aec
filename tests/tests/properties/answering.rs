//! An answer more makes nothing less certain.

use siklus_core::screening::{Input, Scratch, Subject, assess_with};
use siklus_tests::Person;
use siklus_tests::answers::Question;
use siklus_tests::packs::{OneRule, Rules, State, embedded, limits};
use siklus_tests::people::open_questions;
use siklus_tests::rng::Rng;

use super::run::{Fault, for_people};

/// A rule of which an answer more may make a finding undetermined.
struct Exception {
    rule: &'static str,
    why: &'static str,
    /// The person with the finding, and the answer that takes it away.
    example: fn() -> (Person, &'static str, &'static str),
}

const MEAN: &str = "the mean is that of the last two readings; one more may bring it down, and then the other branch of the rule is open";
const OEDEMA: &str = "oedema takes the z-scores away that weight enters, and what else would fire the rule is open";
const CLASS: &str = "out of school the age stands for the class, in which nothing may be due yet, and the card is open";
const LAST: &str = "the last reading counts; with the first number of a repeat the other one is open";

#[rustfmt::skip]
const EXCEPTIONS: &[Exception] = &[
    Exception { rule: "adherence.dm_no_medicine_uncontrolled", why: MEAN, example: || one_reading_more(
        Person::man().yes("dm_diagnosed").no("dm_medicine_at_home"),
    ) },
    Exception { rule: "adherence.ht_no_medicine_uncontrolled", why: MEAN, example: || one_reading_more(
        Person::man().yes("ht_diagnosed").no("ht_medicine_at_home"),
    ) },
    Exception { rule: "bmi.central_obesity_risk", why: MEAN, example: || one_reading_more(Person::man().fact("waist_cm", "100")) },
    Exception { rule: "bmi.obese_refer", why: MEAN, example: || one_reading_more(
        Person::man().fact("weight_kg", "90.0").fact("height_cm", "160.0"),
    ) },
    Exception { rule: "glucose.check_due", why: MEAN, example: || one_reading_more(Person::man().no("glucose_checked_last_year")) },
    Exception { rule: "growth.implausible", why: OEDEMA, example: || (
        Person::woman().aged_months(30).fact("weight_kg", "59.99"), "oedema_both_feet", "true",
    ) },
    Exception { rule: "growth.implausible_confirmed", why: OEDEMA, example: || (
        Person::woman().aged_months(30).fact("weight_kg", "59.99").yes("measurement_repeated"), "oedema_both_feet", "true",
    ) },
    Exception { rule: "nutrition.supplementary_food_missing", why: OEDEMA, example: || (
        Person::woman().aged_months(14).fact("weight_kg", "7.0").no("supplementary_food_received"), "oedema_both_feet", "true",
    ) },
    Exception { rule: "postpartum.hypertension", why: LAST, example: || repeat_begun(
        Person::woman().delivered_days_ago(10).fact("systolic_mmhg", "145").fact("diastolic_mmhg", "80"),
    ) },
    Exception { rule: "pregnancy.blood_pressure_rise", why: LAST, example: || repeat_begun(
        Person::woman().pregnant_for(20, 0).fact("booking_diastolic_mmhg", "60").fact("systolic_mmhg", "110").fact("diastolic_mmhg", "80"),
    ) },
    Exception { rule: "pregnancy.hypertension", why: LAST, example: || repeat_begun(
        Person::woman().pregnant_for(20, 0).fact("systolic_mmhg", "145").fact("diastolic_mmhg", "80"),
    ) },
    Exception { rule: "school_age.bias_incomplete", why: CLASS, example: || (
        Person::woman().aged_years(6).fact("school_class", "1"), "in_school", "false",
    ) },
    Exception { rule: "tb_adult.risk_with_symptom", why: OEDEMA, example: || (
        Person::man().aged_years(12).fact("weight_kg", "25.0").fact("height_cm", "150.0").yes("tb_weight_loss"), "oedema_both_feet", "true",
    ) },
];

/// 150 over 95, and a second reading that its last number makes whole: the mean is then 125 over 78.
fn one_reading_more(person: Person) -> (Person, &'static str, &'static str) {
    let person = person.fact("systolic_mmhg", "150").fact("diastolic_mmhg", "95").fact("systolic_2_mmhg", "100");
    (person, "diastolic_2_mmhg", "60")
}

fn repeat_begun(person: Person) -> (Person, &'static str, &'static str) {
    (person, "systolic_repeat_mmhg", "120")
}

#[test]
fn an_answer_never_turns_a_finding_into_an_open_question() {
    let mut scratch = Scratch::new();
    let mut rules = Rules::default();
    for_people(1500, |input, subject, rng| {
        let open = open_questions(embedded(), input);
        let found = assess_with(embedded(), subject, &mut scratch).findings;
        let ids = found.iter().filter_map(|finding| embedded().rule(finding.rule)).map(|rule| rule.id.value.as_str());
        ids.filter(|id| !is_exception(id)).find_map(|id| {
            let alone = rules.get(id);
            open.iter().filter(|question| reads(id, **question)).find_map(|question| turns(alone, id, input, *question, rng))
        })
    });
}

/// Whether one of some random answers turns the finding of a rule into an open question.
fn turns(alone: &mut OneRule, id: &str, input: &Input, question: Question, rng: &mut Rng) -> Fault {
    let candidates = question.candidates(embedded(), &limits().rule(id).numbers, input.on);
    for answer in (0..4).filter_map(|_| rng.pick(&candidates)) {
        let mut answered = input.clone();
        question.put(&mut answered, Some(answer.clone()));
        let Ok(subject) = Subject::new(embedded(), &answered) else { continue };
        if alone.state(&subject) == State::Undetermined {
            return Some(format!("{id} fires, and with {} it is undetermined", question.said(embedded(), answer)));
        }
    }
    None
}

/// Whether a rule reads a fact, or a fact whose answer opens or closes one that it reads.
fn reads(id: &str, question: Question) -> bool {
    let Question::Fact(wanted) = question else { return true };
    let gates = |fact| embedded().dictionary().get(fact).gates.iter().map(|gate| gate.fact);
    limits().rule(id).facts.iter().any(|fact| *fact == wanted || gates(*fact).any(|gate| gate == wanted))
}

#[test]
fn each_exception_is_one() {
    for exception in EXCEPTIONS {
        let (person, fact, answer) = (exception.example)();
        let mut rule = OneRule::new(exception.rule);
        assert_eq!(rule.state(&person.subject(embedded())), State::Fires, "{}: {}", exception.rule, exception.why);
        let after = rule.state(&person.fact(fact, answer).subject(embedded()));
        assert_eq!(after, State::Undetermined, "{} is no exception any more", exception.rule);
    }
}

fn is_exception(id: &str) -> bool {
    EXCEPTIONS.iter().any(|exception| exception.rule == id)
}
