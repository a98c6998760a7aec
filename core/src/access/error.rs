//! What can go wrong with a ring of keys. No message holds a path, a key, a PIN, a code or a name.

use std::io;

use thiserror::Error;

use super::SealFault;

/// Why a ring could not be made, read or changed. What it held before stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AccessError {
    /// There is no ring at this place.
    #[error("there is no ring of keys here")]
    NotFound,
    /// There is a ring at this place already; it is left as it is.
    #[error("there is a ring of keys here already")]
    AlreadyThere,
    /// The ring has no such cadre.
    #[error("the ring has no such cadre")]
    UnknownCadre,
    /// The PIN is not hers.
    #[error("the PIN is wrong")]
    WrongPin {
        /// How many wrong PINs are left before each one means a wait: 4 to 0.
        tries_left: u32,
        /// How long the next try must wait, in seconds; 0 while tries are left.
        wait_s: u32,
    },
    /// After wrong PINs a wait is not over. The PIN was not looked at, and the try does not count.
    #[error("the next try must wait for {seconds} s")]
    MustWait {
        /// For how long, in seconds: 1 to 3,600.
        seconds: u32,
    },
    /// The PIN cannot be taken.
    #[error("this cannot be a PIN: {0}")]
    Pin(PinFault),
    /// A recovery code with a mistake in it: it was not looked at whether it is that of the ring.
    #[error("the recovery code has a typing mistake")]
    MistypedCode,
    /// A well-formed recovery code, but another ring's or one that was replaced.
    #[error("the recovery code is not that of this ring")]
    WrongCode,
    /// The name is empty, longer than 80 letters, or has control characters.
    #[error("this cannot be a name")]
    InvalidName,
    /// The only cadre cannot be taken out.
    #[error("the last cadre cannot be removed")]
    LastCadre,
    /// What was unlocked belongs to another ring.
    #[error("the key is not that of this ring")]
    OtherRing,
    /// The file is not as it was written, or the keystore of this phone does not know it. The recovery code may still open it.
    #[error("the ring of keys cannot be read on this phone")]
    Damaged,
    /// A later version of the library wrote the ring.
    #[error("the ring is of version {found}; this library knows up to {known}")]
    Newer {
        /// The version of the ring.
        found: u32,
        /// The latest version that this library knows.
        known: u32,
    },
    /// The keystore of the phone does not answer; it may later.
    #[error("the keystore of the phone does not answer")]
    SealUnavailable,
    /// The file or its folder cannot be written.
    #[error("the ring can be read, but not written")]
    ReadOnly,
    /// The disk is full, or the ring is longer than a ring may be. Tries are counted on the disk, so that without room there is none.
    #[error("there is no space left to write to")]
    NoSpace,
    /// There is not as much memory as a check of a PIN takes.
    #[error("there is not enough memory to check a PIN")]
    NoMemory,
    /// The operating system refused.
    #[error("the ring could not be read or written ({0})")]
    Io(io::ErrorKind),
}

/// Why six digits, or what was typed for them, cannot be a PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PinFault {
    /// Anything but six digits.
    #[error("it does not have six digits")]
    NotSixDigits,
    /// One digit six times, as 111111.
    #[error("all digits are the same")]
    SameDigit,
    /// A row, as 123456, 654321 or 890123.
    #[error("the digits stand in a row")]
    Row,
    /// A part that comes again, as 121212 or 123123.
    #[error("a part of it comes again")]
    Repeated,
    /// One of the few that everybody tries first, as 112233.
    #[error("it is one of those that are tried first")]
    MuchUsed,
}

impl From<SealFault> for AccessError {
    fn from(fault: SealFault) -> Self {
        match fault {
            SealFault::Refused => Self::Damaged,
            SealFault::Unavailable => Self::SealUnavailable,
        }
    }
}

impl From<io::Error> for AccessError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind::{AlreadyExists, FileTooLarge, NotFound, PermissionDenied, ReadOnlyFilesystem, StorageFull};
        match error.kind() {
            NotFound => Self::NotFound,
            AlreadyExists => Self::AlreadyThere,
            PermissionDenied | ReadOnlyFilesystem => Self::ReadOnly,
            StorageFull | FileTooLarge => Self::NoSpace,
            kind => Self::Io(kind),
        }
    }
}
