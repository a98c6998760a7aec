//! The file of a ring: damaged, of a later version, half-written; and disks that fail or lose their power.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::fixtures::{Phone, SARI, add_tini, at, names, pin, sari};
use crate::access::file::{Disk, RealDisk, replace};
use crate::access::{AccessError, Cost, KeyRing};
use crate::store::files::beside;

#[test]
fn there_is_no_ring_and_there_is_one_already() {
    let phone = Phone::new();
    assert_eq!(phone.open().err(), Some(AccessError::NotFound));
    assert!(phone.files().is_empty());
    phone.ring();
    let before = phone.files();
    let again = KeyRing::create(&phone.file(), phone.seal(), sari(), Cost::CHEAP, at(0)).err();
    assert_eq!(again, Some(AccessError::AlreadyThere));
    assert_eq!(phone.files(), before);
}

#[test]
fn a_damaged_ring_is_left_as_it_is() {
    let phone = Phone::new();
    phone.ring();
    let whole = fs::read(phone.file()).unwrap();
    let half = whole.get(..whole.len() / 2).unwrap().to_vec();
    let digit = String::from_utf8(whole).unwrap().replace("\"sealed_by_device\":\"5a", "\"sealed_by_device\":\"5b").into_bytes();
    for damaged in [half, digit, Vec::new(), b"{}".to_vec(), vec![0xff; 400]] {
        fs::write(phone.file(), &damaged).unwrap();
        assert_eq!(phone.open().err(), Some(AccessError::Damaged));
        assert_eq!(phone.files(), [("kunci".to_owned(), damaged)]);
    }
}

#[test]
fn a_ring_of_a_later_version_is_refused_and_left_as_it_is() {
    let phone = Phone::new();
    phone.ring();
    fs::write(phone.file(), r#"{"version":2,"something":"else"}"#).unwrap();
    let before = phone.files();
    assert_eq!(phone.open().err(), Some(AccessError::Newer { found: 2, known: 1 }));
    assert_eq!(phone.files(), before);
}

#[test]
fn a_file_longer_than_any_ring_is_neither_read_nor_written() {
    let phone = Phone::new();
    phone.ring();
    let ring = fs::read(phone.file()).unwrap();
    let padded = |length: usize| [ring.clone(), vec![b' '; length - ring.len()]].concat();
    fs::write(phone.file(), padded(1 << 20)).unwrap();
    assert!(phone.open().is_ok(), "spaces behind it are no fault");
    fs::write(phone.file(), padded((1 << 20) + 1)).unwrap();
    assert_eq!(phone.open().err(), Some(AccessError::Damaged));
    let written = replace(&mut RealDisk, &phone.file(), &padded((1 << 20) + 1));
    assert_eq!(written.map_err(AccessError::from), Err(AccessError::NoSpace));
    assert_eq!(phone.files().len(), 1, "nothing is left beside it");
}

#[test]
fn what_was_half_written_is_ignored_and_written_over() {
    let phone = Phone::new();
    let new = phone.ring();
    fs::write(beside(&phone.file(), ".new"), b"{\"version\":1,\"reco").unwrap();
    let ring = phone.open().unwrap();
    assert_eq!(names(&ring), [SARI]);
    add_tini(&ring, &new.unlocked);
    assert_eq!(phone.files().len(), 1);
}

#[test]
fn an_entry_of_another_cadre_does_not_open() {
    let phone = Phone::new();
    let new = phone.ring();
    let tini = add_tini(&new.ring, &new.unlocked);
    exchange_keys(&phone);
    assert!(matches!(new.ring.unlock(tini, &pin("482913"), at(2)), Err(AccessError::WrongPin { .. })));
    exchange_keys(&phone);
    assert!(new.ring.unlock(tini, &pin("305172"), at(2)).is_ok());
}

/// Exchanges what two cadres have, as somebody could whose keystore were open.
fn exchange_keys(phone: &Phone) {
    let seal = phone.seal();
    let mut file: serde_json::Value = serde_json::from_slice(&fs::read(phone.file()).unwrap()).unwrap();
    let sealed = hex::decode(file["sealed_by_device"].as_str().unwrap()).unwrap();
    let mut ring: serde_json::Value = serde_json::from_slice(&seal.unseal(&sealed).unwrap()).unwrap();
    let first = ring["entries"][0]["key"].take();
    let second = ring["entries"][1]["key"].take();
    (ring["entries"][0]["key"], ring["entries"][1]["key"]) = (second, first);
    let sealed = seal.seal(&serde_json::to_vec(&ring).unwrap()).unwrap();
    file["sealed_by_device"] = hex::encode(sealed).into();
    fs::write(phone.file(), serde_json::to_vec(&file).unwrap()).unwrap();
}

#[cfg(unix)]
#[test]
fn where_nothing_can_be_written_no_pin_is_tried() {
    let phone = Phone::new();
    let new = phone.ring();
    // A folder in the place of the new file: nobody can write there, not even the superuser, who runs tests at times.
    fs::create_dir(beside(&phone.file(), ".new")).unwrap();
    let ring = phone.open().unwrap();
    assert!(matches!(ring.unlock(new.unlocked.cadre(), &pin("482913"), at(0)), Err(AccessError::Io(_))));
    assert_eq!(names(&ring), [SARI]);
}

#[test]
fn each_kind_of_refusal_of_the_system_has_its_error() {
    use io::ErrorKind::{AlreadyExists, NotFound, PermissionDenied, ReadOnlyFilesystem, StorageFull, TimedOut};
    let cases = [
        (NotFound, AccessError::NotFound),
        (AlreadyExists, AccessError::AlreadyThere),
        (PermissionDenied, AccessError::ReadOnly),
        (ReadOnlyFilesystem, AccessError::ReadOnly),
        (StorageFull, AccessError::NoSpace),
        (TimedOut, AccessError::Io(TimedOut)),
    ];
    for (kind, error) in cases {
        assert_eq!(AccessError::from(io::Error::from(kind)), error);
    }
}

/// A disk whose calls fail from a certain one on, and that loses with its power what was not synced.
#[derive(Default)]
struct FailingDisk {
    calls_left: usize,
    files: BTreeMap<PathBuf, Content>,
    /// The names as they were when the folder was last synced.
    names_that_last: BTreeMap<PathBuf, Content>,
}

#[derive(Clone)]
struct Content {
    bytes: Vec<u8>,
    lasts: bool,
}

impl FailingDisk {
    fn with(path: &Path, bytes: &[u8], calls_left: usize) -> Self {
        let files = BTreeMap::from([(path.to_owned(), Content { bytes: bytes.to_vec(), lasts: true })]);
        Self { calls_left, names_that_last: files.clone(), files }
    }

    fn call(&mut self) -> io::Result<()> {
        self.calls_left = self.calls_left.checked_sub(1).ok_or(io::ErrorKind::StorageFull)?;
        Ok(())
    }

    /// What may lie at a place once the power is gone: with the old names and the new ones, what was not synced torn anywhere.
    fn after_a_cut(&self, path: &Path) -> Vec<Vec<u8>> {
        let contents = [&self.files, &self.names_that_last].into_iter().filter_map(|names| names.get(path));
        contents.flat_map(|content| if content.lasts { vec![content.bytes.clone()] } else { torn(&content.bytes) }).collect()
    }
}

fn torn(bytes: &[u8]) -> Vec<Vec<u8>> {
    (0..bytes.len()).map(|length| bytes[..length].to_vec()).collect()
}

impl Disk for FailingDisk {
    fn write(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        // A write that fails has written a part.
        let done = self.call();
        let bytes = if done.is_ok() { bytes } else { &bytes[..bytes.len() / 2] };
        self.files.insert(path.to_owned(), Content { bytes: bytes.to_vec(), lasts: false });
        done
    }

    fn sync(&mut self, path: &Path) -> io::Result<()> {
        self.call()?;
        self.files.get_mut(path).unwrap().lasts = true;
        Ok(())
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        self.call()?;
        let content = self.files.remove(from).unwrap();
        self.files.insert(to.to_owned(), content);
        Ok(())
    }

    fn sync_folder_of(&mut self, _: &Path) -> io::Result<()> {
        self.call()?;
        self.names_that_last = self.files.clone();
        Ok(())
    }
}

#[test]
fn whichever_call_fails_and_whenever_the_power_goes_the_old_ring_or_the_new_one_is_there_whole() {
    let path = Path::new("kunci");
    for calls in 0..=4 {
        let mut disk = FailingDisk::with(path, b"the old ring", calls);
        let done = replace(&mut disk, path, b"the new one");
        assert_eq!(done.is_ok(), calls == 4);
        for found in disk.after_a_cut(path) {
            assert!(found == b"the old ring" || found == b"the new one", "after {calls} calls: {found:?}");
        }
        if done.is_ok() {
            assert_eq!(disk.after_a_cut(path), [b"the new one"; 2], "it lasts");
        }
    }
}

#[test]
fn a_real_disk_replaces_too() {
    let phone = Phone::new();
    replace(&mut RealDisk, &phone.file(), b"the old ring").unwrap();
    replace(&mut RealDisk, &phone.file(), b"the new one").unwrap();
    assert_eq!(phone.files(), [("kunci".to_owned(), b"the new one".to_vec())]);
}
