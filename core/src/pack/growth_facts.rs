//! The facts that growth is made of. Their names are those of the codebook.

use crate::fact::{Dictionary, FactId};
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

/// Those of a pack; none for one that it does not have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GrowthFacts {
    pub weight: Option<FactId>,
    pub length: Option<FactId>,
    pub head: Option<FactId>,
    pub arm: Option<FactId>,
    pub position: Option<FactId>,
    pub oedema: Option<FactId>,
}

impl GrowthFacts {
    pub(crate) fn of(dictionary: &Dictionary) -> Self {
        let measure = |measure| dictionary.find(fact_of(measure));
        Self {
            weight: measure(Measure::Weight),
            length: measure(Measure::Length),
            head: measure(Measure::Head),
            arm: measure(Measure::Arm),
            position: dictionary.find(POSITION),
            oedema: dictionary.find(OEDEMA),
        }
    }
}
