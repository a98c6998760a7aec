//! What lies in the APK beside code and resources, and what it says to whoever built it.

use std::fs;
use std::path::Path;

use super::{CONTENT, GATHERED};
use crate::console;
use crate::kotlin::file_failure;
use crate::run::Failure;
use crate::workspace::Workspace;

/// The kinds of phone, as Android names them.
const PHONES: [&str; 2] = ["arm64-v8a", "armeabi-v7a"];
/// Where our library lies where it was built, in a folder for each kind of phone.
const BUILT: &str = "android-demo/app/src/main/jniLibs";
const LIBRARY: &str = "libsiklus_ffi.so";

/// Puts the native libraries in: those of JNA and SQLCipher as they are published, and ours. Gives the phones for which ours is there; where
/// it is for none, the others are put in all the same.
pub fn native_libraries(workspace: &Workspace) -> Result<Vec<&'static str>, Failure> {
    let built = workspace.root().join(BUILT);
    let ready: Vec<&str> = PHONES.into_iter().filter(|phone| built.join(phone).join(LIBRARY).is_file()).collect();
    for phone in if ready.is_empty() { &PHONES[..] } else { &ready } {
        let into = workspace.root().join(CONTENT).join("lib").join(phone);
        copy(&workspace.root().join(GATHERED).join("native/jni").join(phone), &into)?;
        copy(&built.join(phone), &into)?;
    }
    Ok(ready)
}

/// Copies the files of a folder, where there is one.
fn copy(from: &Path, into: &Path) -> Result<(), Failure> {
    fs::create_dir_all(into).map_err(|error| file_failure(into, &error))?;
    for file in fs::read_dir(from).into_iter().flatten().flatten() {
        fs::copy(file.path(), into.join(file.file_name())).map_err(|error| file_failure(&file.path(), &error))?;
    }
    Ok(())
}

/// Says where it is and whether it will start.
pub fn tell(workspace: &Workspace, apk: &Path, phones: &[&str]) -> Result<(), Failure> {
    let size = fs::metadata(workspace.root().join(apk)).map_err(|error| file_failure(apk, &error))?.len();
    console::line(format_args!(
        "\n{}: {}.{} MB, signed with a key for trying it out",
        apk.display(),
        size / 1_000_000,
        size / 100_000 % 10
    ));
    console::line(for_whom(phones));
    Ok(())
}

fn for_whom(phones: &[&str]) -> String {
    if phones.is_empty() {
        return format!(
            "It installs, but cannot start: {LIBRARY} is not built for a phone. docs/embedding.md tells how; put it into {BUILT}."
        );
    }
    format!("It is for {}: adb install -r", phones.join(" and "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_libraries_of_each_kind_of_phone_are_unpacked() {
        let pom = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../android-demo/apk/pom.xml")).unwrap();
        let archives: Vec<&str> = pom.split("<unzip dest=\"${gathered}/native\">").skip(1).collect();
        assert_eq!(archives.len(), 2);
        for phone in PHONES {
            assert!(archives.iter().all(|archive| archive.contains(&format!("jni/{phone}/*.so"))), "{phone}");
        }
    }

    #[test]
    fn what_cannot_start_is_not_passed_off_as_ready() {
        assert!(for_whom(&[]).contains("cannot start"));
        assert!(for_whom(&PHONES).starts_with("It is for arm64-v8a and armeabi-v7a"));
    }
}
