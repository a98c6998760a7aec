//! The command line tool `siklus`.

use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

use clap::Parser;
use siklus_cli::args::Arguments;
use siklus_cli::terminal::Terminal;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let terminal = Terminal::of_stdout(arguments.color);
    let answer = siklus_cli::run(&arguments.command, terminal);
    // A reader that closes the pipe early, like `head`, is no fault of the command.
    let _ = stderr().write_all(answer.err.as_bytes());
    let _ = stdout().write_all(answer.out.as_bytes());
    answer.status.into()
}
