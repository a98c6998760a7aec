//! What can be wrong with what is known about a person. No fault holds what was entered.

use thiserror::Error;

/// Something wrong, and the field that holds it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{field}: {rule}")]
pub struct InputFault {
    /// The field, as `facts.systolic_mmhg`, `history[1].on` or `pregnancy.lmp`; the number is the place in the list, from 0.
    pub field: String,
    /// The rule that is broken.
    pub rule: InputRule,
}

/// The rule that is broken, with the accepted range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum InputRule {
    /// The birth date lies after the visit.
    #[error("the birth date must not be after the day of the visit")]
    BornAfterVisit,
    /// The birth date lies too far back.
    #[error("the birth date must be at most 130 years before the day of the visit")]
    BornTooLongAgo,
    /// A man has no pregnancy and no delivery.
    #[error("only a woman can have a pregnancy or a delivery")]
    OfAMan,
    /// The pregnancy begins after the visit.
    #[error("the pregnancy must begin on or before the day of the visit (an expected date of delivery lies at most 280 days after it)")]
    PregnancyAfterVisit,
    /// A delivery on or after the first day of the pregnancy in progress.
    #[error("the delivery must be before the first day of the pregnancy in progress")]
    DeliveryInPregnancy,
    /// The date lies after the visit.
    #[error("the date must not be after the day of the visit")]
    AfterVisit,
    /// The date lies before birth.
    #[error("the date must not be before birth")]
    BeforeBirth,
    /// The birth weight is out of range.
    #[error("the birth weight must be 300 to 7000 g")]
    BirthWeight,
    /// The gestation at birth is out of range.
    #[error("the gestation at birth must be 20 to 45 weeks")]
    BirthGestation,
    /// Two earlier visits on one day, or one on the day of this visit.
    #[error("each visit must be on a day of its own, before the day of this visit")]
    VisitTwice,
    /// The same service twice on one day.
    #[error("the same service may be recorded once a day")]
    DoseTwice,
    /// The same fact twice in one visit.
    #[error("a fact may be recorded once a visit")]
    FactTwice,
    /// The systolic number is not above the diastolic one.
    #[error("the systolic pressure must be above the diastolic pressure of the same reading")]
    PressureOrder,
    /// The answer is not of the kind that the fact has in this pack.
    #[error("the answer must be of the kind that the fact has in this pack")]
    WrongKind,
}
