//! `siklus assess`: judges one case file and says what was found and why.

use serde::Serialize;
use siklus_core::pack::Pack;
use siklus_core::screening::render::{Line, Renderer};
use siklus_core::screening::{Subject, assess, due, growth, next_change_on};

use crate::args::AssessArguments;
use crate::draw::draw;
use crate::engine::Engine;
use crate::error::CliError;
use crate::json::{JsonWriter, MemberJson, PersonJson};
use crate::loading::{LoadedCase, LoadedHousehold, load};
use crate::status::Answer;
use crate::terminal::Terminal;

/// Said for a household, whose own findings and index need a module that the core does not have yet.
const HOUSEHOLD_NOT_JUDGED: &str = "siklus: the rules on the household itself and its index are not judged yet, only its members\n";

/// Judges the person or the members of the household in a file.
pub fn run(arguments: &AssessArguments, terminal: Terminal) -> Result<Answer, CliError> {
    let engine = Engine::load(&arguments.packs)?;
    engine.check_language(&arguments.lang)?;
    let case = load(&arguments.file, &engine)?;
    let out = match arguments.json {
        true => json(&case, engine.pack(), &arguments.lang),
        false => text(&case, engine.pack(), &arguments.lang, terminal),
    };
    let err = match case {
        LoadedCase::Person(..) => String::new(),
        LoadedCase::Household(_) => HOUSEHOLD_NOT_JUDGED.to_owned(),
    };
    Ok(Answer { err, ..Answer::done(out) })
}

fn text(case: &LoadedCase, pack: &Pack, language: &str, terminal: Terminal) -> String {
    let renderer = Renderer::new(pack, language);
    let lines = match case {
        LoadedCase::Person(subject, _) => result(&renderer, pack, subject),
        LoadedCase::Household(household) => household_lines(&renderer, pack, household),
    };
    draw(&lines, terminal)
}

fn household_lines(renderer: &Renderer<'_>, pack: &Pack, household: &LoadedHousehold) -> Vec<Line> {
    let members = household.members.iter().flat_map(|(id, subject)| {
        let mut lines = vec![renderer.member(id)];
        lines.extend(result(renderer, pack, subject));
        lines
    });
    members.collect()
}

fn result(renderer: &Renderer<'_>, pack: &Pack, subject: &Subject) -> Vec<Line> {
    renderer.result(subject, &assess(pack, subject), next_change_on(pack, subject))
}

fn json(case: &LoadedCase, pack: &Pack, language: &str) -> String {
    let writer = JsonWriter::new(pack, language);
    match case {
        LoadedCase::Person(subject, _) => pretty(&writer.case(person(&writer, pack, subject))),
        LoadedCase::Household(household) => {
            let members = household.members.iter().map(|(id, subject)| MemberJson { id, person: person(&writer, pack, subject) });
            pretty(&writer.household(members.collect()))
        }
    }
}

fn person<'a>(writer: &JsonWriter<'a>, pack: &Pack, subject: &Subject) -> PersonJson<'a> {
    let due = due(pack, subject);
    writer.person(&assess(pack, subject), &due, &growth(pack, subject), next_change_on(pack, subject))
}

fn pretty(object: &impl Serialize) -> String {
    // Neither keys nor values of these objects are of a kind that JSON does not have.
    serde_json::to_string_pretty(object).map_or_else(|_| String::new(), |text| text + "\n")
}
