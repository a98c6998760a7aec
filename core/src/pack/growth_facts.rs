//! The facts that growth is made of. Their names are those of the codebook.

use crate::growth::Measure;

pub(crate) const POSITION: &str = "measured_position";
pub(crate) const OEDEMA: &str = "oedema_both_feet";

/// The fact that holds a measure.
pub(crate) const fn fact_of(measure: Measure) -> &'static str {
    match measure {
        Measure::Weight => "weight_kg",
        Measure::Length => "height_cm",
        Measure::Head => "head_circumference_cm",
        Measure::Arm => "muac_cm",
    }
}

/// Whether growth is made of a fact of this name.
#[cfg(feature = "sqlcipher")]
pub(crate) fn is_of_growth(fact: &str) -> bool {
    fact == POSITION || fact == OEDEMA || Measure::ALL.into_iter().any(|measure| fact_of(measure) == fact)
}
