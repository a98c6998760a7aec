//! The expected results are those that were copied.

use sha2::{Digest, Sha256};
use siklus_tests::files::{root, text};

#[test]
fn the_expected_results_are_unchanged() {
    let folder = root().join("tests/oracle/who-growth");
    let sums = text(&folder.join("SHA256SUMS"));
    assert_eq!(sums.lines().count(), 6);
    for line in sums.lines() {
        let (hash, name) = line.split_once("  ").expect("a hash and a name");
        let found: String = Sha256::digest(text(&folder.join(name))).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, hash, "{name}");
    }
}
