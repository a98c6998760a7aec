//! `siklus chart`: draws the growth chart of the child in a case file.

use std::path::Path;

use siklus_core::growth::Index;
use siklus_core::growth::chart::NoChart;
use siklus_core::screening::growing;
use siklus_core::screening::render::{Renderer, ShownChart};

use crate::args::ChartArguments;
use crate::chart;
use crate::engine::Engine;
use crate::error::CliError;
use crate::files;
use crate::loading::{LoadedCase, load};
use crate::status::Answer;

/// Writes the drawing, and says in words what it shows.
pub fn run(arguments: &ChartArguments) -> Result<Answer, CliError> {
    if files::is_same(&arguments.output, &arguments.file) {
        return Err(CliError::SameFile);
    }
    let engine = Engine::load(&arguments.packs)?;
    engine.check_language(&arguments.lang)?;
    let LoadedCase::Person(subject, _) = load(&arguments.file, &engine)? else {
        return Err(CliError::Household { path: arguments.file.clone() });
    };
    let renderer = Renderer::new(engine.pack(), &arguments.lang);
    let ShownChart { title, choices, picture, spoken, source, .. } =
        renderer.growth_chart(&growing(engine.pack(), subject.input()), Some(arguments.index));
    let picture = picture.map_err(|reason| no_chart(&arguments.file, reason, &choices))?;
    files::write(&arguments.output, &chart::draw(&picture, &title, &source, arguments.zoom))?;
    Ok(Answer::done(spoken + "\n"))
}

fn no_chart(file: &Path, reason: NoChart, choices: &[(Index, String)]) -> CliError {
    let field = match reason {
        NoChart::SexUnknown => "person.sex",
        NoChart::BirthDayUnknown => "person.born_precision",
        NoChart::AgeOutside => "person.born",
        NoChart::NotDrawn => "--index",
    };
    let expected = match reason {
        NoChart::BirthDayUnknown => String::from("expected \"day\""),
        _ if choices.is_empty() => String::from("expected a child under 19 years"),
        _ => format!("expected one of: {}", choices.iter().map(|(index, _)| index.as_str()).collect::<Vec<_>>().join(", ")),
    };
    CliError::NoChart { path: file.to_owned(), field, reason, expected }
}
