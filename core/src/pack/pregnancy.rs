//! Whom the forms of a pack take for somebody who may become pregnant.

use super::Pack;
use crate::person::{Age, LifeStage};

impl Pack {
    /// Whether a pregnancy is offered to be recorded at an age: it lies among the ages of the form for pregnant women, or the form names none.
    pub fn offers_pregnancy(&self, age: Age) -> bool {
        let form = self.source().forms.iter().find(|form| form.id.value == LifeStage::Pregnant.as_str());
        form.and_then(|form| form.age).is_none_or(|ages| ages.holds(age))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pregnancy_is_offered_from_10_to_54_years() {
        let pack = Pack::embedded().unwrap();
        let offers = |on: &str| pack.offers_pregnancy(Age::on("1970-03-02".parse().unwrap(), on.parse().unwrap()));
        assert!(!offers("1980-03-01") && offers("1980-03-02"));
        assert!(offers("2025-03-01") && !offers("2025-03-02"));
    }
}
