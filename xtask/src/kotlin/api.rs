//! The interface of the Kotlin library, as the compiler left it: what an app can call, one line each. It is written down in `api.txt`, so
//! that a change of it is seen.

use std::fs;

use super::{at, file_failure};
use crate::console;
use crate::run::{Failure, Run};
use crate::workspace::Workspace;

const WRITTEN: &str = "api.txt";
const CLASSES: &str = "bindings/kotlin/target/classes/id/siklus";
const PACKAGE: &str = "id.siklus";
/// What is generated is no part of the interface.
const GENERATED: &str = "id.siklus.ffi";
/// What the Kotlin compiler adds for itself, and what takes something internal: no app can call it.
const NOT_FOR_APPS: [&str; 3] = ["access$", "DefaultConstructorMarker", "id.siklus.internal."];

/// Fails when the interface differs from the one that is written down.
pub fn compare(workspace: &Workspace) -> Result<(), Failure> {
    let now = read(workspace)?;
    let written = fs::read_to_string(at(workspace, WRITTEN)).unwrap_or_default();
    let changes = changes(&written, &now);
    if changes.is_empty() {
        return Ok(());
    }
    changes.iter().for_each(console::line);
    Err(Failure::Missing {
        what: format!("the interface of the Kotlin library has changed in {} lines", changes.len()),
        help: "If apps can live with that: cargo xtask api --accept, and say it in CHANGELOG.md.".into(),
    })
}

/// Writes down the interface.
pub fn accept(workspace: &Workspace) -> Result<(), Failure> {
    let path = at(workspace, WRITTEN);
    fs::write(&path, read(workspace)?).map_err(|error| file_failure(&path, &error))
}

fn read(workspace: &Workspace) -> Result<String, Failure> {
    let files = workspace.files(CLASSES, "class");
    let names = files.iter().filter_map(|file| file.file_stem()?.to_str());
    let classes: Vec<String> = names.map(|name| format!("{PACKAGE}.{name}")).collect();
    let folder = at(workspace, "target/classes");
    let told = Run::program("javap", &["-protected", "-cp"]).with([folder]).with(classes).output(workspace);
    let interface = told.as_deref().map(public_part).unwrap_or_default();
    if interface.is_empty() || interface.contains(GENERATED) {
        return Err(Failure::Missing {
            what: format!("the interface is empty or names {GENERATED}"),
            help: "Build it first: cargo xtask kotlin. No public function may take or give what is generated.".into(),
        });
    }
    Ok(interface)
}

/// The public classes of what javap tells, with their members.
fn public_part(told: &str) -> String {
    let mut kept = String::new();
    let mut public = false;
    for line in told.lines().filter(|line| !line.starts_with("Compiled from")) {
        if !line.starts_with([' ', '}']) {
            public = line.starts_with("public ");
        }
        if public && !NOT_FOR_APPS.iter().any(|word| line.contains(word)) {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// The lines that are only in one of two texts.
fn changes(before: &str, now: &str) -> Vec<String> {
    let only = |sign: &'static str, here: &str, there: &str| -> Vec<String> {
        let there: Vec<(&str, &str)> = members(there);
        let lines = members(here).into_iter().filter(|line| !there.contains(line));
        lines.map(|(class, line)| format!("{sign} {class} {}", line.trim())).collect()
    };
    [only("-", before, now), only("+", now, before)].concat()
}

/// Each line with the class in which it stands.
fn members(text: &str) -> Vec<(&str, &str)> {
    let mut class = "";
    let mut members = Vec::new();
    for line in text.lines() {
        if !line.starts_with([' ', '}']) {
            class = line.trim_end_matches(" {");
        }
        members.push((class, line));
    }
    members
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLD: &str = "Compiled from \"A.kt\"\npublic final class id.siklus.A {\n  public void close();\n  \
                        public static final void access$x(id.siklus.A);\n}\nfinal class id.siklus.A$b$1 {\n  public void run();\n}\n";
    const KEPT: &str = "public final class id.siklus.A {\n  public void close();\n}\n";

    #[test]
    fn only_what_apps_can_call_is_kept() {
        assert_eq!(public_part(TOLD), KEPT);
    }

    #[test]
    fn a_change_is_told_with_its_class() {
        let now = KEPT.replace("close()", "close(int)");
        let class = "public final class id.siklus.A";
        assert_eq!(changes(KEPT, KEPT), Vec::<String>::new());
        assert_eq!(changes(KEPT, &now), [format!("- {class} public void close();"), format!("+ {class} public void close(int);")]);
    }
}
