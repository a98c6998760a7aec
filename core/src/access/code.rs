//! The recovery code: 26 random symbols and two that tell a typing mistake, in groups of four.

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{AccessError, random};
use crate::hidden::hidden;

/// Letters and digits without those that are taken for each other: 0 and O, 1 and I. Each stands for 5 bits.
const SYMBOLS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// 130 bits: nobody guesses them, so that wrong codes need no wait.
const RANDOM: usize = 26;
const CHECKS: usize = 2;
const GROUP: usize = 4;

/// What opens a ring when a PIN is forgotten, or when the phone's keystore lost its key. Shown once and kept on paper, away from the phone.
/// Wiped from memory when dropped.
pub struct RecoveryCode(Zeroizing<Vec<u8>>);

hidden!(RecoveryCode);

impl RecoveryCode {
    /// A new code.
    pub(super) fn random() -> Result<Self, AccessError> {
        let random = Zeroizing::new(random::bytes::<RANDOM>()?);
        let mut symbols = Zeroizing::new(Vec::with_capacity(RANDOM + CHECKS));
        symbols.extend(random.iter().map(|byte| symbol(*byte)));
        let checks = checks(&symbols);
        symbols.extend(checks);
        Ok(Self(symbols))
    }

    /// The code that was typed; spaces, hyphens and small letters are as good.
    ///
    /// # Errors
    /// [`AccessError::MistypedCode`] when it cannot be a code. Of 1,000 typing mistakes one may be missed here; it is then a wrong code.
    pub fn read(typed: &str) -> Result<Self, AccessError> {
        let meant = typed.bytes().filter(|byte| !byte.is_ascii_whitespace() && *byte != b'-');
        let mut symbols = Zeroizing::new(Vec::with_capacity(typed.len()));
        symbols.extend(meant.map(|byte| byte.to_ascii_uppercase()));
        let well_formed = match symbols.split_at_checked(RANDOM) {
            Some((random, tail)) => symbols.iter().all(|symbol| SYMBOLS.contains(symbol)) && tail == checks(random),
            None => false,
        };
        if well_formed { Ok(Self(symbols)) } else { Err(AccessError::MistypedCode) }
    }

    /// As it is shown and written down: `ABCD-EFGH-...`, seven groups.
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(2 * self.0.len()));
        for (group, symbols) in self.0.chunks(GROUP).enumerate() {
            text.push_str(if group == 0 { "" } else { "-" });
            text.extend(symbols.iter().map(|symbol| char::from(*symbol)));
        }
        text
    }

    pub(super) fn symbols(&self) -> &[u8] {
        &self.0
    }
}

/// Each symbol stands for as many bytes as any other.
fn symbol(byte: u8) -> u8 {
    SYMBOLS.get(usize::from(byte) % SYMBOLS.len()).copied().unwrap_or_default()
}

/// They follow from the other symbols and tell nothing that is not in them.
fn checks(symbols: &[u8]) -> [u8; CHECKS] {
    let hash: [u8; 32] = Sha256::new().chain_update(b"siklus recovery code").chain_update(symbols).finalize().into();
    let [first, second, ..] = hash;
    [symbol(first), symbol(second)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> String {
        RecoveryCode::random().unwrap().text().to_string()
    }

    #[test]
    fn a_code_is_seven_groups_of_four_readable_symbols() {
        let code = code();
        let groups: Vec<&str> = code.split('-').collect();
        assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [4; 7]);
        assert!(!code.contains(['0', 'O', '1', 'I']));
        assert_ne!(code, self::code());
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = code();
        let typed = [code.clone(), code.to_lowercase(), code.replace('-', " "), code.replace('-', ""), format!("  {code}\n")];
        for typed in typed {
            assert_eq!(*RecoveryCode::read(&typed).unwrap().text(), code);
        }
    }

    #[test]
    fn a_typing_mistake_is_seen() {
        // A fixed code: of random ones a few in a thousand mistakes pass.
        let symbols = b"ABCDEFGHJKLMNPQRSTUVWXYZ23".to_vec();
        let code = String::from_utf8([symbols.clone(), checks(&symbols).to_vec()].concat()).unwrap();
        assert!(RecoveryCode::read(&code).is_ok());
        for place in 0..code.len() {
            let mut wrong = code.clone().into_bytes();
            wrong[place] = if wrong[place] == b'7' { b'8' } else { b'7' };
            let wrong = String::from_utf8(wrong).unwrap();
            assert_eq!(RecoveryCode::read(&wrong).err(), Some(AccessError::MistypedCode), "{wrong}");
        }
        for wrong in ["", &code[1..], &format!("{code}A"), &code.replace('A', "O"), &code.replace('A', "é")] {
            assert_eq!(RecoveryCode::read(wrong).err(), Some(AccessError::MistypedCode), "{wrong}");
        }
    }

    #[test]
    fn debug_output_hides_the_code() {
        assert_eq!(format!("{:?}", RecoveryCode::random()), "Ok(RecoveryCode(hidden))");
    }
}
