//! Whether a household agreed that its data are kept. (UU 27/2022 on personal data, articles 20 to 25)

use rusqlite::params;
use rusqlite::types::Value;

use crate::names::names;
use crate::store::ids::HouseholdId;
use crate::store::row::{Author, Kind, Writer};
use crate::store::{Store, StoreError};

/// What a household said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentState {
    /// It agreed.
    Agreed,
    /// It refused: nothing but the refusal is kept.
    Refused,
    /// It agreed once and no longer does: what was kept until then stays, nothing is added.
    Withdrawn,
}

/// How it said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentWay {
    /// Spoken before the cadre.
    Spoken,
    /// Signed.
    Signed,
    /// With a thumb mark.
    ThumbMark,
    /// As a recording.
    Recorded,
}

names! { ConsentState { Agreed = "agreed", Refused = "refused", Withdrawn = "withdrawn", } }
names! { ConsentWay { Spoken = "spoken", Signed = "signed", ThumbMark = "thumb_mark", Recorded = "recorded", } }

/// A consent, a refusal or a withdrawal.
#[derive(Clone, PartialEq, Eq)]
pub struct Consent {
    /// What the household said.
    pub state: ConsentState,
    /// The version of the notice that was read out.
    pub notice: String,
    /// How it was said.
    pub way: ConsentWay,
    /// Who said it; not kept with a refusal.
    pub given_by: Option<String>,
}

impl std::fmt::Debug for Consent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Consent({})", self.state.as_str())
    }
}

impl Store {
    /// Records what a household says now.
    pub(crate) fn set_consent(&self, author: Author, household: HouseholdId, consent: &Consent) -> Result<(), StoreError> {
        self.append(author, |writer| write(writer, household, consent))
    }
}

pub(super) fn write(writer: &mut Writer<'_>, household: HouseholdId, consent: &Consent) -> Result<(), StoreError> {
    let before = "SELECT entry FROM consent JOIN entry ON entry.id = consent.entry WHERE household = ?1 ORDER BY clock DESC LIMIT 1";
    let supersedes = writer.latest(before, params![household])?;
    let given_by = consent.given_by.clone().filter(|_| consent.state != ConsentState::Refused);
    let values = vec![
        household.into(),
        Value::Text(consent.state.as_str().into()),
        Value::Text(consent.notice.clone()),
        Value::Text(consent.way.as_str().into()),
        given_by.map_or(Value::Null, Value::Text),
    ];
    writer.append(Kind::CONSENT, values, supersedes)?;
    Ok(())
}
