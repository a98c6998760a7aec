//! `cargo xtask apk`: the app as a phone installs it, signed with a key that is worth nothing outside of this machine. It is no part of the gate.

mod content;
mod sign;
mod tools;

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::app::{self, LIBRARY_TESTED};
use crate::console;
use crate::kotlin::{self, file_failure, maven};
use crate::run::{Failure, Run};
use crate::workspace::Workspace;

use tools::Tools;

/// Everything in it is made anew.
const BUILD: &str = "android-demo/apk/target";
/// Compiled classes. Maven leaves those whose source is gone.
const CLASSES: [&str; 2] = ["android-demo/app/target/classes", "bindings/kotlin/target/classes"];
/// What Maven gathers.
const GATHERED: &str = "android-demo/apk/target/gathered";
/// What goes in beside the resources, as it lies in the APK.
const CONTENT: &str = "android-demo/apk/target/content";
/// The manifest and the resources, which the app's build has linked.
const RESOURCES: &str = "android-demo/app/target/resources.ap_";
/// Android 8, the oldest phone.
const OLDEST_API: &str = "26";

/// Builds it and says what it lacks.
pub fn run(workspace: &Workspace) -> Result<(), Failure> {
    app::ready(workspace)?;
    let tools = Tools::find(workspace)?;
    console::heading("What it is made of");
    CLASSES.into_iter().chain([BUILD]).try_for_each(|folder| kotlin::clear(&workspace.root().join(folder)))?;
    maven::maven(&["-f", app::PROJECT, "-P", "apk", LIBRARY_TESTED, "process-classes"]).run(workspace)?;
    console::heading("Code for a phone");
    translate(workspace, &tools)?;
    let phones = content::native_libraries(workspace)?;
    console::heading("The APK");
    let apk = sign::sign(workspace, &tools, &pack(workspace)?)?;
    content::tell(workspace, &apk, &phones)
}

/// Turns what Maven compiled, and all that it calls, into what a phone runs.
fn translate(workspace: &Workspace, tools: &Tools) -> Result<(), Failure> {
    let content = workspace.root().join(CONTENT);
    fs::create_dir_all(&content).map_err(|error| file_failure(&content, &error))?;
    tools
        .dexer()
        .with(["--release", "--min-api", OLDEST_API, "--output", CONTENT, "--lib"])
        .with(gathered(workspace, "framework.classpath")?)
        .with(archives(workspace)?)
        .run(workspace)
}

/// All classes. The translator reads archives alone; what was compiled here lies in folders.
fn archives(workspace: &Workspace) -> Result<Vec<PathBuf>, Failure> {
    let mut archives = vec![PathBuf::from(GATHERED).join("native/classes.jar")];
    for (number, path) in gathered(workspace, "classes.classpath")?.into_iter().enumerate() {
        let archive = if path.is_dir() { archive(workspace, &path, number)? } else { path };
        archives.push(archive);
    }
    Ok(archives)
}

fn archive(workspace: &Workspace, folder: &PathBuf, number: usize) -> Result<PathBuf, Failure> {
    let archive = PathBuf::from(BUILD).join(format!("classes-{number}.jar"));
    Run::program("jar", &["--create", "--no-compress", "--file"])
        .with([&archive, &PathBuf::from("-C"), folder])
        .with(["."])
        .run(workspace)?;
    Ok(archive)
}

/// The paths in a file that Maven wrote.
fn gathered(workspace: &Workspace, file: &str) -> Result<Vec<PathBuf>, Failure> {
    let file = workspace.root().join(GATHERED).join(file);
    let text = fs::read_to_string(&file).map_err(|error| file_failure(&file, &error))?;
    Ok(env::split_paths(text.trim()).collect())
}

/// Puts everything into one file, not yet signed.
fn pack(workspace: &Workspace) -> Result<PathBuf, Failure> {
    let (linked, packed) = (workspace.root().join(RESOURCES), PathBuf::from(BUILD).join("packed.apk"));
    fs::copy(&linked, workspace.root().join(&packed)).map_err(|error| file_failure(&linked, &error))?;
    // What the file has already stays stored as it is: phones read the table of resources where it lies.
    Run::program("jar", &["--update", "--no-manifest", "--file"]).with([&packed]).with(["-C", CONTENT, "."]).run(workspace)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str) -> String {
        fs::read_to_string(format!("{}/../{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    }

    #[test]
    fn the_oldest_phone_is_the_same_everywhere() {
        for (file, before, after) in [
            ("android-demo/app/src/main/AndroidManifest.xml", "android:minSdkVersion=\"", "\""),
            ("android-demo/app/build.gradle.kts", "minSdk = ", "\n"),
            ("android-demo/app/pom.xml", "--min-sdk-version ", " "),
            ("android-demo/app/pom.xml", "gummy-bears-api-", "<"),
            ("bindings/kotlin/pom.xml", "gummy-bears-api-", "<"),
        ] {
            assert!(read(file).contains(&format!("{before}{OLDEST_API}{after}")), "{file}: {before}");
        }
    }

    #[test]
    fn native_libraries_are_of_the_version_that_android_studio_takes() {
        let (apk, gradle) = (read("android-demo/apk/pom.xml"), read("android-demo/app/build.gradle.kts"));
        for name in ["jna", "sqlcipher-android"] {
            let (_, item) = apk.split_once(&format!("<artifactItem>\n                  <groupId>{}", group(name))).unwrap();
            let version = item.split_once("<version>").unwrap().1.split_once('<').unwrap().0;
            assert!(gradle.contains(&format!("{}:{name}:{version}@aar", group(name))), "{name} {version}");
        }
    }

    fn group(name: &str) -> &'static str {
        if name == "jna" { "net.java.dev.jna" } else { "net.zetetic" }
    }
}
