//! The seal of the phone, and a ring that it does not open any more.

use std::fs;

use super::fixtures::{Keystore, Phone, SARI, TINI, add_tini, at, names, newcomer, pin};
use crate::access::{AccessError, Cost, KeyRing};

/// As if the keystore had lost its key, or as if the files lay on another phone.
fn without_its_key(mut phone: Phone) -> Phone {
    phone.keystore = Keystore::with_key(0x33);
    phone
}

#[test]
fn no_name_no_id_and_no_count_of_tries_stands_in_the_file() {
    let phone = Phone::new();
    let new = phone.ring();
    let id = new.unlocked.cadre().to_string();
    let text = String::from_utf8(fs::read(phone.file()).unwrap()).unwrap();
    for hidden in [SARI, "Contoh", &id, "tries", "482913", &new.code.text()] {
        assert!(!text.contains(hidden), "{hidden}");
    }
}

#[test]
fn a_keystore_that_does_not_answer_is_told_from_one_that_lost_its_key() {
    let phone = Phone::new();
    let ring = phone.ring().ring;
    let before = phone.files();
    phone.keystore.set_answers(false);
    assert_eq!(phone.open().err(), Some(AccessError::SealUnavailable));
    assert_eq!(ring.cadres().err(), Some(AccessError::SealUnavailable));
    let phone = without_its_key(phone);
    assert_eq!(phone.open().err(), Some(AccessError::Damaged));
    assert_eq!(phone.files(), before);
}

#[test]
fn with_the_code_a_ring_is_made_again_where_the_keystore_lost_its_key() {
    let phone = Phone::new();
    let new = phone.ring();
    add_tini(&new.ring, &new.unlocked);
    let old = fs::read(phone.file()).unwrap();
    let phone = without_its_key(phone);
    let first = newcomer(SARI, "640258");
    let (ring, unlocked) = KeyRing::restore(&phone.file(), phone.seal(), &new.code, first, Cost::CHEAP, at(9)).unwrap();
    assert_eq!(unlocked.key().bytes(), new.unlocked.key().bytes());
    assert_eq!(names(&ring), [SARI]);
    assert!(phone.open().unwrap().unlock(unlocked.cadre(), &pin("640258"), at(9)).is_ok());
    assert!(ring.recover(&new.code, unlocked.cadre(), &pin("751369")).is_ok(), "the code stays");
    assert_eq!(ring.add(&new.unlocked, newcomer(TINI, "305172"), at(9)), Err(AccessError::OtherRing));
    let kept = phone.files().into_iter().find(|(name, _)| name == "kunci.replaced");
    assert_eq!(kept, Some(("kunci.replaced".into(), old)));
}

#[test]
fn a_ring_that_opens_or_may_open_later_is_not_made_again() {
    let phone = Phone::new();
    let new = phone.ring();
    let before = phone.files();
    let restore = |phone: &Phone, code| KeyRing::restore(&phone.file(), phone.seal(), code, newcomer(SARI, "640258"), Cost::CHEAP, at(9));
    assert_eq!(restore(&phone, &new.code).err(), Some(AccessError::AlreadyThere));
    phone.keystore.set_answers(false);
    assert_eq!(restore(&phone, &new.code).err(), Some(AccessError::SealUnavailable));
    let (phone, other) = (without_its_key(phone), Phone::new());
    assert_eq!(restore(&phone, &other.ring().code).err(), Some(AccessError::WrongCode));
    assert_eq!(phone.files(), before);
}

#[test]
fn debug_output_hides_everything() {
    let phone = Phone::new();
    let new = phone.ring();
    let printed = format!("{new:?} {:?} {:?} {:?}", new.ring, new.unlocked, new.ring.cadres());
    assert_eq!(printed, "NewRing(hidden) KeyRing(hidden) Unlocked(hidden) Ok([Cadre(hidden)])");
    assert_eq!(format!("{:?}", newcomer(SARI, "482913")), "Newcomer(hidden)");
}
