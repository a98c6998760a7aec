//! The ways to a [`Source`]: text files, the same with those of a district over them, and the stored form.

use super::model::Source;
use super::read::resolve;
use crate::pack::canonical::{self, CanonicalError};
use crate::pack::embedded;
use crate::pack::fault::{Fault, Faults, SourceFile, Span};
use crate::pack::tree::Entries;

impl Source {
    /// Reads a pack from the texts of its files.
    ///
    /// # Errors
    /// Everything that is wrong with it. As long as a file is no valid TOML, nothing is said of what stands in the files.
    pub fn read(files: Vec<SourceFile>) -> Result<Self, Faults> {
        Self::read_with_overlay(files, Vec::new())
    }

    /// Reads a pack and puts the entries of a district over it: an entry of the same kind and id replaces the whole entry.
    ///
    /// # Errors
    /// As [`Source::read`].
    pub fn read_with_overlay(base: Vec<SourceFile>, overlay: Vec<SourceFile>) -> Result<Self, Faults> {
        let end_of_base = base.len();
        let files: Vec<_> = base.into_iter().chain(overlay).collect();
        let mut faults = Vec::new();
        let entries = Entries::read(&files, 0..end_of_base, &mut faults);
        let over = Entries::read(&files, end_of_base..files.len(), &mut faults);
        let source = match faults.is_empty() {
            true => merged(entries, over, &files),
            false => Err(faults),
        };
        with_files(source, files)
    }

    /// Puts the entries of a district over the pack that is built in.
    ///
    /// # Errors
    /// As [`Source::read`].
    pub fn embedded_with_overlay(overlay: Vec<SourceFile>) -> Result<Self, Faults> {
        let mut faults = Vec::new();
        let json = embedded::json().map_err(damaged)?;
        let base = canonical::read(&json).map_err(damaged)?;
        let over = Entries::read(&overlay, 0..overlay.len(), &mut faults);
        let source = match faults.is_empty() {
            true => merged(base, over, &overlay),
            false => Err(faults),
        };
        with_files(source, overlay)
    }

    /// The pack that is built in.
    ///
    /// # Errors
    /// As [`Source::read`]; a test makes sure that there are none.
    pub fn embedded() -> Result<Self, Faults> {
        from_json(embedded::json().map_err(damaged)?, *embedded::HASH)
    }

    /// Reads a pack from its stored form, see [`Source::compressed`].
    ///
    /// # Errors
    /// When it is damaged or not the pack of this hash; or as [`Source::read`], when it was stored by a newer program.
    pub fn stored(bytes: &[u8], hash: &[u8; 32]) -> Result<Self, Faults> {
        let json = canonical::decompress(bytes).map_err(damaged)?;
        if canonical::hash(&json) != *hash {
            return Err(damaged(CanonicalError::Hash));
        }
        from_json(json, *hash)
    }

    /// The form in which the pack is stored, under its hash.
    pub fn compressed(&self) -> Vec<u8> {
        canonical::compress(&self.canonical)
    }

    /// The identity of the pack in hexadecimal digits.
    pub fn sha256(&self) -> String {
        hex::encode(self.hash)
    }

    /// The languages in which the pack has texts: Indonesian, English, then the others.
    pub fn languages(&self) -> Vec<String> {
        let others = self.languages.iter().map(|other| other.id.value.clone());
        ["id", "en"].map(str::to_owned).into_iter().chain(others).collect()
    }

    /// The languages in which a text is looked for, in order: this one, those that it falls back to, theirs, and Indonesian.
    pub fn language_chain<'a>(&'a self, language: &'a str) -> Vec<&'a str> {
        let mut chain = vec![language];
        let mut next = 0;
        while let Some(current) = chain.get(next).copied() {
            next += 1;
            let known = self.languages.iter().find(|l| l.id.value == current);
            for fallback in known.into_iter().flat_map(|language| &language.fallback) {
                if !chain.contains(&fallback.value.as_str()) {
                    chain.push(&fallback.value);
                }
            }
        }
        chain.retain(|language| *language != LAST);
        chain.push(LAST);
        chain
    }
}

/// The language that every text has.
const LAST: &str = "id";

fn merged<'i>(mut base: Entries<'i>, over: Entries<'i>, files: &[SourceFile]) -> Result<Source, Vec<Fault>> {
    base.overlay(over);
    let canonical = canonical::write(&base);
    let hash = canonical::hash(&canonical);
    let source = resolve(base, files)?;
    Ok(Source { canonical, hash, ..source })
}

fn with_files(source: Result<Source, Vec<Fault>>, files: Vec<SourceFile>) -> Result<Source, Faults> {
    match source {
        Ok(source) => Ok(Source { files, ..source }),
        Err(list) => Err(Faults::new(list, files)),
    }
}

fn from_json(json: String, hash: [u8; 32]) -> Result<Source, Faults> {
    let entries = canonical::read(&json).map_err(damaged)?;
    let source = resolve(entries, &[]).map_err(|list| Faults::new(list, Vec::new()))?;
    Ok(Source { canonical: json, hash, ..source })
}

fn damaged(error: CanonicalError) -> Faults {
    Faults::new(vec![Fault::new(Span::NONE, error.to_string())], Vec::new())
}
