//! Turns what is written into what is built in: the text of the pack in `packs/ilp` into canonical JSON, compressed, and its hash; the growth
//! tables of the WHO into rows of integers.

use std::error::Error;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "build/growth_tables.rs"]
mod growth_tables;

/// The modules of the library that read the text of a pack, compiled into this build as well.
#[path = "src/pack"]
#[allow(dead_code, unused_imports, unreachable_pub)]
mod pack {
    pub mod canonical;
    pub mod fault;
    pub mod tree;
}

use pack::fault::{Faults, SourceFile};
use pack::{canonical, tree::Entries};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    write_pack(&root.join("packs/ilp"), &out)?;
    growth_tables::write(&root.join("data/who-growth"), &out)
}

fn write_pack(folder: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let files = files_of(folder)?;
    let mut faults = Vec::new();
    let entries = Entries::read(&files, 0..files.len(), &mut faults);
    if !faults.is_empty() {
        let faults = Faults::new(faults, files.clone());
        return Err(format!("the pack cannot be read:\n{faults}").into());
    }
    let json = canonical::write(&entries);
    fs::write(out.join("ilp.json.deflate"), canonical::compress(&json))?;
    fs::write(out.join("ilp.sha256"), canonical::hash(&json))?;
    writeln!(stdout(), "cargo::rerun-if-changed={}", folder.display())?;
    Ok(())
}

/// All TOML files of a folder and the folders in it, sorted by name.
fn files_of(folder: &Path) -> Result<Vec<SourceFile>, Box<dyn Error>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                let name = path.strip_prefix(folder)?.display().to_string();
                files.push(SourceFile::new(name, fs::read_to_string(&path)?));
            }
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}
