//! A random person as a case file, made as small as the failure allows.

use std::fmt::Write;

use siklus_core::fact::{Answer, FactId, Value};
use siklus_core::pack::Pack;
use siklus_core::person::PregnancyDate;
use siklus_core::screening::{Input, Subject};

/// The person in the form of a case file.
pub fn case_text(pack: &Pack, input: &Input) -> String {
    let mut text = format!("on = {}\n[person]\nsex = \"{}\"\nborn = {}\n", input.on, input.sex.as_str(), input.born.effective());
    if input.born.is_estimated() {
        let _ = writeln!(text, "born_precision = \"{}\"", input.born.precision().as_str());
    }
    match input.pregnancy {
        Some(PregnancyDate::Lmp(day)) => _ = write!(text, "[pregnancy]\nlmp = {day}\n"),
        Some(PregnancyDate::Edd(day)) => _ = write!(text, "[pregnancy]\nedd = {day}\n"),
        None => {}
    }
    if let Some(day) = input.delivery {
        let _ = write!(text, "[delivery]\non = {day}\n");
    }
    text.push_str(&birth(input));
    for visit in &input.history {
        let _ = write!(text, "[[history]]\non = {}\nfacts = {{ {} }}\n", visit.on, facts(pack, &visit.facts, ", "));
    }
    for dose in &input.doses {
        let service = pack.source().services.get(usize::from(dose.service.0));
        let _ = writeln!(text, "[[doses]]\ncode = \"{}\"", service.map_or("", |service| &service.id.value));
        text.push_str(&dose.on.map_or(String::new(), |on| format!("on = {on}\n")));
    }
    text + "[facts]\n" + &facts(pack, &input.facts, "\n")
}

fn birth(input: &Input) -> String {
    let weight = input.birth.weight_g.map(|grams| format!("weight_g = {grams}\n"));
    let gestation = input.birth.gestation_weeks.map(|weeks| format!("gestation_weeks = {weeks}\n"));
    let lines: String = weight.into_iter().chain(gestation).collect();
    if lines.is_empty() { lines } else { format!("[birth]\n{lines}") }
}

fn facts(pack: &Pack, facts: &[(FactId, Answer)], between: &str) -> String {
    let fact = |(id, answer): &(FactId, Answer)| format!("{} = {}", pack.dictionary().get(*id).id, answer_text(pack, *id, answer));
    facts.iter().map(fact).collect::<Vec<_>>().join(between)
}

/// An answer as a case file spells it.
pub fn answer_text(pack: &Pack, fact: FactId, answer: &Answer) -> String {
    let dictionary = pack.dictionary();
    match answer {
        Answer::Unknown => "\"unknown\"".into(),
        Answer::Known(Value::Bool(value)) => value.to_string(),
        Answer::Known(Value::Number(number)) => number.to_string(),
        Answer::Known(Value::Date(date)) => date.to_string(),
        Answer::Known(Value::Text(text)) => format!("{text:?}"),
        Answer::Known(Value::Code(code)) => format!("{:?}", dictionary.code(*code)),
        Answer::Known(Value::Codes(codes)) => {
            let choices = dictionary.get(fact).kind.choices();
            let codes = codes.iter().filter_map(|place| choices.get(place)).map(|choice| format!("{:?}", dictionary.code(choice.code)));
            format!("[{}]", codes.collect::<Vec<_>>().join(", "))
        }
    }
}

/// The smallest person that still fails: answers, visits, doses and episodes are taken away one by one.
pub fn shrink(pack: &Pack, input: &Input, fails: &mut dyn FnMut(&Input) -> bool) -> Input {
    let mut smallest = input.clone();
    loop {
        let smaller = smaller_ones(&smallest).into_iter().find(|input| Subject::new(pack, input).is_ok() && fails(input));
        match smaller {
            Some(smaller) => smallest = smaller,
            None => return smallest,
        }
    }
}

fn smaller_ones(input: &Input) -> Vec<Input> {
    let mut found = Vec::new();
    let mut without = |change: &dyn Fn(&mut Input)| {
        let mut smaller = input.clone();
        change(&mut smaller);
        found.push(smaller);
    };
    if !input.doses.is_empty() {
        without(&|input| input.doses.clear());
    }
    if !input.history.is_empty() {
        without(&|input| input.history.clear());
    }
    if input.pregnancy.is_some() {
        without(&|input| input.pregnancy = None);
    }
    if input.delivery.is_some() {
        without(&|input| input.delivery = None);
    }
    if input.birth.weight_g.is_some() {
        without(&|input| input.birth.weight_g = None);
    }
    if input.birth.gestation_weeks.is_some() {
        without(&|input| input.birth.gestation_weeks = None);
    }
    let half = input.facts.len() / 2;
    if half > 1 {
        without(&|input| input.facts.truncate(half));
        without(&|input| _ = input.facts.drain(..half));
    }
    for index in 0..input.facts.len() {
        without(&|input| _ = input.facts.remove(index));
    }
    for index in 0..input.doses.len() {
        without(&|input| _ = input.doses.remove(index));
    }
    for visit in 0..input.history.len() {
        without(&|input| _ = input.history.remove(visit));
        for index in 0..input.history[visit].facts.len() {
            without(&|input| _ = input.history[visit].facts.remove(index));
        }
    }
    found
}
