//! The cadre's app: its tests, its pictures, and its window on the desktop.

use std::env;

use crate::console;
use crate::kotlin::{self, maven};
use crate::packages::{self, AAPT, JDK, MAVEN};
use crate::run::{Failure, Run};
use crate::workspace::Workspace;

/// The Maven project: the Kotlin library, and the app over it.
pub const PROJECT: &str = "android-demo";
/// The library's own tests are a step of their own.
pub const LIBRARY_TESTED: &str = "-Dsiklus.skipTests=true";

/// What drives the app outside of its tests: the real Activity, on the JVM.
const DESK: maven::Program = maven::Program {
    folder: "android-demo/app",
    compile: &["-f", PROJECT, LIBRARY_TESTED, "process-test-classes"],
    sources: &[
        "android-demo/app/src",
        "android-demo/app/pom.xml",
        "android-demo/monitor/src",
        "bindings/kotlin/src/main",
        "bindings/kotlin/target/ffi",
    ],
    main: "id.siklus.app.desk.MainKt",
    options: &[
        "-Xmx2g",
        "-XX:TieredStopAtLevel=1",
        "-XX:ReservedCodeCacheSize=256m",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "-Drobolectric.graphicsMode=NATIVE",
        "-Drobolectric.logging.enabled=false",
    ],
};

/// Which pictures to draw.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Only those that the README shows, written to docs/pictures.
    #[arg(long)]
    pub readme: bool,
}

/// `cargo xtask app`: opens the app in a window.
pub fn run(workspace: &Workspace) -> Result<(), Failure> {
    if !has_display() {
        return Err(Failure::Missing {
            what: "there is no display to open a window on".into(),
            help: "Start it from a desktop, or under a virtual one: xvfb-run cargo xtask app\nPictures need none: cargo xtask shots".into(),
        });
    }
    let desk = desk(workspace)?;
    console::heading("The app: mouse as finger, wheel to scroll, Esc as Back");
    desk.with(["window"]).help("A window needs a JDK that is not headless: sudo apt-get install openjdk-17-jre").run_silently(workspace)
}

/// `cargo xtask shots`: draws the screens without a display.
pub fn run_shots(workspace: &Workspace, options: &Options) -> Result<(), Failure> {
    let what = if options.readme { ["readme", "docs/pictures"] } else { ["shots", "android-demo/app/target/shots"] };
    desk(workspace)?.with(what).run_silently(workspace)
}

/// The end of the demo: the app in a window, or driven through a visit where there is no display.
pub fn demo(workspace: &Workspace, language: &str, pictures: bool) -> Result<(), Failure> {
    let desk = DESK.ready(workspace)?;
    let what = if pictures || !has_display() { ["visit", "android-demo/app/target/visit"] } else { ["window", ""] };
    desk.with(what).with([language]).run_silently(workspace)
}

/// The step of the gate.
pub fn tests(workspace: &Workspace) -> Result<(), Failure> {
    packages::complete(workspace, &[AAPT])?;
    maven::maven(&["-f", PROJECT, LIBRARY_TESTED, maven::TESTS_SPEAK, "test"]).help(maven::help(PROJECT)).run(workspace)
}

/// Builds everything that runs the app here.
pub fn ready(workspace: &Workspace) -> Result<(), Failure> {
    packages::complete(workspace, &[JDK, MAVEN, AAPT])?;
    kotlin::library_if_changed(workspace)
}

fn desk(workspace: &Workspace) -> Result<Run, Failure> {
    ready(workspace)?;
    DESK.ready(workspace)
}

fn has_display() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(target_os = "macos", windows)) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
