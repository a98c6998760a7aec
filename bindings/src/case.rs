//! What is known about one person on one day, as the app gives it.

use chrono::NaiveDate;
use siklus_core::person::{Precision, Sex};

use crate::answer::RecordedFact;
use crate::private::hide;

/// What is known about one person on one day.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct CaseRequest {
    /// The day of the visit, a local calendar date.
    pub on: NaiveDate,
    /// The sex.
    pub sex: Sex,
    /// The birth date.
    pub born: BornRequest,
    /// The pregnancy in progress.
    pub pregnancy: Option<PregnancyRequest>,
    /// The day of the latest delivery.
    pub delivered_on: Option<NaiveDate>,
    /// What is known of the person's own birth.
    pub birth: BirthRequest,
    /// The answers of this visit, in any order. A fact that was not asked is left out.
    pub facts: Vec<RecordedFact>,
    /// Earlier visits, in any order.
    pub history: Vec<EarlierVisitRequest>,
    /// Immunisations and other dated services received, in any order.
    pub doses: Vec<DoseRequest>,
}

/// A birth date and how exactly it is known.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct BornRequest {
    /// The date; only the part that the precision names counts.
    pub date: NaiveDate,
    /// How exactly it is known.
    pub precision: Precision,
}

/// How the beginning of a pregnancy is known.
#[derive(Clone, uniffi::Enum)]
#[uniffi::export(Debug)]
pub enum PregnancyRequest {
    /// First day of the last menstrual period (HPHT).
    Lmp {
        /// That day.
        on: NaiveDate,
    },
    /// Estimated date of delivery (HPL).
    Edd {
        /// That day.
        on: NaiveDate,
    },
}

/// What is known of a person's own birth.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct BirthRequest {
    /// Birth weight in grams, 300 to 7,000.
    pub weight_g: Option<i64>,
    /// Completed weeks of gestation at birth, 20 to 45.
    pub gestation_weeks: Option<i64>,
}

/// A visit before this one, with what was recorded.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct EarlierVisitRequest {
    /// Its day.
    pub on: NaiveDate,
    /// Its answers, in any order.
    pub facts: Vec<RecordedFact>,
}

/// A dated service that was received.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct DoseRequest {
    /// The code of the service in the pack, as `imm.bcg`.
    pub service: String,
    /// When; none when the date is not known.
    pub on: Option<NaiveDate>,
}

hide!(CaseRequest, BornRequest, PregnancyRequest, BirthRequest, EarlierVisitRequest, DoseRequest);
