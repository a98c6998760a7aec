//! The name that a misspelt one was probably meant to be.

use strsim::damerau_levenshtein;

/// The known name that differs least from `name`; `None` when even that one differs in more than a third of its letters. Of equally near
/// names it is the first.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (name.chars().count() / 3).max(1);
    let distances = known.into_iter().map(|candidate| (damerau_levenshtein(name, candidate), candidate));
    distances.filter(|(distance, _)| *distance <= limit).min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_finds_the_right_one() {
        let known = ["fever", "muac_cm", "weight_kg"];
        assert_eq!(nearest("muac_mc", known), Some("muac_cm"));
        assert_eq!(nearest("wieght_kg", known), Some("weight_kg"));
        assert_eq!(nearest("feve", known), Some("fever"));
        assert_eq!(nearest("fear", known), None);
        assert_eq!(nearest("headache", known), None);
        assert_eq!(nearest("", known), None);
    }
}
