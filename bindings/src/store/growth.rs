//! How a child grows, in words.

use siklus_core::growth::Index;
use siklus_core::growth::monthly::Remark;
use siklus_core::screening::render::{AgainShown, GrowthShown, IndexShown, RemarkShown};

use crate::private::hide;

/// A measure compared with that of healthy children of the same age or length.
#[uniffi::remote(Enum)]
pub enum Index {
    /// Weight for age (BB/U).
    WeightForAge,
    /// Length or height for age (PB/U, TB/U).
    LengthForAge,
    /// Weight for length or height (BB/PB, BB/TB).
    WeightForLength,
    /// Body mass index for age (IMT/U).
    BmiForAge,
    /// Head circumference for age (LK/U).
    HeadForAge,
    /// Mid-upper arm circumference for age (LiLA/U).
    ArmForAge,
}

/// Something that is told of the weighings of a child.
#[uniffi::remote(Enum)]
pub enum Remark {
    /// The weight rises (N).
    Rising,
    /// The weight does not rise (T).
    NotRising,
    /// It did not rise in two months in a row (2T).
    NotRisingTwice,
    /// It did not rise in three months in a row, or more (3T).
    NotRisingThrice,
    /// Not weighed in the month before, so that nothing can be compared (O).
    AbsentLastMonth,
    /// Weighed for the first time (B).
    FirstWeighing,
    /// The two weighings are not a month apart.
    OddlySpaced,
    /// Below the red line (BGM).
    BelowRedLine,
}

/// How a child grows, in words.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct GrowthView {
    /// The heading.
    pub title: String,
    /// The indices that have a z-score.
    pub indices: Vec<GrowthIndexView>,
    /// What is told of the weighings, the status of the month first.
    pub monthly: Vec<GrowthRemarkView>,
    /// What to measure once more.
    pub measure_again: Vec<MeasureAgainView>,
}

/// An index in words.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct GrowthIndexView {
    /// Which.
    pub index: Index,
    /// Its name.
    pub name: String,
    /// The z-score with its unit.
    pub z_text: String,
    /// The class, or that the value cannot be; none where there are no classes.
    pub class_text: Option<String>,
    /// Whether it is beyond what can be.
    pub flagged: bool,
    /// All of it in one line.
    pub text: String,
}

/// Something that is told of the weighings.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct GrowthRemarkView {
    /// What it is.
    pub remark: Remark,
    /// The same in words.
    pub text: String,
}

/// What to measure once more.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct MeasureAgainView {
    /// The id of the fact at which it is shown.
    pub fact: String,
    /// Why, and a polite question.
    pub text: String,
}

hide!(GrowthView, GrowthIndexView, GrowthRemarkView, MeasureAgainView);

impl From<GrowthShown> for GrowthView {
    fn from(growth: GrowthShown) -> Self {
        Self {
            title: growth.title,
            indices: growth.indices.into_iter().map(GrowthIndexView::from).collect(),
            monthly: growth.monthly.into_iter().map(|RemarkShown { remark, text }| GrowthRemarkView { remark, text }).collect(),
            measure_again: growth
                .measure_again
                .into_iter()
                .map(|AgainShown { id, text, .. }| MeasureAgainView { fact: id, text })
                .collect(),
        }
    }
}

impl From<IndexShown> for GrowthIndexView {
    fn from(shown: IndexShown) -> Self {
        let IndexShown { index, name, z_text, class_text, flagged, text, .. } = shown;
        Self { index, name, z_text, class_text, flagged, text }
    }
}
