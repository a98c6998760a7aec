//! `siklus pack doc`: pages made from a pack.

use std::fs;

use crate::args::DocArguments;
use crate::doc;
use crate::engine::Engine;
use crate::error::CliError;
use crate::files;
use crate::status::Answer;

/// The page of the immunisation schedule.
const SCHEDULE: &str = "immunisation.html";

/// Writes the pages into a folder, and says which.
pub fn run(arguments: &DocArguments) -> Result<Answer, CliError> {
    let engine = Engine::load(&arguments.packs)?;
    engine.check_language(&arguments.lang)?;
    let path = arguments.output.join(SCHEDULE);
    fs::create_dir_all(&arguments.output).map_err(|error| CliError::Unwritable { path: arguments.output.clone(), error })?;
    files::write(&path, &doc::page(engine.pack(), &arguments.lang))?;
    Ok(Answer::done(format!("{}\n", path.display())))
}
