//! From one file to the other, in constant memory.

use std::fs::File;
use std::io::{BufReader, Read, Write};
use std::path::Path;

use csv::{ByteRecord, Reader, ReaderBuilder, Writer};
use indicatif::{ProgressBar, ProgressStyle};
use siklus_core::growth::batch::Outcomes;
use siklus_core::growth::prevalence::Prevalence;
use siklus_core::growth::{Child, Growth, Index};

use super::children::Children;
use super::fields::{Fault, Fields};
use super::header::Header;
use super::{results, summary};
use crate::error::CliError;

/// Rows that are assessed at once.
const ROWS: usize = 4096;

/// How many rows there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub rows: u64,
    /// Those that could not be read; each stands in the output with the reason.
    pub unread: u64,
}

/// Assesses every row of a file and writes it with its results. The output appears when it is complete.
pub fn assess_file(input: &Path, output: &Path, summary: Option<&Path>) -> Result<Counts, CliError> {
    let unreadable = |error| CliError::Unreadable { path: input.to_owned(), error };
    let file = File::open(input).map_err(unreadable)?;
    let bar = progress(file.metadata().map_err(unreadable)?.len());
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(BufReader::new(bar.wrap_read(file)));
    let partial = output.with_added_extension("part");
    let written = assess(&mut reader, input, (output, &partial), summary).and_then(|counts| {
        std::fs::rename(&partial, output).map_err(|error| CliError::Unwritable { path: output.to_owned(), error })?;
        Ok(counts)
    });
    if written.is_err() {
        let _ = std::fs::remove_file(&partial);
    }
    bar.finish_and_clear();
    written
}

/// Writes to `partial`; an error names the output, which is what was asked for.
fn assess<R: Read>(
    reader: &mut Reader<R>,
    input: &Path,
    (output, partial): (&Path, &Path),
    summary: Option<&Path>,
) -> Result<Counts, CliError> {
    let unreadable = |error: csv::Error| CliError::Unreadable { path: input.to_owned(), error: error.into() };
    let unwritable = |error: csv::Error| CliError::Unwritable { path: output.to_owned(), error: error.into() };
    let header = Header::read(reader.byte_headers().map_err(unreadable)?);
    let header = header.map_err(|fault| CliError::Faults(format!("{}:1: {fault}\n", input.display())))?;
    let mut writer = Writer::from_path(partial).map_err(unwritable)?;
    writer.write_byte_record(&first_line(&header)).map_err(unwritable)?;
    let (mut batch, mut prevalence, mut counts) = (Batch::default(), Prevalence::default(), Counts::default());
    while batch.read(reader, &header).map_err(unreadable)? {
        batch.write(&mut writer, &header, &mut prevalence).map_err(unwritable)?;
        counts.rows += batch.rows.len() as u64;
        counts.unread += batch.rows.iter().filter(|(_, fault)| fault.is_some()).count() as u64;
    }
    writer.flush().map_err(|error| CliError::Unwritable { path: output.to_owned(), error })?;
    if let Some(path) = summary {
        summary::write(&prevalence, path).map_err(|error| CliError::Unwritable { path: path.to_owned(), error: error.into() })?;
    }
    Ok(counts)
}

fn first_line(header: &Header) -> ByteRecord {
    let mut line: ByteRecord = header.kept_names().collect();
    results::columns().for_each(|column| line.push_field(column.as_bytes()));
    line
}

/// On a terminal alone.
fn progress(bytes: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {percent}% {bytes}/{total_bytes} {eta}");
    ProgressBar::new(bytes).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// Rows, the children in them, and what the standards say of them. Its memory serves every batch.
#[derive(Default)]
struct Batch {
    rows: Vec<(ByteRecord, Option<Fault>)>,
    children: Children,
    outcomes: Outcomes,
}

impl Batch {
    /// Reads the next rows; false when there are none. A row that cannot be read is a child of whom nothing is known.
    fn read<R: Read>(&mut self, reader: &mut Reader<R>, header: &Header) -> csv::Result<bool> {
        self.rows.clear();
        self.children.clear();
        let mut record = ByteRecord::new();
        while self.rows.len() < ROWS && reader.read_byte_record(&mut record)? {
            let child = Fields { header, record: &record }.child();
            self.children.push(child.as_ref().unwrap_or(&Child::default()));
            self.rows.push((record.clone(), child.err()));
        }
        Ok(!self.rows.is_empty())
    }

    fn write<W: Write>(&mut self, writer: &mut Writer<W>, header: &Header, prevalence: &mut Prevalence) -> csv::Result<()> {
        let columns = self.children.columns();
        self.outcomes.fill(&columns, &Index::ALL).map_err(std::io::Error::other)?;
        for (row, (record, fault)) in self.rows.iter().enumerate() {
            let mut line: ByteRecord = header.kept(record).collect();
            match fault {
                Some(fault) => results::write_fault(&mut line, fault),
                None => results::write(&mut line, &columns.child(row), &self.outcomes.row(row)),
            }
            writer.write_byte_record(&line)?;
            count(prevalence, &columns.child(row), &self.outcomes.row(row));
        }
        Ok(())
    }
}

fn count(prevalence: &mut Prevalence, child: &Child, growth: &Growth) {
    if let Some(sex) = child.sex {
        Index::ALL.into_iter().for_each(|index| prevalence.add(sex, child.age, index, growth.index(index)));
    }
}
