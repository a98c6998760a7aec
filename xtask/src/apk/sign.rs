//! Aligns and signs, with a key that this machine makes for itself.

use std::path::{Path, PathBuf};

use super::tools::Tools;
use super::{BUILD, OLDEST_API};
use crate::kotlin::maven;
use crate::run::Failure;
use crate::workspace::Workspace;

/// As Android's own tools call theirs; whoever has the file may know its password.
const PASSWORD: &str = "android";
/// What phones read where it lies begins at a multiple of so many bytes.
const ALIGNMENT: &str = "4";

/// The signed APK.
pub fn sign(workspace: &Workspace, tools: &Tools, packed: &Path) -> Result<PathBuf, Failure> {
    let [aligned, apk] = ["aligned.apk", "siklus-debug.apk"].map(|name| Path::new(BUILD).join(name));
    tools.run("zipalign", &["-f", ALIGNMENT]).with([packed, &aligned]).run(workspace)?;
    tools
        .run("apksigner", &["sign", "--ks-pass", &format!("pass:{PASSWORD}"), "--min-sdk-version", OLDEST_API, "--ks"])
        .with([key(workspace)?])
        .with(["--out"])
        .with([&apk, &aligned])
        .run(workspace)?;
    tools.run("zipalign", &["-c", ALIGNMENT]).with([&apk]).run(workspace)?;
    tools.run("apksigner", &["verify", "--min-sdk-version", OLDEST_API]).with([&apk]).run(workspace)?;
    Ok(apk)
}

/// The key of this machine. It outlives a build: a phone takes a new APK over an old one only with the same key.
fn key(workspace: &Workspace) -> Result<PathBuf, Failure> {
    let key = workspace.target()?.join("debug.keystore");
    if !key.is_file() {
        maven::java("keytool", &["-genkeypair", "-alias", "debug", "-dname", "CN=Debug", "-keyalg", "RSA", "-keysize", "2048"])
            .with(["-validity", "10000", "-storepass", PASSWORD, "-keystore"])
            .with([&key])
            .run(workspace)?;
    }
    Ok(key)
}
