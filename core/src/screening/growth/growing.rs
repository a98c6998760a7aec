//! All that was measured of a person, for a chart.

use crate::fact::{Answer, FactId, Value};
use crate::growth::chart::{Growing, Measured};
use crate::growth::{Child, Measure};
use crate::pack::Pack;
use crate::pack::growth_facts::{OEDEMA, POSITION, fact_of};
use crate::screening::Input;

/// A person and all that was measured at this visit and at earlier ones, for the growth chart of the day.
pub fn growing(pack: &Pack, input: &Input) -> Growing {
    let earlier = input.history.iter().map(|visit| (visit.on, &visit.facts));
    let visits = earlier.chain(std::iter::once((input.on, &input.facts)));
    let measured = visits.map(|(on, facts)| Measured { on, child: measures(pack, facts) }).collect();
    Growing { sex: Some(input.sex), born: Some(input.born), measured, on: input.on }
}

/// What was measured at a visit.
fn measures(pack: &Pack, facts: &[(FactId, Answer)]) -> Child {
    let dictionary = pack.dictionary();
    let value = |name| {
        let fact = dictionary.find(name)?;
        facts.iter().find(|(of, _)| *of == fact).and_then(|(_, answer)| answer.value())
    };
    let mut child = Child { oedema: value(OEDEMA) == Some(&Value::Bool(true)), ..Child::default() };
    if let Some(Value::Code(code)) = value(POSITION) {
        child.position = dictionary.code(*code).parse().ok();
    }
    for measure in Measure::ALL {
        if let Some(Value::Number(number)) = value(fact_of(measure)) {
            child.put(measure, *number);
        }
    }
    child
}
