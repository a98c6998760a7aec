//! Creating, opening, and what goes wrong, with real files.

use std::fs;

use rusqlite::types::Value;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::fixtures::{Folder, MOMENT, author, created, key, name, opened, rows, write};
use crate::store::row::{Author, Kind};
use crate::store::{HouseholdId, Moment, Options, Store, StoreError, connection, files, mark, migrations};

/// Leaves the last rows in the WAL, as a process that is killed does.
fn leave_wal(folder: &Folder) {
    let store = created(folder);
    write(&store, 3).unwrap();
    let wal = fs::read(files::beside(&folder.store(), "-wal")).unwrap();
    let main = fs::read(folder.store()).unwrap();
    store.close().unwrap();
    fs::write(folder.store(), main).unwrap();
    fs::write(files::beside(&folder.store(), "-wal"), wal).unwrap();
}

#[test]
fn what_is_written_is_there_after_closing_and_opening() {
    let folder = Folder::new();
    let store = created(&folder);
    write(&store, 3).unwrap();
    store.close().unwrap();
    let store = opened(&folder).unwrap();
    assert_eq!(rows(&store), 3);
    let verification = store.verify().unwrap();
    assert!(verification.is_whole(), "{verification:?}");
    assert_eq!(verification.rows, 3);
}

#[test]
fn nothing_stands_in_the_file_unencrypted() {
    let folder = Folder::new();
    let store = created(&folder);
    write(&store, 3).unwrap();
    for (_, bytes) in folder.files() {
        assert!(!bytes.windows(6).any(|bytes| bytes == b"Contoh" || bytes == b"SQLite"));
    }
}

#[test]
fn creating_never_takes_the_place_of_a_file() {
    let folder = Folder::new();
    fs::write(folder.store(), b"something else").unwrap();
    let before = folder.files();
    assert_eq!(Store::create(&folder.store(), &key(1), Options::default(), MOMENT).unwrap_err(), StoreError::AlreadyThere);
    assert_eq!(folder.files(), before);
}

#[test]
fn a_creation_that_was_cut_short_is_begun_again() {
    let folder = Folder::new();
    fs::write(files::beside(&folder.store(), ".unfinished"), b"half").unwrap();
    fs::write(mark::path_of(&folder.store()), b"half").unwrap();
    assert_eq!(opened(&folder).unwrap_err(), StoreError::NotFound);
    let store = created(&folder);
    write(&store, 1).unwrap();
    assert_eq!(folder.files().len(), 3, "the file, its WAL and the check value");
}

#[test]
fn a_place_without_a_file_is_not_found_and_stays_empty() {
    let folder = Folder::new();
    assert_eq!(opened(&folder).unwrap_err(), StoreError::NotFound);
    assert!(folder.files().is_empty());
}

#[test]
fn with_a_wrong_key_no_byte_changes() {
    let folder = Folder::new();
    leave_wal(&folder);
    let before = folder.files();
    assert_eq!(Store::open(&folder.store(), &key(2), Options::default()).unwrap_err(), StoreError::WrongKey);
    assert_eq!(folder.files(), before);
    assert_eq!(rows(&opened(&folder).unwrap()), 3);
}

#[test]
fn a_damaged_first_page_is_told_from_a_wrong_key() {
    let folder = Folder::new();
    leave_wal(&folder);
    let mut bytes = fs::read(folder.store()).unwrap();
    bytes[100] ^= 1;
    fs::write(folder.store(), bytes).unwrap();
    let before = folder.files();
    assert_eq!(opened(&folder).unwrap_err(), StoreError::Damaged);
    assert_eq!(Store::open(&folder.store(), &key(2), Options::default()).unwrap_err(), StoreError::WrongKey);
    assert_eq!(folder.files(), before);
}

#[test]
fn pages_that_were_torn_while_the_wal_was_moved_are_taken_from_the_wal() {
    let folder = Folder::new();
    let store = created(&folder);
    // So many rows that the file grows, which the first page tells.
    write(&store, 500).unwrap();
    let wal = fs::read(files::beside(&folder.store(), "-wal")).unwrap();
    store.close().unwrap();
    fs::write(files::beside(&folder.store(), "-wal"), wal).unwrap();
    let mut bytes = fs::read(folder.store()).unwrap();
    bytes[512..4096].fill(0);
    // And the last one, which only the look through the whole file would find.
    let last = bytes.len() - 4096;
    bytes[last + 512..].fill(0);
    fs::write(folder.store(), bytes).unwrap();
    let before = folder.files();
    assert_eq!(Store::open(&folder.store(), &key(2), Options::default()).unwrap_err(), StoreError::WrongKey);
    assert_eq!(folder.files(), before);
    let store = opened(&folder).unwrap();
    assert_eq!(rows(&store), 500);
    assert!(store.verify().unwrap().is_whole());
}

#[test]
fn an_empty_file_is_damaged_and_stays_empty() {
    let folder = Folder::new();
    created(&folder).close().unwrap();
    fs::write(folder.store(), b"").unwrap();
    let before = folder.files();
    assert_eq!(opened(&folder).unwrap_err(), StoreError::Damaged);
    assert_eq!(folder.files(), before);
}

#[test]
fn without_the_check_value_the_right_key_opens_and_writes_it_again() {
    let folder = Folder::new();
    created(&folder).close().unwrap();
    fs::remove_file(mark::path_of(&folder.store())).unwrap();
    opened(&folder).unwrap().close().unwrap();
    assert_eq!(mark::check(&folder.store(), &key(1)), mark::Verdict::Right);
}

#[test]
fn a_damaged_check_value_locks_nobody_out() {
    let folder = Folder::new();
    created(&folder).close().unwrap();
    let path = mark::path_of(&folder.store());
    let mut bytes = fs::read(&path).unwrap();
    bytes[20] ^= 1;
    fs::write(&path, bytes).unwrap();
    opened(&folder).unwrap().close().unwrap();
    assert_eq!(mark::check(&folder.store(), &key(1)), mark::Verdict::Right);
}

#[test]
fn a_newer_schema_is_refused_and_no_byte_changes() {
    let folder = Folder::new();
    created(&folder).close().unwrap();
    {
        let newer = connection::writable(&folder.store(), &key(1), Options::default()).unwrap();
        newer.pragma_update(None, "user_version", 99).unwrap();
    }
    let before = folder.files();
    assert_eq!(opened(&folder).unwrap_err(), StoreError::NewerSchema { found: 99, known: migrations::LATEST });
    assert_eq!(folder.files(), before);
}

#[test]
fn a_newer_schema_that_only_the_wal_tells_is_refused_and_no_byte_changes() {
    let folder = Folder::new();
    created(&folder).close().unwrap();
    let main = fs::read(folder.store()).unwrap();
    let newer = connection::writable(&folder.store(), &key(1), Options::default()).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    let wal = fs::read(files::beside(&folder.store(), "-wal")).unwrap();
    drop(newer);
    fs::write(folder.store(), main).unwrap();
    fs::write(files::beside(&folder.store(), "-wal"), wal).unwrap();
    let before = folder.files();
    assert_eq!(opened(&folder).unwrap_err(), StoreError::NewerSchema { found: 99, known: migrations::LATEST });
    assert_eq!(folder.files(), before);
}

#[test]
fn rows_that_lie_in_the_wal_are_read() {
    let folder = Folder::new();
    leave_wal(&folder);
    assert_eq!(rows(&opened(&folder).unwrap()), 3);
}

#[test]
fn one_process_has_it_open_at_a_time() {
    let folder = Folder::new();
    let store = created(&folder);
    write(&store, 1).unwrap();
    assert_eq!(opened(&folder).unwrap_err(), StoreError::Locked);
    assert_eq!(rows(&store), 1);
}

#[test]
fn after_closing_every_call_says_so() {
    let folder = Folder::new();
    let store = created(&folder);
    store.close().unwrap();
    assert_eq!(write(&store, 1).unwrap_err(), StoreError::Closed);
    assert_eq!(store.verify().unwrap_err(), StoreError::Closed);
    store.close().unwrap();
}

#[test]
fn without_room_what_was_written_stands_and_writing_goes_on_once_there_is_room() {
    let folder = Folder::new();
    let store = created(&folder);
    write(&store, 10).unwrap();
    store.close().unwrap();
    let small = Options { max_pages: Some(60), ..Options::default() };
    let store = Store::open(&folder.store(), &key(1), small).unwrap();
    assert_eq!(write(&store, 5_000).unwrap_err(), StoreError::NoSpace);
    assert_eq!(rows(&store), 10);
    assert!(!store.is_damaged());
    store.close().unwrap();
    let store = opened(&folder).unwrap();
    write(&store, 5_000).unwrap();
    assert_eq!(rows(&store), 5_010);
    assert!(store.verify().unwrap().is_whole());
}

fn sum(store: &Store, query: &str) -> Result<i64, StoreError> {
    store.read(|connection| Ok(connection.query_row(query, [], |row| row.get(0))?))
}

#[test]
fn damage_found_later_leaves_what_can_be_read_and_stops_writing() {
    let folder = Folder::new();
    let store = created(&folder);
    write(&store, 500).unwrap();
    store.close().unwrap();
    let whole = fs::read(folder.store()).unwrap();
    let mut found = 0;
    for page in 1..whole.len() / 4096 {
        let mut bytes = whole.clone();
        bytes[4096 * page + 100] ^= 1;
        fs::write(folder.store(), &bytes).unwrap();
        let Ok(store) = opened(&folder) else { continue };
        let entries = sum(&store, "SELECT sum(length(hash)) FROM entry");
        let bodies = sum(&store, "SELECT sum(length(value)) FROM household_field");
        assert!(entries.is_ok() || bodies.is_ok(), "page {page} is of one table alone: {entries:?}, {bodies:?}");
        assert_eq!(store.is_damaged(), entries.is_err() || bodies.is_err());
        if store.is_damaged() {
            found += 1;
            assert_eq!(write(&store, 1).unwrap_err(), StoreError::Damaged);
            assert_eq!(fs::read(folder.store()).unwrap(), bytes);
        }
    }
    assert!(found > 10, "{found}");
}

#[test]
fn a_look_through_the_whole_file_counts_the_damaged_pages_and_stops_writing() {
    let folder = Folder::new();
    let store = created(&folder);
    write(&store, 500).unwrap();
    store.close().unwrap();
    let whole = fs::read(folder.store()).unwrap();
    let open = |page: usize| {
        let mut bytes = whole.clone();
        bytes[4096 * page + 100] ^= 1;
        fs::write(folder.store(), bytes).unwrap();
        opened(&folder)
    };
    let mut looked_through = 0;
    for page in 1..whole.len() / 4096 {
        // Without the pages that hold the schema it does not open.
        let Ok(store) = open(page).inspect_err(|error| assert_eq!(*error, StoreError::Damaged)) else { continue };
        assert_eq!(store.verify().unwrap().damaged_pages, 1, "page {page}");
        assert_eq!(write(&store, 1), Err(StoreError::Damaged));
        looked_through += 1;
    }
    assert!(looked_through > 50, "{looked_through}");
}

#[test]
fn a_row_that_was_changed_breaks_its_link() {
    let folder = Folder::new();
    let store = created(&folder);
    write(&store, 5).unwrap();
    let changed = "UPDATE household_field SET value = 'Lain' WHERE household = ?1";
    store.change(|transaction| Ok(transaction.execute(changed, params![Uuid::from_u128(3).as_bytes()])?)).unwrap();
    let verification = store.verify().unwrap();
    assert_eq!((verification.broken_links, verification.rows), (1, 5));
    assert!(!verification.is_whole());
}

#[test]
fn a_row_that_was_taken_out_breaks_the_chain() {
    let folder = Folder::new();
    let store = created(&folder);
    write(&store, 5).unwrap();
    let taken = |connection: &rusqlite::Transaction<'_>| {
        connection.execute("DELETE FROM household_field WHERE entry = (SELECT id FROM entry WHERE position = 3)", [])?;
        connection.execute("DELETE FROM entry WHERE position = 3", [])?;
        Ok(())
    };
    store.change(taken).unwrap();
    assert!(store.verify().unwrap().broken_links > 0);
}

#[test]
fn an_action_that_fails_leaves_nothing_behind() {
    let folder = Folder::new();
    let store = created(&folder);
    let failed = store.append(author(), |writer| {
        name(writer, 1, "Contoh")?;
        writer.append(Kind::HOUSEHOLD_FIELD, vec![HouseholdId(Uuid::nil()).into(), Value::Text("colour".into()), Value::Null], None)
    });
    assert!(matches!(failed, Err(StoreError::Refused { .. })));
    assert_eq!(rows(&store), 0);
    write(&store, 1).unwrap();
    assert!(store.verify().unwrap().is_whole());
}

#[test]
fn the_clock_goes_on_when_that_of_the_phone_was_set_back() {
    let folder = Folder::new();
    let store = created(&folder);
    write(&store, 2).unwrap();
    let earlier = Author { moment: Moment { unix_ms: 1_000, utc_offset_min: 420 }, ..author() };
    store.append(earlier, |writer| name(writer, 9, "Contoh")).unwrap();
    let clocks = |connection: &Connection| {
        let mut statement = connection.prepare("SELECT clock FROM entry ORDER BY position")?;
        Ok(statement.query_map([], |row| row.get::<_, i64>(0))?.collect::<Result<Vec<_>, _>>()?)
    };
    let clocks = store.read(clocks).unwrap();
    assert_eq!(clocks.len(), 3);
    assert!(clocks.is_sorted() && clocks.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn no_error_tells_where_the_file_lies() {
    let folder = Folder::new();
    let error = opened(&folder).unwrap_err();
    assert!(!format!("{error} {error:?}").contains("keluarga"));
}
