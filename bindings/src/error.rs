//! What can go wrong, as Kotlin sees it. No error holds what was entered.

use siklus_core::fact::FactError;
use siklus_core::pack::fault::Faults;
use siklus_core::screening::{InputFault, InputRule};

/// Why a call failed. Each variant is there because an app acts differently on it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum SiklusError {
    /// Something that was given is not accepted.
    #[error("not accepted: {}", names(fields))]
    InvalidInput {
        /// Every field that is not accepted, at least one.
        fields: Vec<InvalidField>,
    },
    /// A rule pack does not load. The one that is built in always does.
    #[error("the rule pack has {} faults", faults.len())]
    PackFaulty {
        /// One line for each fault, with its place.
        faults: Vec<String>,
    },
    /// The store or the ring of keys is another key's: the app asks its keystore again, or another owner's file was put here.
    #[error("the key is not that of this file")]
    WrongKey,
    /// The store cannot be read as it was written. What can be read of it is left as it is; nothing is written any more.
    #[error("the store is damaged")]
    Damaged,
    /// A later version of the library wrote the store or the ring of keys: the app must be updated.
    #[error("the file is of version {found}; this library knows up to {known}")]
    NewerSchema {
        /// The version of the file.
        found: u32,
        /// The latest version that this library knows.
        known: u32,
    },
    /// The file or its folder cannot be written.
    #[error("the store can be read, but not written")]
    ReadOnly,
    /// The disk is full. What was saved stands; once there is room, writing goes on.
    #[error("there is no space left to write to")]
    NoSpace,
    /// It is open already, in another process or a second time in this one.
    #[error("the store is open elsewhere")]
    Locked,
    /// There is no such thing in the store or the ring of keys, or no store or ring.
    #[error("there is no such {what}")]
    NotFound {
        /// What was looked for, as `household`.
        what: String,
    },
    /// A store or a ring of keys is to be made where a file lies already; it is left as it is.
    #[error("there is a file here already")]
    AlreadyThere,
    /// The household has not agreed that its data are kept.
    #[error("the household has not agreed that its data are kept")]
    NoConsent,
    /// The store was closed.
    #[error("the store is closed")]
    Closed,
    /// The PIN is not this cadre's.
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
        /// For how long, in seconds.
        seconds: u32,
    },
    /// The PIN does not have six digits, or is too easy to guess to be chosen.
    #[error("this cannot be a PIN: {reason:?}")]
    WeakPin {
        /// Why.
        reason: PinFault,
    },
    /// The recovery code is not that of this ring.
    #[error("the recovery code is {}", if *mistyped { "mistyped" } else { "that of another ring" })]
    WrongRecoveryCode {
        /// Whether it has a typing mistake; otherwise it is another ring's, or was replaced.
        mistyped: bool,
    },
    /// The ring of keys is not as it was written, or the keystore has lost its key: the recovery code makes it again.
    #[error("the ring of keys cannot be read on this phone")]
    RingDamaged,
    /// The keystore of the phone does not answer; it may later.
    #[error("the keystore of the phone does not answer")]
    SealFailed,
    /// Something else must be done first, or the screen is out of date.
    #[error("not possible now: {rule:?}")]
    State {
        /// What stands against it.
        rule: StateRule,
    },
    /// A fault of the library or of the operating system.
    #[error("{reason}")]
    Unexpected {
        /// Words for the developer. They hold nothing of a person.
        reason: String,
    },
}

/// Why a PIN cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum PinFault {
    /// Anything but six digits.
    NotSixDigits,
    /// One digit six times.
    SameDigit,
    /// A row, as 123456 or 654321.
    Row,
    /// A part that comes again, as 121212.
    Repeated,
    /// One of the few that everybody tries first.
    MuchUsed,
}

/// What stands against a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum StateRule {
    /// The household has a visit that has not ended: go on with it, or cancel it.
    VisitInProgress,
    /// Of some member nobody said what became of them at the visit.
    PartsOpen,
    /// Sex or birth date of the person is not known, so that no form can be made.
    PersonIncomplete,
    /// The member was not assessed at this visit.
    NotAssessed,
    /// The form does not ask for the fact.
    NotAsked,
    /// The question is not on the screen: its gates are not met.
    Hidden,
    /// There is no earlier answer to be confirmed.
    NothingToConfirm,
    /// The last cadre of a ring of keys cannot be taken out.
    LastCadre,
}

/// A field that is not accepted.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct InvalidField {
    /// The field, as `facts.systolic_mmhg`, `history[1].on` or `pregnancy.lmp`; the number is the place in the list, from 0.
    pub field: String,
    /// Which rule is broken.
    pub rule: InvalidRule,
    /// What would be accepted: of a fact in the language asked for, otherwise in English.
    pub accepted: String,
}

/// The rule that a field breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum InvalidRule {
    /// Nothing was entered.
    Empty,
    /// Something of another type was given.
    WrongType,
    /// A whole number was asked for.
    NotWhole,
    /// The number is finer than it can be measured.
    OffStep,
    /// The number or date lies outside its limits.
    OutOfRange,
    /// The code is not in the list of the fact.
    NotAChoice,
    /// The text does not have the form that it must have.
    Pattern,
    /// A setting of the area cannot be unknown.
    UnknownForSetting,
    /// The pack has no such fact.
    NoSuchFact,
    /// The pack has no such service.
    NoSuchService,
    /// Not a calendar date.
    NotADate,
    /// The date lies after the visit, or before birth.
    DateOrder,
    /// Only a woman can have a pregnancy or a delivery.
    OfAMan,
    /// The same visit, service or fact stands twice.
    Twice,
    /// The systolic number is not above the diastolic one.
    PressureOrder,
    /// Another rule, which the text names.
    Other,
}

impl SiklusError {
    /// A text that should be a date. The field is not known where texts are read.
    pub(crate) fn not_a_date() -> Self {
        let accepted = "a date like 2026-03-02".to_owned();
        Self::InvalidInput { fields: vec![InvalidField { field: "date".to_owned(), rule: InvalidRule::NotADate, accepted }] }
    }
}

impl From<Faults> for SiklusError {
    fn from(faults: Faults) -> Self {
        Self::PackFaulty { faults: faults.list.iter().map(|fault| fault.line(&faults.files)).collect() }
    }
}

impl From<Vec<InputFault>> for SiklusError {
    fn from(faults: Vec<InputFault>) -> Self {
        let fields = faults.into_iter().map(|InputFault { field, rule }| InvalidField {
            field,
            rule: InvalidRule::from(rule),
            accepted: rule.to_string(),
        });
        Self::InvalidInput { fields: fields.collect() }
    }
}

impl From<&FactError> for InvalidRule {
    fn from(error: &FactError) -> Self {
        match error {
            FactError::Empty => Self::Empty,
            FactError::WrongType { .. } => Self::WrongType,
            FactError::DecimalPointInInteger => Self::NotWhole,
            FactError::OffStep { .. } => Self::OffStep,
            FactError::OutOfRange { .. } => Self::OutOfRange,
            FactError::NotAChoice { .. } => Self::NotAChoice,
            FactError::Pattern { .. } => Self::Pattern,
            FactError::UnknownForSetting => Self::UnknownForSetting,
        }
    }
}

impl From<InputRule> for InvalidRule {
    fn from(rule: InputRule) -> Self {
        use InputRule as Rule;
        match rule {
            Rule::BornAfterVisit | Rule::PregnancyAfterVisit | Rule::DeliveryInPregnancy | Rule::AfterVisit | Rule::BeforeBirth => {
                Self::DateOrder
            }
            Rule::BornTooLongAgo | Rule::BirthWeight | Rule::BirthGestation => Self::OutOfRange,
            Rule::OfAMan => Self::OfAMan,
            Rule::VisitTwice | Rule::DoseTwice | Rule::FactTwice => Self::Twice,
            Rule::PressureOrder => Self::PressureOrder,
            Rule::WrongKind => Self::WrongType,
            _ => Self::Other,
        }
    }
}

fn names(fields: &[InvalidField]) -> String {
    fields.iter().map(|invalid| invalid.field.as_str()).collect::<Vec<_>>().join(", ")
}
