//! The pack that is built in loads whole.

use siklus_core::pack::Pack;

#[test]
fn the_pack_that_is_built_in_has_no_fault() {
    let pack = Pack::embedded().unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(pack.rules().count(), 554);
    assert_eq!(pack.dictionary().len(), 569);
}
