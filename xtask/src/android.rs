//! Whether what apps on phones use compiles for them. Linking needs the NDK; checking needs only the standard library of the target.

use std::path::Path;

use crate::console;
use crate::run::{Failure, Run};
use crate::summary::Outcome;
use crate::workspace::Workspace;

/// What phones in use have.
const TARGETS: [&str; 2] = ["aarch64-linux-android", "armv7-linux-androideabi"];
/// Where SQLCipher would be linked from. Nothing is linked, so anything that is there will do.
const ANY_FOLDER: &str = ".";

/// Checks the types of the native library for each kind of phone, or says why that is not possible here.
pub fn check(workspace: &Workspace) -> Result<Outcome, Failure> {
    let (there, lacking): (Vec<&str>, Vec<&str>) = TARGETS.into_iter().partition(|target| is_ready(workspace, target));
    there.into_iter().try_for_each(|target| types(workspace, target))?;
    if lacking.is_empty() {
        return Ok(Outcome::Passed);
    }
    let targets = lacking.join(" ");
    console::line(format_args!("skipped: {targets} cannot be installed here; where the network allows: rustup target add {targets}"));
    Ok(Outcome::Skipped)
}

fn is_ready(workspace: &Workspace, target: &str) -> bool {
    is_there(workspace, target)
        || (Run::program("rustup", &["target", "add", target]).run(workspace).is_ok() && is_there(workspace, target))
}

fn is_there(workspace: &Workspace, target: &str) -> bool {
    let folder = Run::program("rustc", &["--print", "target-libdir", "--target", target]).output(workspace);
    folder.is_some_and(|folder| Path::new(folder.trim()).is_dir())
}

fn types(workspace: &Workspace, target: &str) -> Result<(), Failure> {
    Run::cargo(&["check", "--quiet", "--locked", "--package", "siklus-ffi", "--no-default-features", "--features", "sqlcipher"])
        .with(["--target", target])
        .env("RUSTFLAGS", "-Dwarnings")
        .env("SQLCIPHER_LIB_DIR", ANY_FOLDER)
        .help("Mend what is named above; it compiles on this machine, but not on a phone.")
        .run(workspace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_that_does_not_exist_is_not_there() {
        assert!(!is_there(&Workspace::at("."), "siklus-no-such-target"));
    }
}
