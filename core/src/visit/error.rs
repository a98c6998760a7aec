//! Why a call about a visit did not do what it should. Nothing has changed then, and no message holds anything of a person.

use thiserror::Error;

use super::CardFault;
use crate::form::FormError;
use crate::pack::fault::Faults;
use crate::person::register::FieldFault;
use crate::screening::InputFault;
use crate::store::StoreError;

/// Why a call did not do what it should.
#[derive(Debug, Error)]
pub enum VisitError {
    /// One of the store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Fields of a household, a person or a pregnancy are not accepted.
    #[error("{} fields are not accepted", .0.len())]
    Fields(Vec<FieldFault>),
    /// The household has not agreed that its data are kept.
    #[error("the household has not agreed that its data are kept")]
    NoConsent,
    /// The household has a visit that has not ended.
    #[error("the household has a visit that has not ended")]
    VisitInProgress,
    /// Sex or birth date of a person is not known, so that no form can be made.
    #[error("sex and birth date must be known before a form can be made")]
    PersonIncomplete,
    /// What is known about a person cannot be, as a birth after the visit.
    #[error("what is known about a person breaks {} rules", .0.len())]
    Person(Vec<InputFault>),
    /// Entries of a card of services are not accepted.
    #[error("{} entries of the card are not accepted", .0.len())]
    Card(Vec<CardFault>),
    /// The form does not do what it is asked to.
    #[error(transparent)]
    Form(FormError),
    /// The pack has no such fact.
    #[error("the pack has no such fact")]
    NoFact,
    /// For some member nobody said what became of them at the visit.
    #[error("{members} members of the household are not dealt with")]
    PartsOpen {
        /// How many.
        members: usize,
    },
    /// A reason is missing: a visit is cancelled, and a member not visited, for one.
    #[error("a reason is missing")]
    NoReason,
    /// The member was not assessed at this visit.
    #[error("the member was not assessed at this visit")]
    NotAssessed,
    /// A pack that a visit was judged with is kept and does not load in this version of the library.
    #[error("the pack of the visit cannot be used by this version of the library")]
    Pack(Box<Faults>),
}

impl From<FormError> for VisitError {
    fn from(error: FormError) -> Self {
        Self::Form(error)
    }
}

impl From<FieldFault> for VisitError {
    fn from(fault: FieldFault) -> Self {
        Self::Fields(vec![fault])
    }
}
