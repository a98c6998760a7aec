//! Where the tools come from: Android's SDK where `ANDROID_HOME` names one, otherwise Debian and Maven Central.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::GATHERED;
use crate::console;
use crate::kotlin::maven;
use crate::packages::{self, APKSIGNER, ZIPALIGN};
use crate::run::{Failure, Run};
use crate::workspace::Workspace;

/// The tools that make an APK.
pub struct Tools {
    /// The folder of the newest ones in the SDK.
    sdk: Option<PathBuf>,
}

impl Tools {
    /// Those of the SDK, or what stands in for them, installed where that is allowed.
    pub fn find(workspace: &Workspace) -> Result<Self, Failure> {
        let sdk = env::var_os("ANDROID_HOME").and_then(|sdk| newest(&Path::new(&sdk).join("build-tools")));
        match &sdk {
            Some(folder) => console::line(format_args!("tools: {}", folder.display())),
            None => {
                console::line("tools: of Debian and Maven Central; where ANDROID_HOME names an SDK with build-tools, those");
                packages::complete(workspace, &[APKSIGNER, ZIPALIGN])?;
            }
        }
        Ok(Self { sdk })
    }

    /// One of them.
    pub fn run(&self, name: &str, arguments: &[&str]) -> Run {
        Run::program(self.sdk.as_ref().map_or_else(|| OsString::from(name), |folder| folder.join(name).into()), arguments)
    }

    /// What turns classes into code for a phone.
    pub fn dexer(&self) -> Run {
        if self.sdk.is_some() {
            return self.run("d8", &[]);
        }
        maven::java("java", &["-Xmx2g", "-cp"]).with([format!("{GATHERED}/dexer/*")]).with(["com.android.tools.r8.D8"])
    }
}

/// The folder with the highest version.
fn newest(folder: &Path) -> Option<PathBuf> {
    let folders = fs::read_dir(folder).into_iter().flatten().flatten();
    folders.filter_map(|entry| Some((version(entry.file_name().to_str()?)?, entry.path()))).max().map(|(_, path)| path)
}

/// The numbers of `35.0.1`; none where something else stands there, as in a preview.
fn version(name: &str) -> Option<Vec<u32>> {
    name.split('.').map(|number| number.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_numbers_and_no_texts() {
        assert!(version("35.0.0") > version("9.0.1"));
        assert!(version("35.0.1") > version("35.0.0"));
        assert_eq!(version("36.0.0-rc1"), None);
        assert_eq!(version(".DS_Store"), None);
    }

    #[test]
    fn a_folder_that_is_not_there_has_none() {
        assert_eq!(newest(Path::new("siklus-no-such-folder")), None);
    }

    #[test]
    fn tools_of_the_sdk_are_taken_from_there() {
        let tools = Tools { sdk: Some("sdk/build-tools/35.0.0".into()) };
        assert_eq!(tools.dexer().shown(), "sdk/build-tools/35.0.0/d8");
        assert_eq!(Tools { sdk: None }.run("zipalign", &["-c"]).shown(), "zipalign -c");
    }
}
