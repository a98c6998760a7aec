//! `siklus due`: the personal calendar of a case file.

use chrono::{Months, NaiveDate};
use serde::Serialize;
use siklus_core::pack::Pack;
use siklus_core::screening::render::{Line, Renderer};
use siklus_core::screening::{PlannedDay, Subject, due, plan};

use crate::args::DueArguments;
use crate::draw::draw;
use crate::engine::Engine;
use crate::error::CliError;
use crate::json::{DueJson, JsonWriter};
use crate::loading::{LoadedCase, load};
use crate::status::Answer;
use crate::terminal::Terminal;

/// How far the calendar looks ahead where nothing is said.
const MONTHS_AHEAD: Months = Months::new(12);

#[derive(Serialize)]
struct CalendarJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    member: Option<&'a str>,
    due: Vec<DueJson<'a>>,
    plan: Vec<PlanJson<'a>>,
}

#[derive(Serialize)]
struct PlanJson<'a> {
    on: String,
    codes: Vec<&'a str>,
}

/// Prints the calendar of the person, or of each member of the household.
pub fn run(arguments: &DueArguments, terminal: Terminal) -> Result<Answer, CliError> {
    let engine = Engine::load(&arguments.packs)?;
    engine.check_language(&arguments.lang)?;
    let case = load(&arguments.file, &engine)?;
    let people: Vec<(Option<&str>, &Subject<'_>)> = match &case {
        LoadedCase::Person(subject, _) => vec![(None, subject)],
        LoadedCase::Household(household) => household.members.iter().map(|(id, subject)| (Some(id.as_str()), subject)).collect(),
    };
    let pack = engine.pack();
    Ok(Answer::done(if arguments.json { json(&people, pack, arguments) } else { text(&people, pack, arguments, terminal) }))
}

fn until(arguments: &DueArguments, subject: &Subject<'_>) -> NaiveDate {
    arguments.until.or_else(|| subject.on().checked_add_months(MONTHS_AHEAD)).unwrap_or(subject.on())
}

fn text(people: &[(Option<&str>, &Subject<'_>)], pack: &Pack, arguments: &DueArguments, terminal: Terminal) -> String {
    let renderer = Renderer::new(pack, &arguments.lang);
    let of_one = |(id, subject): &(Option<&str>, &Subject<'_>)| {
        let calendar = renderer.calendar(subject, until(arguments, subject));
        let mut lines: Vec<Line> = id.iter().map(|id| renderer.member(id)).collect();
        lines.extend(renderer.calendar_lines(subject, &calendar));
        lines
    };
    draw(&people.iter().flat_map(of_one).collect::<Vec<_>>(), terminal)
}

fn json(people: &[(Option<&str>, &Subject<'_>)], pack: &Pack, arguments: &DueArguments) -> String {
    let writer = JsonWriter::new(pack, &arguments.lang);
    let planned = |day: &PlannedDay| PlanJson {
        on: day.on.to_string(),
        codes: day.doses.iter().map(|service| pack.service_code(*service)).collect(),
    };
    let objects = people.iter().map(|(member, subject)| CalendarJson {
        member: *member,
        due: due(pack, subject).iter().map(|due| writer.due(due)).collect(),
        plan: plan(pack, subject, until(arguments, subject)).iter().map(planned).collect(),
    });
    let objects: Vec<_> = objects.collect();
    // Neither keys nor values of these objects are of a kind that JSON does not have.
    let text = match objects.as_slice() {
        [one] if one.member.is_none() => serde_json::to_string_pretty(one),
        several => serde_json::to_string_pretty(several),
    };
    text.map_or_else(|_| String::new(), |text| text + "\n")
}
