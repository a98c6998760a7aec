//! The layer under SQLite: C functions that note or refuse a call, and hand it on to the system's.
#![allow(unsafe_code, reason = "SQLite takes a file system as a table of C functions over raw pointers")]

use std::ffi::{CStr, OsStr, c_char, c_int, c_void};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::{Arc, Once};

use rusqlite::ffi::{self, sqlite3_file, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs};

use super::disk::{Disk, Event, FaultyCall, disk_of};

/// A file as SQLite has it in memory; that of the system lies behind it.
#[repr(C)]
struct File {
    base: sqlite3_file,
    /// The disk that watches it; null when none does.
    watched: *mut Watched,
}

struct Watched {
    disk: Arc<Disk>,
    name: String,
}

/// Puts the layer under every connection that is opened from now on.
pub fn install() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        // SQLite counts as initialised before SQLCipher is; one connection alone makes it so, before another thread comes.
        drop(rusqlite::Connection::open_in_memory().expect("a first connection"));
        // SAFETY: SQLite is initialised, so there is a default file system, which lives as long as the process; so does ours.
        unsafe {
            let system = *ffi::sqlite3_vfs_find(std::ptr::null());
            let size = c_int::try_from(size_of::<File>()).expect("a small size");
            // The other functions are the system's own, which find their data in `pAppData` as before.
            let ours = sqlite3_vfs {
                szOsFile: size + system.szOsFile,
                pNext: std::ptr::null_mut(),
                zName: c"siklus-power".as_ptr(),
                xOpen: Some(open),
                xDelete: Some(delete),
                ..system
            };
            assert_eq!(ffi::sqlite3_vfs_register(Box::leak(Box::new(ours)), 1), ffi::SQLITE_OK, "the layer is not accepted");
        }
    });
}

fn system() -> *mut sqlite3_vfs {
    // SAFETY: a look-up by name.
    unsafe { ffi::sqlite3_vfs_find(c"unix".as_ptr()) }
}

/// SAFETY: `name` is null or a text with its end.
unsafe fn watched(name: *const c_char) -> Option<Watched> {
    let name = (!name.is_null()).then(|| unsafe { CStr::from_ptr(name) })?;
    let (disk, name) = disk_of(Path::new(OsStr::from_bytes(name.to_bytes())))?;
    Some(Watched { disk, name })
}

// SAFETY of all that follows: SQLite calls these functions as its documentation says, with files that `open` made and `close` did not end.

unsafe extern "C" fn open(_: *mut sqlite3_vfs, name: *const c_char, file: *mut sqlite3_file, flags: c_int, out: *mut c_int) -> c_int {
    unsafe {
        let watched = watched(name);
        let mut flags = flags;
        if watched.as_ref().is_some_and(|watched| watched.disk.is_read_only()) && flags & ffi::SQLITE_OPEN_READWRITE != 0 {
            // As the system does when it may not write.
            flags = flags & !(ffi::SQLITE_OPEN_READWRITE | ffi::SQLITE_OPEN_CREATE) | ffi::SQLITE_OPEN_READONLY;
        }
        let path = |name| Path::new(OsStr::from_bytes(CStr::from_ptr(name).to_bytes()));
        let is_new = watched.is_some() && !path(name).exists();
        let file = file.cast::<File>();
        (*file).base.pMethods = std::ptr::null();
        let opened = ((*system()).xOpen.expect("a function"))(system(), name, inner(file.cast()), flags, out);
        if opened == ffi::SQLITE_OK {
            if let Some(watched) = watched.as_ref().filter(|_| is_new) {
                watched.disk.note(Event::Created(watched.name.clone()));
            }
            (*file).watched = watched.map_or(std::ptr::null_mut(), |watched| Box::into_raw(Box::new(watched)));
            (*file).base.pMethods = &raw const METHODS;
        }
        opened
    }
}

unsafe extern "C" fn delete(_: *mut sqlite3_vfs, name: *const c_char, sync_folder: c_int) -> c_int {
    unsafe {
        let done = ((*system()).xDelete.expect("a function"))(system(), name, sync_folder);
        if let Some(watched) = watched(name).filter(|_| done == ffi::SQLITE_OK) {
            watched.disk.note(Event::Deleted(watched.name, sync_folder != 0));
        }
        done
    }
}

unsafe fn inner(file: *mut sqlite3_file) -> *mut sqlite3_file {
    unsafe { file.cast::<File>().add(1).cast() }
}

unsafe fn of<'f>(file: *mut sqlite3_file) -> Option<&'f Watched> {
    unsafe { (*file.cast::<File>()).watched.as_ref() }
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    unsafe {
        let ours = file.cast::<File>();
        if !(*ours).watched.is_null() {
            drop(Box::from_raw((*ours).watched));
        }
        ((*(*inner(file)).pMethods).xClose.expect("a function"))(inner(file))
    }
}

unsafe extern "C" fn write(file: *mut sqlite3_file, bytes: *const c_void, count: c_int, at: sqlite3_int64) -> c_int {
    unsafe {
        let fault = of(file).and_then(|watched| watched.disk.fault(FaultyCall::Write));
        let count = if fault.is_some() { count / 2 } else { count };
        let done = ((*(*inner(file)).pMethods).xWrite.expect("a function"))(inner(file), bytes, count, at);
        if let Some(watched) = of(file).filter(|_| done == ffi::SQLITE_OK) {
            let bytes = std::slice::from_raw_parts(bytes.cast::<u8>(), count.unsigned_abs() as usize);
            watched.disk.note(Event::Wrote(watched.name.clone(), at.unsigned_abs(), bytes.to_vec()));
        }
        fault.unwrap_or(done)
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: sqlite3_int64) -> c_int {
    unsafe {
        let done = ((*(*inner(file)).pMethods).xTruncate.expect("a function"))(inner(file), size);
        if let Some(watched) = of(file).filter(|_| done == ffi::SQLITE_OK) {
            watched.disk.note(Event::Truncated(watched.name.clone(), size.unsigned_abs()));
        }
        done
    }
}

/// What a watched file syncs is only noted: its disk is a model.
unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    unsafe {
        let Some(watched) = of(file) else { return ((*(*inner(file)).pMethods).xSync.expect("a function"))(inner(file), flags) };
        if let Some(fault) = watched.disk.fault(FaultyCall::Sync) {
            return fault;
        }
        watched.disk.note(Event::Synced(watched.name.clone()));
        ffi::SQLITE_OK
    }
}

/// Functions that hand a call on as it is.
macro_rules! handed_on {
    ($($name:ident = $field:ident ( $($argument:ident: $type:ty),* ) $(-> $result:ty)?;)*) => {$(
        unsafe extern "C" fn $name(file: *mut sqlite3_file, $($argument: $type),*) $(-> $result)? {
            unsafe { ((*(*inner(file)).pMethods).$field.expect("a function"))(inner(file), $($argument),*) }
        }
    )*};
}

handed_on! {
    read = xRead(to: *mut c_void, count: c_int, at: sqlite3_int64) -> c_int;
    file_size = xFileSize(size: *mut sqlite3_int64) -> c_int;
    lock = xLock(level: c_int) -> c_int;
    unlock = xUnlock(level: c_int) -> c_int;
    check_reserved_lock = xCheckReservedLock(out: *mut c_int) -> c_int;
    file_control = xFileControl(what: c_int, argument: *mut c_void) -> c_int;
    sector_size = xSectorSize() -> c_int;
    device_characteristics = xDeviceCharacteristics() -> c_int;
    shm_map = xShmMap(page: c_int, size: c_int, extend: c_int, out: *mut *mut c_void) -> c_int;
    shm_lock = xShmLock(offset: c_int, count: c_int, flags: c_int) -> c_int;
    shm_barrier = xShmBarrier();
    shm_unmap = xShmUnmap(delete: c_int) -> c_int;
}

/// Of version 2: without mapped pages, whose writes nobody would see.
static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};
