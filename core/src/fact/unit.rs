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
