//! How large the cadre's app is: it is meant to stay thin.

use std::fmt;
use std::fs;
use std::path::Path;

use crate::workspace::Workspace;

const KOTLIN: &str = "android-demo/app/src/main/kotlin";
const RESOURCES: &str = "android-demo/app/src/main/res";

/// What the app is written in.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct App {
    lines: usize,
    of_code: usize,
    kotlin_bytes: usize,
    resource_bytes: usize,
}

/// Reads the sources of the app.
pub fn weigh(workspace: &Workspace) -> App {
    let mut app = App::default();
    each_file(&workspace.root().join(KOTLIN), &mut |text| app.add_kotlin(&String::from_utf8_lossy(text)));
    each_file(&workspace.root().join(RESOURCES), &mut |text| app.resource_bytes += text.len());
    app
}

impl App {
    fn add_kotlin(&mut self, text: &str) {
        self.kotlin_bytes += text.len();
        self.lines += text.lines().count();
        self.of_code += text.lines().filter(|line| is_code(line.trim())).count();
    }
}

/// Whether a line does something: no comment, no import, not empty.
fn is_code(line: &str) -> bool {
    !line.is_empty() && ["import ", "package ", "//", "/*", "*"].iter().all(|start| !line.starts_with(start))
}

fn each_file(folder: &Path, read: &mut impl FnMut(&[u8])) {
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            each_file(&path, read);
        } else if let Ok(text) = fs::read(&path) {
            read(&text);
        }
    }
}

impl fmt::Display for App {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kb = |bytes: usize| bytes.div_ceil(1000);
        write!(
            out,
            "The cadre's app: {} lines of Kotlin, {} of them code; {} kB of Kotlin, {} kB of resources",
            self.lines,
            self.of_code,
            kb(self.kotlin_bytes),
            kb(self.resource_bytes)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_imports_and_empty_lines_are_no_code() {
        let mut app = App::default();
        app.add_kotlin("package a\n\nimport b\n\n/** One. */\n/*\n * More.\n */\nval x = 1 // a remark\n");
        assert_eq!((app.lines, app.of_code), (9, 1));
    }

    #[test]
    fn the_app_is_found() {
        let app = weigh(&Workspace::at(concat!(env!("CARGO_MANIFEST_DIR"), "/..")));
        assert!(app.of_code > 100 && app.resource_bytes > 1000, "{app}");
    }
}
