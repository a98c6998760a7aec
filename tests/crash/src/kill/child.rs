//! The process that is killed.

use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use siklus_core::store::Options;

use crate::line::Line;
use crate::place::pack;
use crate::seed::of_round;
use crate::writer::{Habits, Writer};

const HABITS: Habits = Habits { answers: 9, sections: 6, checkpoints: 4 };

/// A process that writes.
pub struct Child {
    process: std::process::Child,
    lines: Receiver<String>,
}

impl Child {
    /// Starts this program again to write into a store. It waits for [`Child::go`] with everything loaded.
    ///
    /// # Errors
    /// Those of the system.
    pub fn start(program: &Path, store: &Path, seed: u64, round: u64) -> io::Result<Self> {
        let mut command = Command::new(program);
        command.arg("write").arg(store).args(["--seed", &seed.to_string(), "--round", &round.to_string()]);
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let (sender, lines) = channel();
        let output = process.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        thread::spawn(move || BufReader::new(output).lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Ok(Self { process, lines })
    }

    /// Lets it begin.
    ///
    /// # Errors
    /// When it is not there any more.
    pub fn go(&mut self) -> io::Result<()> {
        self.process.stdin.as_mut().map_or(Ok(()), |input| input.write_all(b"go\n"))
    }

    /// What it prints.
    pub fn lines(&self) -> &Receiver<String> {
        &self.lines
    }

    /// Kills it, without a chance to do anything more; whether it was still there.
    ///
    /// # Errors
    /// Those of the system.
    pub fn kill(&mut self) -> io::Result<bool> {
        self.process.kill()?;
        Ok(self.process.wait()?.code().is_none())
    }

    /// What it does: writes until it is killed. Every line is out before the next call.
    ///
    /// # Errors
    /// What the store refuses; a killed writer never comes to that.
    pub fn write(store: &Path, seed: u64, round: u64) -> Result<(), String> {
        drop(pack());
        io::stdin().lock().read_line(&mut String::new()).map_err(|error| error.to_string())?;
        let tell = |line: &Line| writeln!(io::stdout(), "{line}").and_then(|()| io::stdout().flush()).expect("someone who reads");
        let mut writer = Writer::new(store.to_owned(), Options::default(), HABITS, of_round(seed, round), tell);
        loop {
            writer.act().map_err(|error| format!("{error:?}"))?;
        }
    }
}
