//! How large the program is that is shipped, and the pack in it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::row::Row;
use super::targets::{SizeOf, SizeTarget};
use crate::console;
use crate::run::{Failure, Run};
use crate::workspace::Workspace;

/// The pack as the build of the core leaves it.
const PACK: &str = "ilp.json.deflate";

/// Builds the program as it is shipped, and weighs it.
pub fn rows(workspace: &Workspace, targets: &[SizeTarget]) -> Result<Vec<Row>, Failure> {
    console::heading("Building siklus as it is shipped");
    let build = Run::cargo(&["build", "--release", "--locked", "--package", "siklus-cli", "--bin", "siklus"]);
    build.run(workspace)?;
    let told = build.with(["--message-format", "json"]).output(workspace).unwrap_or_default();
    let messages: Vec<Value> = told.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    targets.iter().map(|target| row(target, &messages, workspace)).collect()
}

fn row(target: &SizeTarget, messages: &[Value], workspace: &Workspace) -> Result<Row, Failure> {
    let size = |path: Option<PathBuf>| path.and_then(|path| fs::metadata(path).ok()).map(|file| file.len());
    let bytes = match target.of {
        SizeOf::Pack => size(pack(messages)),
        SizeOf::Siklus => size(program(messages)),
        SizeOf::Memory => told(workspace, &["--bench", "memory"]),
        SizeOf::Pin => told(workspace, &["--bench", "pin", "--", "memory"]),
    };
    bytes.map(|bytes| Row::of_size(&target.name, bytes, target.at_most_kb)).ok_or_else(|| Failure::Missing {
        what: format!("no file to weigh for: {}", target.name),
        help: "The build of siklus left none; see xtask/src/bench/sizes.rs.".into(),
    })
}

/// The bytes that a benchmark of memory prints on its last line.
fn told(workspace: &Workspace, bench: &[&str]) -> Option<u64> {
    let run = Run::cargo(&["bench", "--locked", "--package", "siklus-core", "--features", super::FEATURES]).with(bench);
    run.output(workspace)?.lines().last()?.trim().parse().ok()
}

/// Where cargo says that the program lies.
fn program(messages: &[Value]) -> Option<PathBuf> {
    messages.iter().rev().find_map(|message| message.get("executable")?.as_str().map(PathBuf::from))
}

/// Where cargo says that the build script of the core left the pack.
fn pack(messages: &[Value]) -> Option<PathBuf> {
    let folders = messages.iter().filter_map(|message| message.get("out_dir")?.as_str());
    folders.map(|folder| Path::new(folder).join(PACK)).find(|pack| pack.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_where_cargo_says() {
        let messages = [
            serde_json::json!({ "reason": "compiler-artifact", "executable": null }),
            serde_json::json!({ "reason": "compiler-artifact", "executable": "/t/release/siklus" }),
            serde_json::json!({ "reason": "build-finished" }),
        ];
        assert_eq!(program(&messages), Some(PathBuf::from("/t/release/siklus")));
        assert_eq!(pack(&messages), None);
    }

    #[test]
    fn what_is_not_there_has_no_size() {
        let target = SizeTarget { name: "pack".into(), of: SizeOf::Pack, at_most_kb: None };
        assert!(row(&target, &[], &Workspace::at(env!("CARGO_MANIFEST_DIR"))).is_err());
    }
}
