//! The commands.

mod assess;
mod case;
mod chart;
mod check;
mod doc;
mod due;
mod growth;

use crate::args::{Command, PackCommand};
use crate::status::Answer;
use crate::terminal::Terminal;

/// Does what the arguments say.
pub fn run(command: &Command, terminal: Terminal) -> Answer {
    let answer = match command {
        Command::Pack { command: PackCommand::Check { dir, overlay } } => check::run(dir.as_deref(), overlay.as_deref(), terminal),
        Command::Pack { command: PackCommand::Doc(arguments) } => doc::run(arguments),
        Command::Case(arguments) => case::run(arguments),
        Command::Assess(arguments) => assess::run(arguments, terminal),
        Command::Due(arguments) => due::run(arguments, terminal),
        Command::Chart(arguments) => chart::run(arguments),
        Command::Growth(arguments) => growth::run(arguments),
    };
    answer.unwrap_or_else(Answer::from)
}
