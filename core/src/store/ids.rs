//! Ids of what is kept: UUIDs of version 7, one type for each thing, so that none is taken for another.

use std::fmt;
use std::str::FromStr;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, Value, ValueRef};
use uuid::Uuid;

/// A text that is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no id")]
pub struct NoId;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NoId;

            fn from_str(text: &str) -> Result<Self, NoId> {
                Uuid::parse_str(text).map(Self).map_err(|_| NoId)
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.0.as_bytes())))
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Uuid::from_slice(value.as_blob()?).map(Self).map_err(|error| FromSqlError::Other(Box::new(error)))
            }
        }

        impl From<$name> for Value {
            fn from(id: $name) -> Self {
                Self::Blob(id.0.as_bytes().to_vec())
            }
        }
    )*};
}

ids! {
    /// A household.
    HouseholdId,
    /// A person.
    PersonId,
    /// A pregnancy of a person.
    EpisodeId,
    /// A service that a person received.
    ServiceRecordId,
    /// A visit to a household.
    VisitId,
    /// A cadre.
    ActorId,
    /// A row.
    RowId,
    /// A phone.
    DeviceId,
}
