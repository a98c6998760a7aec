//! Every query goes by an index.

use std::fs;
use std::path::Path;

use regex_lite::Regex;

use super::fixtures::{Folder, created};
use crate::store::{Store, StoreError};

/// Queries that look at all rows of a table, and may.
const WHOLE_TABLES: [&str; 4] = [
    // Looks through the whole file.
    "FROM entry ORDER BY",
    "FROM sqlite_master",
    // There are a dozen settings of an area, and a handful of open visits.
    "FROM setting JOIN entry",
    "FROM draft_visit ORDER BY",
];

/// The statements that stand whole in the sources of the store.
fn statements() -> Vec<String> {
    let literal = Regex::new(r#""((?:SELECT|UPDATE|DELETE|WITH)\s[^"]*)""#).unwrap();
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let mut folders = vec![sources];
    let mut statements = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            match path.extension() {
                None if !path.ends_with("tests") => folders.push(path),
                Some(extension) if extension == "rs" => {
                    let source = fs::read_to_string(path).unwrap();
                    statements.extend(literal.captures_iter(&source).map(|found| found[1].to_owned()));
                }
                _ => {}
            }
        }
    }
    statements
}

/// The steps of a plan that go through a whole table; none when the statement does not stand whole in the source.
fn scans(store: &Store, statement: &str) -> Option<Vec<String>> {
    let plan = store.read(|connection| {
        let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {statement}"))?;
        let values = vec![rusqlite::types::Null; plan.parameter_count()];
        let steps = plan.query_map(rusqlite::params_from_iter(values), |row| row.get::<_, String>(3))?;
        Ok(steps.collect::<Result<Vec<_>, _>>()?)
    });
    match plan {
        Ok(steps) => Some(steps.into_iter().filter(|step| is_scan(step)).collect()),
        Err(StoreError::Refused { .. }) => None,
        Err(error) => panic!("{error}: {statement}"),
    }
}

/// A scan in the order of an index ends with its LIMIT; a subquery's own rows are few.
fn is_scan(step: &str) -> bool {
    step.starts_with("SCAN") && !step.contains("USING INDEX") && !step.contains("USING COVERING INDEX") && !step.starts_with("SCAN hit")
}

#[test]
fn every_query_goes_by_an_index() {
    let folder = Folder::new();
    let store = created(&folder);
    let mut seen = 0;
    for statement in statements() {
        let Some(scans) = scans(&store, &statement) else { continue };
        seen += 1;
        let may = WHOLE_TABLES.iter().any(|whole| statement.contains(whole));
        assert!(may || scans.is_empty(), "{scans:?}\n{statement}");
    }
    assert!(seen > 35, "{seen} statements found");
}

#[test]
fn a_query_without_an_index_is_seen() {
    let folder = Folder::new();
    let store = created(&folder);
    assert_eq!(scans(&store, "SELECT id FROM person WHERE name = ?1").unwrap().len(), 1);
}
