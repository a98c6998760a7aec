//! The words that the core and Kotlin share. They are the core's own types; a word that is added there must be added here.

use siklus_core::pack::source::{Action, Confidence, Within};
use siklus_core::person::{LifeStage, Precision, Sex};

/// The sex that a form states.
#[uniffi::remote(Enum)]
pub enum Sex {
    /// A woman or a girl.
    Female,
    /// A man or a boy.
    Male,
}

/// Which part of a birth date counts.
#[uniffi::remote(Enum)]
pub enum Precision {
    /// The day is known.
    Day,
    /// The month and the year are known.
    Month,
    /// Only the year is known.
    Year,
}

/// A life stage. A person has exactly one of the nine age stages, and may be pregnant or post partum beside it.
#[uniffi::remote(Enum)]
pub enum LifeStage {
    /// A pregnancy is in progress.
    Pregnant,
    /// Day 0 to 42 after a delivery.
    Postpartum,
    /// Day 0 to 28 of life.
    Newborn,
    /// Day 29 to 5 completed months.
    Infant0To5Months,
    /// 6 to 11 completed months.
    Infant6To11Months,
    /// 12 to 59 completed months.
    Child12To59Months,
    /// 60 to 71 completed months.
    Preschool60To71Months,
    /// 6 to 9 completed years.
    SchoolAge,
    /// 10 to 18 completed years.
    Adolescent,
    /// 19 to 59 completed years.
    Adult,
    /// 60 completed years and over.
    OlderAdult,
}

/// What is done about a finding; the last one is the most urgent.
#[uniffi::remote(Enum)]
pub enum Action {
    /// All is well: *sudah baik*.
    None,
    /// Teach: *edukasi*.
    Educate,
    /// A service is missing, make the appointment: *ingatkan layanan*.
    ServiceDue,
    /// Told to the health worker the same day: *lapor nakes*.
    Report,
    /// Examined at Pustu or Puskesmas by a deadline: *rujuk*.
    Refer,
    /// Go now: *rujuk segera*.
    Emergency,
}

/// By when somebody who is referred must be examined.
#[uniffi::remote(Enum)]
pub enum Within {
    /// Within 24 hours.
    Hours24,
    /// Within 7 days.
    Days7,
}

/// How sure the source of a rule is.
#[uniffi::remote(Enum)]
pub enum Confidence {
    /// Read in the source.
    Confirmed,
    /// Known, but not read again in the source.
    Recalled,
    /// Sources differ.
    Disputed,
    /// A decision of this project.
    Design,
}
