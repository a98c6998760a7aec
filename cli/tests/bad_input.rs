//! Each kind of bad input is refused with one line, and no line holds what was entered.

mod common;

use common::{folder, siklus, woman, write};

/// What no fault may repeat. The texts below enter nothing else that could be private.
const MARKERS: &[&str] = &["Rahasia", "4711", "1847-11-17", "2027-11-17"];

/// Each fault without the name of the file; those of one text all come, and nothing else.
fn refused(test: &str, text: &str, faults: &[&str]) {
    let path = write(&folder(test), "case.toml", text);
    let run = siklus([std::ffi::OsStr::new("assess"), path.as_os_str()]);
    let name = path.display().to_string();
    let found: Vec<_> = run.err.lines().map(|line| line.strip_prefix(&format!("{name}:")).unwrap_or(line)).collect();
    assert_eq!(found.len(), faults.len(), "{}", run.err);
    for (found, expected) in found.iter().zip(faults) {
        assert!(found.starts_with(expected), "expected `{expected}`, found `{found}`");
    }
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    for marker in MARKERS {
        assert!(!run.err.contains(marker), "a value in {}", run.err);
    }
}

macro_rules! refused {
    ($($name:ident: $text:expr => $($fault:literal),+;)*) => {$(
        #[test]
        fn $name() {
            refused(stringify!($name), &$text, &[$($fault),+]);
        }
    )*};
}

// Notation.
refused! {
    text_without_quotes: woman("[facts]\nsmoking = Rahasia") => "6: facts.smoking: not TOML, column 11: text must stand in double quotes";
    number_like_text: woman("[facts]\nmuac_cm = 4711x") => "6: facts.muac_cm: not TOML, column ";
    word_like_true: woman("[facts]\nheadache = tidak") => "6: facts.headache: not TOML, column 12: text must stand in double quotes";
    decimal_comma: woman("[facts]\nmuac_cm = 22,8") => "6: facts.muac_cm: not TOML, column 13: something stands after the value";
    quote_not_closed: woman("[facts]\nschool_name = \"Rahasia\nheadache = true") => "6: facts.school_name: not TOML, column 23: a closing quote is missing";
    bracket_not_closed: woman("[facts\nheadache = true") => "5: facts: not TOML, column 7: a closing bracket is missing";
    two_values: woman("[facts]\nmuac_cm = 22.8 \"Rahasia\"") => "6: facts.muac_cm: not TOML, column 16: something stands after the value";
    no_value: woman("[facts]\nmuac_cm =") => "6: facts.muac_cm: not TOML, column ";
    no_key: woman("[facts]\n= 4711") => "6: not TOML, column 1: expected `key = value`";
    a_word_alone: woman("[facts]\nheadache") => "6: facts.headache: not TOML, column 9: expected `key = value`";
    day_that_is_not: woman("").replace("1998-05-01", "1998-02-30") => "4: person.born: not TOML, column 8: not a date of the calendar";
    leading_zero: woman("[facts]\nsystolic_mmhg = 0120") => "6: facts.systolic_mmhg: not TOML, column 17: not a number";
    nested_lists: woman(&format!("[facts]\nheadache = {}", "[".repeat(100_000))) => "6: facts.headache: not TOML, column 92: nested too deeply";
    nested_keys: woman(&format!("[facts]\n{}a = 1", "a.".repeat(100_000))) => "6: not TOML, column 1: nested too deeply";
}

// Tables and keys.
refused! {
    unknown_table: woman("[pregnant]\nlmp = 2025-10-01") => "5: pregnant: unknown table";
    unknown_table_with_the_nearest: woman("[fact]\nheadache = true") => "5: fact: unknown table, did you mean `facts`?";
    unknown_key: woman("name = \"Rahasia\"") => "5: person.name: unknown key";
    unknown_key_with_odd_letters: woman("\"na\\nme\" = \"Rahasia\"") => "5: person.\"na\\nme\": unknown key";
    unknown_key_in_a_dose: woman("[[doses]]\ncode = \"anc.k1\"\nday = 2026-01-01") => "7: doses[0].day: unknown key";
    unknown_key_in_expect: woman("[expect]\nfinding = []") => "6: expect.finding: unknown key, did you mean `findings`?";
    key_twice: woman("[facts]\nheadache = true\nheadache = false") => "7: facts.headache: stands twice";
    table_twice: woman("[facts]\nheadache = true\n[facts]\nheadache = false") => "7: facts: stands twice", "8: facts.headache: stands twice";
    table_expected: "on = 2026-03-02\nperson = \"Rahasia\"" => "2: person: expected a table";
    history_not_a_list: woman("[history]\non = 2026-01-01") => "5: history: expected [[history]] tables";
}

// What must be there.
refused! {
    no_day: woman("").replace("on = 2026-03-02", "title = \"Rahasia\"") => "1: on: missing, expected the day of the visit";
    no_person: "on = 2026-03-02\n[facts]\nheadache = true" => "1: person: missing, expected [person] with sex and born";
    no_sex: "on = 2026-03-02\n[person]\nborn = 1998-05-01" => "2: person.sex: missing, expected female or male";
    no_birth_date: "on = 2026-03-02\n[person]\nsex = \"male\"" => "2: person.born: missing, expected the birth date";
    nothing_at_all: "" => "1: on: missing", "1: person: missing";
    history_without_a_day: woman("[[history]]\nfacts = { weight_kg = 50 }") => "5: history[0].on: missing, expected the day of the earlier visit";
    dose_without_a_code: woman("[[doses]]\non = 2026-01-01") => "5: doses[0].code: missing, expected the code of a service";
    delivery_without_a_day: woman("[delivery]") => "5: delivery.on: missing, expected the day of the delivery";
}

// Words and dates of the person.
refused! {
    sex_not_in_the_list: woman("").replace("female", "Rahasia") => "3: person.sex: expected one of: female, male";
    precision_not_in_the_list: woman("born_precision = \"Rahasia\"") => "5: person.born_precision: expected one of: day, month, year";
    date_in_quotes: woman("").replace("1998-05-01", "\"1847-11-17\"") => "4: person.born: expected a date like 2026-03-02";
    date_with_a_time: woman("").replace("on = 2026-03-02", "on = 2026-03-02T10:00:00") => "1: on: expected a date like 2026-03-02";
    born_after_the_visit: woman("").replace("1998-05-01", "2027-11-17") => "4: person.born: ";
    born_too_long_ago: woman("").replace("1998-05-01", "1847-11-17") => "4: person.born: ";
}

// Facts.
refused! {
    unknown_fact: woman("[facts]\nmuac = 22.8") => "6: facts.muac: unknown fact, did you mean `muac_cm`?";
    unknown_fact_with_a_slip: woman("[facts]\nsystolc_mmhg = 120") => "6: facts.systolc_mmhg: unknown fact, did you mean `systolic_mmhg`?";
    unknown_service: woman("[[doses]]\ncode = \"anc.k11\"") => "6: doses[0].code: unknown service, did you mean `anc.k1`?";
    number_for_yes_or_no: woman("[facts]\nheadache = 4711") => "6: facts.headache: wrong type, accepted: true or false, or \"unknown\"";
    word_for_yes_or_no: woman("[facts]\nheadache = \"Rahasia\"") => "6: facts.headache: wrong type, accepted: true or false";
    text_for_a_number: woman("[facts]\nmuac_cm = \"4711\"") => "6: facts.muac_cm: wrong type, accepted: 5.0 to 60.0 cm";
    date_for_a_number: woman("[facts]\nmuac_cm = 1847-11-17") => "6: facts.muac_cm: wrong type, accepted: 5.0 to 60.0 cm";
    text_for_a_date: woman("[facts]\nlast_injection_on = \"1847-11-17\"") => "6: facts.last_injection_on: wrong type, accepted: a date";
    time_for_a_date: woman("[facts]\nlast_injection_on = 1847-11-17T10:00:00") => "6: facts.last_injection_on: not a calendar date alone, accepted: a date";
    table_for_an_answer: woman("[facts]\nheadache = { answer = \"Rahasia\" }") => "6: facts.headache: wrong type, accepted: true or false";
    text_for_a_list: woman("[facts]\nreaction_after_immunization = \"Rahasia\"") => "6: facts.reaction_after_immunization: wrong type, accepted: a list of ";
    list_of_numbers: woman("[facts]\nreaction_after_immunization = [4711]") => "6: facts.reaction_after_immunization[0]: expected a text in double quotes";
    not_a_choice: woman("[facts]\nsmoking = \"Rahasia\"") => "6: facts.smoking: not in its list, accepted: one of active, passive, none, or \"unknown\"";
    not_one_of_the_choices: woman("[facts]\nreaction_after_immunization = [\"Rahasia\"]") => "6: facts.reaction_after_immunization: not in its list, accepted: a list of mild_fever_or_sore, ";
    off_its_step: woman("[facts]\nmuac_cm = 22.85") => "6: facts.muac_cm: off its step, accepted: 5.0 to 60.0 cm in steps of 0.1, or \"unknown\"";
    above_its_range: woman("[facts]\nmuac_cm = 4711") => "6: facts.muac_cm: out of range, accepted: 5.0 to 60.0 cm";
    below_its_range: woman("[facts]\nmuac_cm = -4711.0") => "6: facts.muac_cm: out of range, accepted: 5.0 to 60.0 cm";
    decimal_point_in_a_whole_number: woman("[facts]\nsystolic_mmhg = 120.0") => "6: facts.systolic_mmhg: decimal point in a whole number, accepted: 50 to 280 mmHg, whole numbers";
    text_of_another_form: woman("[facts]\nfinger_count_right_tries = \"Rahasia\"") => "6: facts.finger_count_right_tries: not of its form, accepted: a text that matches ^[RW]{1,5}$";
    setting_unknown: woman("[facts]\ndistrict_srq29 = \"unknown\"") => "6: facts.district_srq29: a setting of the area is never unknown, accepted: true or false";
    date_after_the_visit: woman("[facts]\nlast_injection_on = 2027-11-17") => "6: facts.last_injection_on: ";
}

// Numbers that are no plain decimals.
refused! {
    exponent: woman("[facts]\nmuac_cm = 2e1") => "6: facts.muac_cm: not a number in plain digits, accepted: 5.0 to 60.0 cm";
    infinity: woman("[facts]\nmuac_cm = inf") => "6: facts.muac_cm: not a number in plain digits";
    minus_infinity: woman("[facts]\nmuac_cm = -inf") => "6: facts.muac_cm: not a number in plain digits";
    no_number: woman("[facts]\nmuac_cm = nan") => "6: facts.muac_cm: not a number in plain digits";
    plus_sign: woman("[facts]\nmuac_cm = +22.8") => "6: facts.muac_cm: not a number in plain digits";
    underscore: woman("[facts]\nmuac_cm = 2_2") => "6: facts.muac_cm: not a number in plain digits";
    hexadecimal: woman("[facts]\nsystolic_mmhg = 0x78") => "6: facts.systolic_mmhg: not a number in plain digits";
    octal: woman("[facts]\nsystolic_mmhg = 0o170") => "6: facts.systolic_mmhg: not a number in plain digits";
    too_large_for_any_number: woman("[facts]\nsystolic_mmhg = 99999999999999999999") => "6: facts.systolic_mmhg: out of range, accepted: 50 to 280 mmHg";
    too_many_decimals: woman("[facts]\nmuac_cm = 22.80000000000000000001") => "6: facts.muac_cm: too many digits, accepted: 5.0 to 60.0 cm";
}

// How the parts of a person fit together.
refused! {
    pregnant_man: woman("[pregnancy]\nlmp = 2025-10-01").replace("female", "male") => "5: pregnancy: ";
    delivery_of_a_man: woman("[delivery]\non = 2026-02-01").replace("female", "male") => "5: delivery: ";
    both_dates_of_a_pregnancy: woman("[pregnancy]\nlmp = 2025-10-01\nedd = 2026-07-08") => "5: pregnancy: expected exactly one of: lmp, edd";
    no_date_of_a_pregnancy: woman("[pregnancy]") => "5: pregnancy: expected exactly one of: lmp, edd";
    pregnancy_after_the_visit: woman("[pregnancy]\nlmp = 2027-11-17") => "6: pregnancy.lmp: ";
    due_date_too_late: woman("[pregnancy]\nedd = 2027-11-17") => "6: pregnancy.edd: ";
    delivery_after_the_visit: woman("[delivery]\non = 2027-11-17") => "6: delivery.on: ";
    delivery_in_the_pregnancy: woman("[pregnancy]\nlmp = 2025-10-01\n[delivery]\non = 2025-10-01") => "8: delivery.on: ";
    birth_weight_too_low: woman("[birth]\nweight_g = 299") => "6: birth.weight_g: expected a whole number from 300 to 7000";
    birth_weight_too_high: woman("[birth]\nweight_g = 7001") => "6: birth.weight_g: expected a whole number from 300 to 7000";
    birth_weight_in_kilograms: woman("[birth]\nweight_g = 2.4") => "6: birth.weight_g: expected a whole number from 300 to 7000";
    gestation_too_short: woman("[birth]\ngestation_weeks = 19") => "6: birth.gestation_weeks: expected a whole number from 20 to 45";
    gestation_too_long: woman("[birth]\ngestation_weeks = 46") => "6: birth.gestation_weeks: expected a whole number from 20 to 45";
    history_before_birth: woman("[[history]]\non = 1847-11-17") => "6: history[0].on: ";
    history_on_the_visit: woman("[[history]]\non = 2026-03-02") => "6: history[0].on: ";
    history_after_the_visit: woman("[[history]]\non = 2027-11-17") => "6: history[0].on: ";
    history_twice_on_a_day: woman("[[history]]\non = 2026-01-01\n[[history]]\non = 2026-01-01") => "8: history[1].on: ";
    history_behind_a_faulty_one: woman("[[history]]\n[[history]]\non = 2027-11-17") => "5: history[0].on: missing", "7: history[1].on: ";
    date_after_an_earlier_visit: woman("[[history]]\non = 2026-01-01\nfacts = { last_injection_on = 2026-01-02 }") => "7: history[0].facts.last_injection_on: ";
    dose_before_birth: woman("[[doses]]\ncode = \"td.1\"\non = 1847-11-17") => "7: doses[0].on: ";
    dose_after_the_visit: woman("[[doses]]\ncode = \"td.1\"\non = 2027-11-17") => "7: doses[0].on: ";
    dose_twice_on_a_day: woman("[[doses]]\ncode = \"td.1\"\non = 2020-01-01\n[[doses]]\ncode = \"td.1\"\non = 2020-01-01") => "10: doses[1].on: ";
    pressures_turned_round: woman("[facts]\nsystolic_mmhg = 80\ndiastolic_mmhg = 120") => "6: facts.systolic_mmhg: ";
    pressures_alike: woman("[facts]\nsystolic_2_mmhg = 80\ndiastolic_2_mmhg = 80") => "6: facts.systolic_2_mmhg: ";
    pressures_of_an_earlier_visit: woman("[[history]]\non = 2026-01-01\nfacts = { systolic_mmhg = 80, diastolic_mmhg = 120 }") => "7: history[0].facts.systolic_mmhg: ";
}

// What is expected.
refused! {
    expected_stage: woman("[expect]\nstages = [\"Rahasia\"]") => "6: expect.stages[0]: expected one of: pregnant, ";
    expected_action: woman("[expect]\naction = \"Rahasia\"") => "6: expect.action: expected one of: none, educate, service_due, report, refer, emergency";
    expected_findings: woman("[expect]\nfindings = \"Rahasia\"") => "6: expect.findings: expected a list of texts";
    expected_exactly: woman("[expect]\nexact = \"Rahasia\"") => "6: expect.exact: expected true or false";
    expected_status: woman("[[expect.due]]\ncode = \"td.1\"\nstatus = \"Rahasia\"") => "7: expect.due[0].status: expected one of: done, due, ";
    expected_service: woman("[[expect.due]]\ncode = \"td.9\"\nstatus = \"due\"") => "6: expect.due[0].code: unknown service, did you mean `td.1`?";
    expected_index: woman("[expect.growth]\nzzz = 1.00") => "6: expect.growth.zzz: unknown key";
    expected_z_score: woman("[expect.growth]\nwfa = 1.234") => "6: expect.growth.wfa: expected a z-score in plain digits with at most two decimals";
}

const HOUSEHOLD: &str =
    "on = 2026-03-02\n[household]\nfacts = { clean_water = true }\n[[members]]\nid = \"m1\"\nsex = \"male\"\nborn = 1970-01-01\n";

// Households.
refused! {
    person_beside_a_household: format!("{HOUSEHOLD}[person]\nsex = \"male\"") => "8: person: unknown table";
    facts_beside_a_household: format!("{HOUSEHOLD}[facts]") => "8: facts: unknown table";
    fact_of_a_person: HOUSEHOLD.replace("clean_water = true", "headache = true") => "3: household.facts.headache: a fact of a person";
    fact_of_a_household_out_of_type: HOUSEHOLD.replace("true", "4711") => "3: household.facts.clean_water: wrong type, accepted: true or false";
    member_without_an_id: HOUSEHOLD.replace("id = \"m1\"", "") => "4: members[0].id: missing, expected a text, unique in the file";
    member_twice: format!("{HOUSEHOLD}[[members]]\nid = \"m1\"\nsex = \"male\"\nborn = 1970-01-01") => "8: members[1].id: stands twice";
    member_born_after_the_visit: HOUSEHOLD.replace("1970-01-01", "2027-11-17") => "7: members[0].born: ";
    member_pregnant_and_a_man: format!("{HOUSEHOLD}pregnancy = {{ lmp = 2025-10-01 }}") => "8: members[0].pregnancy: ";
    member_with_a_faulty_fact: format!("{HOUSEHOLD}facts = {{ muac_cm = 4711 }}") => "8: members[0].facts.muac_cm: out of range, accepted: 5.0 to 60.0 cm";
    finding_of_a_member: format!("{HOUSEHOLD}[expect]\nfindings = [\"pregnancy.muac_low\"]") => "9: expect.findings[0]: not of the groups household and iks";
    index_out_of_range: format!("{HOUSEHOLD}[expect.iks]\ny = 13") => "9: expect.iks.y: expected a whole number from 0 to 12";
    indicator_unknown: format!("{HOUSEHOLD}[expect.iks]\nindicators = {{ i13 = \"y\" }}") => "9: expect.iks.indicators.i13: unknown key";
    member_unknown: format!("{HOUSEHOLD}[expect.members.m9]\naction = \"none\"") => "8: expect.members.m9: unknown member, did you mean `m1`?";
}

#[test]
fn all_faults_of_a_file_come_together_in_the_order_of_lines() {
    let text = "on = 2026-03-02\n[person]\nsex = Rahasia\nborn = 2027-11-17\n[facts]\nmuac_cm = 4711\nsystolic_mmhg = 80\ndiastolic_mmhg = 120\nmuac = 1\n";
    let faults = [
        "3: person.sex: not TOML",
        "4: person.born: ",
        "6: facts.muac_cm: out of range",
        "7: facts.systolic_mmhg: ",
        "9: facts.muac: unknown fact",
    ];
    refused("all_faults_with_a_sex_that_cannot_be_read", text, &faults);
    let faults = ["4: person.born: ", "6: facts.muac_cm: out of range", "7: facts.systolic_mmhg: ", "9: facts.muac: unknown fact"];
    refused("all_faults_with_a_person", &text.replace("Rahasia", "\"female\""), &faults);
}

#[test]
fn a_file_that_is_no_text_is_refused() {
    let path = write(&folder("no_text"), "case.toml", b"on = 2026-03-02\ntitle = \"\xff\"\n");
    let run = siklus([std::ffi::OsStr::new("assess"), path.as_os_str()]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.ends_with("case.toml:2: encoding: expected UTF-8\n"), "{}", run.err);
}

#[test]
fn a_file_that_is_not_there_is_refused() {
    let run = siklus(["assess", "/nowhere/case.toml"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("/nowhere/case.toml: cannot be read"), "{}", run.err);
}
