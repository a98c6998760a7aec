//! Parts of the Rust toolchain that a fresh machine may lack. rust-toolchain.toml pins the toolchain; rustup brings it, but not
//! where its automatic installation is switched off.

use crate::console;
use crate::run::{Failure, Run};
use crate::workspace::Workspace;

const PARTS: [&str; 2] = ["rustfmt", "clippy-driver"];

/// Installs what the toolchain lacks, or says which command does.
pub fn complete(workspace: &Workspace) -> Result<(), Failure> {
    let lacking: Vec<&str> = PARTS.into_iter().filter(|part| !is_there(workspace, part)).collect();
    let rustup = Run::program("rustup", &["--version"]).output(workspace).is_some();
    match remedy(&lacking, rustup) {
        Remedy::Nothing => Ok(()),
        Remedy::Install => {
            console::line(format_args!("the toolchain lacks {}", lacking.join(", ")));
            // Without a name rustup installs what rust-toolchain.toml asks for.
            Run::program("rustup", &["toolchain", "install"])
                .help("rustup needs its server for this; rust-toolchain.toml names the toolchain and its parts.")
                .run(workspace)
        }
        Remedy::Tell => Err(Failure::Missing {
            what: format!("the toolchain lacks {}", lacking.join(", ")),
            help: String::from(
                "Install rustup and run `rustup toolchain install` here, or install rustfmt and clippy of the version in rust-toolchain.toml.",
            ),
        }),
    }
}

fn is_there(workspace: &Workspace, part: &str) -> bool {
    Run::program(part, &["--version"]).output(workspace).is_some()
}

/// What to do about parts that are lacking.
#[derive(Debug, PartialEq, Eq)]
pub enum Remedy {
    /// None is.
    Nothing,
    /// Something is there that can install them.
    Install,
    /// Only the developer can.
    Tell,
}

/// What to do, by whether there is something that can install parts.
pub fn remedy(lacking: &[&str], installer: bool) -> Remedy {
    match (lacking.is_empty(), installer) {
        (true, _) => Remedy::Nothing,
        (false, true) => Remedy::Install,
        (false, false) => Remedy::Tell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complete_toolchain_is_left_alone() {
        assert_eq!(remedy(&[], true), Remedy::Nothing);
        assert_eq!(remedy(&[], false), Remedy::Nothing);
    }

    #[test]
    fn what_is_lacking_is_installed_by_rustup_or_named() {
        assert_eq!(remedy(&["rustfmt"], true), Remedy::Install);
        assert_eq!(remedy(&["rustfmt"], false), Remedy::Tell);
    }
}
