//! What is recorded of the files of a folder, and which of their calls fail.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::ffi;

use crate::line::Line;

/// What happened to a file, by its name in the folder.
#[derive(Clone, Debug)]
pub enum Event {
    /// It was made.
    Created(String),
    /// Bytes were written.
    Wrote(String, u64, Vec<u8>),
    /// It was cut, or made longer.
    Truncated(String, u64),
    /// It was synced; for a side file the name too, as SQLite does at its first sync.
    Synced(String),
    /// It was deleted; whether the folder was synced with it.
    Deleted(String, bool),
    /// What a writer told.
    Told(Line),
}

/// A call that can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultyCall {
    /// A write.
    Write,
    /// A sync.
    Sync,
}

/// A call that fails, once.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// Which one of the writes and syncs from now on, from 1.
    pub at: u64,
    /// What a write says; the first half of its bytes are written.
    pub write: i32,
    /// What a sync says.
    pub sync: i32,
}

/// The files of a folder.
#[derive(Debug)]
pub struct Disk {
    folder: PathBuf,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    events: Vec<Event>,
    fault: Option<Fault>,
    failed: Option<FaultyCall>,
    calls: u64,
    read_only: bool,
}

static DISKS: Mutex<BTreeMap<PathBuf, Arc<Disk>>> = Mutex::new(BTreeMap::new());

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A disk that is watched until this is dropped.
#[derive(Debug)]
pub struct Watch(Arc<Disk>);

impl Drop for Watch {
    fn drop(&mut self) {
        locked(&DISKS).remove(&self.0.folder);
    }
}

impl std::ops::Deref for Watch {
    type Target = Disk;

    fn deref(&self) -> &Disk {
        &self.0
    }
}

/// Watches the files of a folder that are opened from now on.
pub fn watch(folder: &Path) -> Watch {
    super::install();
    let disk = Arc::new(Disk { folder: folder.to_owned(), state: Mutex::default() });
    locked(&DISKS).insert(folder.to_owned(), Arc::clone(&disk));
    Watch(disk)
}

/// The disk of a file, and its name there.
pub(super) fn disk_of(path: &Path) -> Option<(Arc<Disk>, String)> {
    let disk = locked(&DISKS).get(path.parent()?).map(Arc::clone)?;
    Some((disk, path.file_name()?.to_string_lossy().into_owned()))
}

impl Disk {
    fn state(&self) -> MutexGuard<'_, State> {
        locked(&self.state)
    }

    /// Notes what happened.
    pub fn note(&self, event: Event) {
        self.state().events.push(event);
    }

    /// What happened so far.
    pub fn take_events(&self) -> Vec<Event> {
        std::mem::take(&mut self.state().events)
    }

    /// Makes a call fail; that of a plan before is forgotten.
    pub fn fail(&self, fault: Fault) {
        let mut state = self.state();
        (state.fault, state.failed, state.calls) = (Some(fault), None, 0);
    }

    /// The call that failed, if it came to that.
    pub fn failed(&self) -> Option<FaultyCall> {
        self.state().failed
    }

    /// Lets files be opened for reading only, as a file system that is read-only does.
    pub fn make_read_only(&self, read_only: bool) {
        self.state().read_only = read_only;
    }

    pub(super) fn is_read_only(&self) -> bool {
        self.state().read_only
    }

    /// What a call must say when it is the one that fails.
    pub(super) fn fault(&self, call: FaultyCall) -> Option<i32> {
        let mut state = self.state();
        let fault = state.fault?;
        state.calls += 1;
        (state.calls == fault.at).then(|| {
            state.failed = Some(call);
            if call == FaultyCall::Write { fault.write } else { fault.sync }
        })
    }
}

impl Fault {
    /// The disk is full.
    pub fn full(at: u64) -> Self {
        Self { at, write: ffi::SQLITE_FULL, sync: ffi::SQLITE_IOERR_FSYNC }
    }

    /// The disk does not write.
    pub fn broken(at: u64) -> Self {
        Self { at, write: ffi::SQLITE_IOERR_WRITE, sync: ffi::SQLITE_IOERR_FSYNC }
    }
}
