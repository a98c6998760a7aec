//! Units as people read them.

/// How a unit (a UCUM code) is written for people, in English for `en` and otherwise in Indonesian. Codes that are written alike
/// everywhere (cm, kg, mg/dL) stay as they are.
pub fn unit_label<'a>(ucum: &'a str, lang: &str) -> &'a str {
    let (indonesian, english) = match ucum {
        "mm[Hg]" => ("mmHg", "mmHg"),
        "Cel" => ("°C", "°C"),
        "a" => ("tahun", "years"),
        "mo" => ("bulan", "months"),
        "wk" => ("minggu", "weeks"),
        "d" => ("hari", "days"),
        "h" => ("jam", "hours"),
        "min" => ("menit", "minutes"),
        "s" => ("detik", "seconds"),
        "/min" => ("kali per menit", "per minute"),
        "/d" => ("per hari", "per day"),
        "d/wk" => ("hari per minggu", "days per week"),
        other => (other, other),
    };
    if lang == "en" { english } else { indonesian }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_written_for_people() {
        assert_eq!(unit_label("a", "id"), "tahun");
        assert_eq!(unit_label("a", "en"), "years");
        assert_eq!(unit_label("mo", "jv"), "bulan");
        assert_eq!(unit_label("mm[Hg]", "id"), "mmHg");
        assert_eq!(unit_label("mg/dL", "id"), "mg/dL");
    }
}
