//! PINs change, cadres come and go, and a forgotten PIN is recovered.

use super::fixtures::{Phone, SARI, TINI, add_tini, at, names, newcomer, pin, wrong_pins};
use crate::access::{AccessError, PinFault, RecoveryCode};

#[test]
fn a_changed_pin_replaces_the_old_one() {
    let phone = Phone::new();
    let new = phone.ring();
    let cadre = new.unlocked.cadre();
    new.ring.change_pin(cadre, &pin("482913"), &pin("640258"), at(0)).unwrap();
    assert!(new.ring.unlock(cadre, &pin("482913"), at(0)).is_err());
    let unlocked = new.ring.unlock(cadre, &pin("640258"), at(0)).unwrap();
    assert_eq!(unlocked.key().bytes(), new.unlocked.key().bytes());
}

#[test]
fn changing_a_pin_tries_the_old_one() {
    let phone = Phone::new();
    let new = phone.ring();
    let cadre = new.unlocked.cadre();
    for tries_left in (0..5).rev() {
        let wait_s = if tries_left == 0 { 30 } else { 0 };
        let error = new.ring.change_pin(cadre, &pin("999998"), &pin("640258"), at(0));
        assert_eq!(error, Err(AccessError::WrongPin { tries_left, wait_s }));
    }
    let error = new.ring.change_pin(cadre, &pin("482913"), &pin("640258"), at(0));
    assert_eq!(error, Err(AccessError::MustWait { seconds: 30 }));
}

#[test]
fn a_pin_that_is_tried_first_cannot_be_set_in_any_way() {
    let phone = Phone::new();
    let new = phone.ring();
    let cadre = new.unlocked.cadre();
    let weak = Some(AccessError::Pin(PinFault::Row));
    assert_eq!(new.ring.change_pin(cadre, &pin("482913"), &pin("123456"), at(0)).err(), weak);
    assert_eq!(new.ring.add(&new.unlocked, newcomer(TINI, "123456"), at(0)).err(), weak);
    assert_eq!(new.ring.recover(&new.code, cadre, &pin("123456")).err(), weak);
    assert_eq!(pin("123456").may_be_chosen().err(), weak, "as may be asked before");
    assert!(pin("482913").may_be_chosen().is_ok());
    assert!(new.ring.unlock(cadre, &pin("482913"), at(0)).is_ok());
}

#[test]
fn a_cadre_who_is_added_has_the_same_key_of_the_store() {
    let phone = Phone::new();
    let new = phone.ring();
    let tini = add_tini(&new.ring, &new.unlocked);
    let ring = phone.open().unwrap();
    assert_eq!(names(&ring), [SARI, TINI]);
    let unlocked = ring.unlock(tini, &pin("305172"), at(2)).unwrap();
    assert_eq!(unlocked.key().bytes(), new.unlocked.key().bytes());
    assert_eq!(tini.0.get_version_num(), 7);
}

#[test]
fn a_cadre_who_is_removed_unlocks_and_changes_nothing_more() {
    let phone = Phone::new();
    let new = phone.ring();
    let tini = add_tini(&new.ring, &new.unlocked);
    let by_tini = new.ring.unlock(tini, &pin("305172"), at(2)).unwrap();
    new.ring.remove(&new.unlocked, tini).unwrap();
    assert_eq!(names(&new.ring), [SARI]);
    assert_eq!(new.ring.unlock(tini, &pin("305172"), at(3)).err(), Some(AccessError::UnknownCadre));
    assert_eq!(new.ring.remove(&by_tini, new.unlocked.cadre()), Err(AccessError::UnknownCadre));
}

#[test]
fn the_last_cadre_stays() {
    let phone = Phone::new();
    let new = phone.ring();
    assert_eq!(new.ring.remove(&new.unlocked, new.unlocked.cadre()), Err(AccessError::LastCadre));
    assert_eq!(names(&new.ring), [SARI]);
}

#[test]
fn a_key_of_another_ring_changes_nothing() {
    let (phone, other) = (Phone::new(), Phone::new());
    let (new, foreign) = (phone.ring(), other.ring());
    assert_eq!(new.ring.add(&foreign.unlocked, newcomer(TINI, "305172"), at(0)), Err(AccessError::OtherRing));
    assert_eq!(new.ring.renew_code(&foreign.unlocked).err(), Some(AccessError::OtherRing));
}

#[test]
fn a_name_is_made_tidy_or_refused() {
    let phone = Phone::new();
    let new = phone.ring();
    new.ring.add(&new.unlocked, newcomer("  Bu   Tini ", "305172"), at(0)).unwrap();
    assert_eq!(names(&new.ring), [SARI, "Bu Tini"]);
    let long: &str = Box::leak("a".repeat(81).into_boxed_str());
    for wrong in ["", "  ", long, "Bu\u{7}"] {
        assert_eq!(new.ring.add(&new.unlocked, newcomer(wrong, "305172"), at(0)), Err(AccessError::InvalidName));
    }
}

#[test]
fn the_recovery_code_gives_a_new_pin_and_ends_the_wait() {
    let phone = Phone::new();
    let new = phone.ring();
    let cadre = new.unlocked.cadre();
    wrong_pins(&new.ring, cadre, 5, at(0));
    let code = RecoveryCode::read(&new.code.text().to_lowercase()).unwrap();
    let unlocked = new.ring.recover(&code, cadre, &pin("640258")).unwrap();
    assert_eq!(unlocked.key().bytes(), new.unlocked.key().bytes());
    assert!(new.ring.unlock(cadre, &pin("640258"), at(0)).is_ok());
    assert!(new.ring.recover(&code, cadre, &pin("751369")).is_ok(), "the code stays");
}

#[test]
fn another_code_recovers_nothing() {
    let (phone, other) = (Phone::new(), Phone::new());
    let (new, foreign) = (phone.ring(), other.ring());
    assert_eq!(new.ring.recover(&foreign.code, new.unlocked.cadre(), &pin("640258")).err(), Some(AccessError::WrongCode));
    assert!(new.ring.unlock(new.unlocked.cadre(), &pin("482913"), at(0)).is_ok());
}

#[test]
fn a_renewed_code_replaces_the_old_one() {
    let phone = Phone::new();
    let new = phone.ring();
    let cadre = new.unlocked.cadre();
    let code = new.ring.renew_code(&new.unlocked).unwrap();
    assert_eq!(new.ring.recover(&new.code, cadre, &pin("640258")).err(), Some(AccessError::WrongCode));
    assert!(new.ring.recover(&code, cadre, &pin("640258")).is_ok());
}
