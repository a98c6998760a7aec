//! PINs that are right and wrong, and waits.

use uuid::Uuid;

use super::fixtures::{Phone, add_tini, at, pin, wrong_pins};
use crate::access::{AccessError, Now};
use crate::store::ActorId;

#[test]
fn a_pin_gives_the_key_of_the_store_after_any_restart() {
    let phone = Phone::new();
    let new = phone.ring();
    let cadre = new.unlocked.cadre();
    let unlocked = phone.open().unwrap().unlock(cadre, &pin("482913"), at(1)).unwrap();
    assert_eq!(unlocked.key().bytes(), new.unlocked.key().bytes());
    assert_eq!(unlocked.cadre(), cadre);
}

#[test]
fn two_rings_have_two_keys() {
    let (one, other) = (Phone::new(), Phone::new());
    assert_ne!(one.ring().unlocked.key().bytes(), other.ring().unlocked.key().bytes());
}

#[test]
fn five_wrong_pins_begin_a_wait_that_survives_a_restart() {
    let phone = Phone::new();
    let cadre = phone.ring().unlocked.cadre();
    wrong_pins(&phone.open().unwrap(), cadre, 4, at(0));
    let fifth = phone.open().unwrap().unlock(cadre, &pin("999998"), at(0)).err();
    assert_eq!(fifth, Some(AccessError::WrongPin { tries_left: 0, wait_s: 30 }));
    let ring = phone.open().unwrap();
    assert_eq!(ring.unlock(cadre, &pin("482913"), at(29)).err(), Some(AccessError::MustWait { seconds: 1 }));
    assert_eq!(ring.wait_s(cadre, at(10)), Ok(20));
    assert!(ring.unlock(cadre, &pin("482913"), at(30)).is_ok());
}

#[test]
fn a_right_pin_makes_wrong_ones_forgotten() {
    let phone = Phone::new();
    let cadre = phone.ring().unlocked.cadre();
    let ring = phone.open().unwrap();
    wrong_pins(&ring, cadre, 4, at(0));
    ring.unlock(cadre, &pin("482913"), at(0)).unwrap();
    wrong_pins(&phone.open().unwrap(), cadre, 4, at(0));
    assert_eq!(ring.wait_s(cadre, at(0)), Ok(0));
}

#[test]
fn a_cadre_cannot_make_the_tries_at_another_ones_pin_forgotten() {
    let phone = Phone::new();
    let new = phone.ring();
    let tini = add_tini(&new.ring, &new.unlocked);
    wrong_pins(&new.ring, tini, 5, at(0));
    new.ring.unlock(new.unlocked.cadre(), &pin("482913"), at(0)).unwrap();
    assert_eq!(new.ring.wait_s(tini, at(0)), Ok(30));
    assert_eq!(new.ring.wait_s(new.unlocked.cadre(), at(0)), Ok(0));
}

#[test]
fn a_clock_that_is_set_back_begins_the_wait_again_and_a_look_is_enough_for_it_to_end() {
    let phone = Phone::new();
    let cadre = phone.ring().unlocked.cadre();
    wrong_pins(&phone.open().unwrap(), cadre, 5, at(0));
    assert_eq!(phone.open().unwrap().wait_s(cadre, at(-1_000)), Ok(30));
    assert_eq!(phone.open().unwrap().wait_s(cadre, at(-980)), Ok(10));
    assert!(phone.open().unwrap().unlock(cadre, &pin("482913"), at(-970)).is_ok());
}

#[test]
fn a_clock_that_is_set_forward_shortens_nothing_where_the_time_since_the_start_is_told() {
    let phone = Phone::new();
    let cadre = phone.ring().unlocked.cadre();
    let ring = phone.open().unwrap();
    let now = |wall_s, boot_ms| Now { since_boot_ms: Some(boot_ms), ..at(wall_s) };
    wrong_pins(&ring, cadre, 5, now(0, 50_000));
    assert_eq!(ring.unlock(cadre, &pin("482913"), now(7_200, 51_000)).err(), Some(AccessError::MustWait { seconds: 29 }));
}

#[test]
fn a_try_is_on_the_disk_before_the_pin_is_looked_at() {
    let phone = Phone::new();
    let cadre = phone.ring().unlocked.cadre();
    let ring = phone.open().unwrap();
    // The PIN is right, and nothing can be written after it was looked at.
    phone.keystore.set_seals_left(1);
    assert!(ring.unlock(cadre, &pin("482913"), at(0)).is_ok());
    phone.keystore.set_seals_left(9);
    let second = phone.open().unwrap().unlock(cadre, &pin("999998"), at(0)).err();
    assert_eq!(second, Some(AccessError::WrongPin { tries_left: 3, wait_s: 0 }));
}

#[test]
fn a_try_that_cannot_be_counted_is_none() {
    let phone = Phone::new();
    let cadre = phone.ring().unlocked.cadre();
    let ring = phone.open().unwrap();
    phone.keystore.set_seals_left(0);
    assert_eq!(ring.unlock(cadre, &pin("482913"), at(0)).err(), Some(AccessError::SealUnavailable));
}

#[test]
fn nobody_else_unlocks() {
    let phone = Phone::new();
    let ring = phone.ring().ring;
    assert_eq!(ring.unlock(ActorId(Uuid::nil()), &pin("482913"), at(0)).err(), Some(AccessError::UnknownCadre));
    assert_eq!(ring.wait_s(ActorId(Uuid::nil()), at(0)), Err(AccessError::UnknownCadre));
}
