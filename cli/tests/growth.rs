//! `siklus growth`: a table of children in, the same with z-scores, flags and classes out.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot read its output fails")]

mod common;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use common::{Run, folder, siklus, write};

type Row = HashMap<String, String>;

fn growth(input: &Path, output: &Path, options: &[&str]) -> Run {
    let arguments = ["growth".as_ref(), input.as_os_str(), "-o".as_ref(), output.as_os_str()];
    siklus(arguments.into_iter().chain(options.iter().map(|option| option.as_ref())))
}

fn read(path: &Path) -> Vec<Row> {
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

/// Assesses a table that is written here.
fn assessed(test: &str, table: &str) -> (Vec<Row>, Run) {
    let folder = folder(test);
    let (input, output) = (write(&folder, "in.csv", table), folder.join("out.csv"));
    let run = growth(&input, &output, &[]);
    (read(&output), run)
}

fn oracle(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/oracle/who-growth").join(name)
}

/// The same number to six decimals, or nothing on both sides.
fn is_same(found: &str, expected: &str) -> bool {
    match (found.parse::<f64>(), expected.parse::<f64>()) {
        (Ok(found), Ok(expected)) => (found - expected).abs() < 1.1e-6,
        _ => found == expected,
    }
}

#[test]
fn every_row_of_the_expected_results_agrees() {
    for name in ["who2006_survey.csv", "who2006_synthetic.csv", "who2007_survey.csv", "who2007_synthetic.csv"] {
        let output = folder("growth-oracle").join(name);
        let run = growth(&oracle(name), &output, &[]);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{name}");
        let (found, expected) = (read(&output), read(&oracle(name)));
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found["case_id"], expected["case_id"]);
            for column in ["waz", "haz", "whz", "bmiz", "hcz", "acz"] {
                // Each file holds the results of one standard; the command goes on with the other.
                if expected[column].is_empty() && belongs_to_the_other(expected) {
                    continue;
                }
                for column in [String::from(column), format!("f_{column}")] {
                    assert!(is_same(&found[&column], &expected[&column]), "{} {column}: {}", expected["case_id"], found[&column]);
                }
            }
        }
    }
}

fn belongs_to_the_other(row: &Row) -> bool {
    let months = row["age_months"].parse().or_else(|_| row["age_days"].parse().map(|days: f64| days / 30.4375));
    months.is_ok_and(|months| (months < 60.0) == (row["standard"] == "WHO2007"))
}

#[test]
fn length_and_body_mass_are_those_of_the_expected_results() {
    let output = folder("growth-length").join("out.csv");
    growth(&oracle("who2006_synthetic.csv"), &output, &[]);
    let mut compared = 0;
    for (found, expected) in read(&output).iter().zip(&read(&oracle("who2006_synthetic.csv"))) {
        if belongs_to_the_other(expected) {
            continue;
        }
        compared += 1;
        for column in ["clenhei_cm", "bmi"] {
            assert!(is_same(&found[column], &expected[column]), "{} {column}: {}", expected["case_id"], found[column]);
        }
    }
    assert!(compared > 5000);
}

#[test]
fn the_summary_is_the_table_of_prevalence() {
    let folder = folder("growth-summary");
    let summary = folder.join("summary.csv");
    let run = growth(&oracle("who2006_survey.csv"), &folder.join("out.csv"), &["--summary", summary.to_str().unwrap()]);
    assert_eq!((run.status, run.out.as_str()), (0, "249 rows\n"));
    let found = read(&summary);
    assert_eq!(found.len(), 9 * 4);
    for mut expected in read(&oracle("who2006_prevalence.csv")) {
        if expected.remove("variant").unwrap() == "as_is" {
            assert!(found.contains(&expected), "{expected:?}");
        }
    }
    let text = fs::read_to_string(&summary).unwrap();
    assert!(
        text.starts_with(
            "group,indicator,n,pct_below_minus3,pct_below_minus2,pct_below_minus1,pct_above_1,pct_above_2,pct_above_3,mean_z\n"
        )
    );
    let groups: Vec<_> = text.lines().skip(1).step_by(4).map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(groups, ["All", "Male", "Female", "0-5", "6-11", "12-23", "24-35", "36-47", "48-59"]);
}

#[test]
fn columns_stand_in_any_order_and_others_pass_through() {
    let (rows, run) = assessed("growth-order", "note,weight_kg,sex,waz,age_days\n\"a, b\",17,F,old,1522\n");
    assert_eq!((run.status, run.out.as_str()), (0, "1 rows\n"));
    let row = &rows[0];
    assert_eq!([&row["note"], &row["waz"], &row["f_waz"], &row["c_waz"]], ["a, b", "0.24", "0", "normal"]);
    let text = fs::read_to_string(folder_of("growth-order").join("out.csv")).unwrap();
    let header = "note,weight_kg,sex,age_days,clenhei_cm,bmi,waz,haz,whz,bmiz,hcz,acz,f_waz,f_haz,f_whz,f_bmiz,f_hcz,f_acz,c_waz,c_haz,c_whz,c_bmiz,error";
    assert_eq!(text.lines().next(), Some(header));
}

fn folder_of(test: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(test)
}

#[test]
fn two_dates_stand_instead_of_an_age() {
    let table = "sex,born,on,age_days,weight_kg\nF,2022-01-01,2026-03-03,,17\nF,,,1522,17\nF,2022-01-01,,,17\n";
    let (rows, run) = assessed("growth-dates", table);
    assert_eq!(run.status, 0);
    assert_eq!([&rows[0]["waz"], &rows[1]["waz"], &rows[2]["waz"]], ["0.24", "0.24", ""]);
}

#[test]
fn a_row_that_cannot_be_assessed_is_empty_and_no_fault() {
    let table = "sex,age_days,weight_kg,lenhei_cm\n,400,9,75\nF,,9,\nF,8000,50,160\nF,400,0,-1\nF,400,,\n";
    let (rows, run) = assessed("growth-empty", table);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    for row in &rows {
        assert!(["waz", "haz", "whz", "bmiz", "f_waz", "c_waz", "error"].iter().all(|column| row[*column].is_empty()), "{row:?}");
    }
}

#[test]
fn a_row_that_cannot_be_read_keeps_its_place_with_the_reason() {
    let table = "case_id,sex,age_days,born,on,measure,weight_kg,oedema\n\
        1,F,1522,,,,17,\n2,F,1522,,,,4711kg,\n3,X4711,1522,,,,17,\n4,F,,2025-02-30,2026-01-01,,17,\n5,F,,2026-01-02,2026-01-01,,17,\n\
        6,F,1522,,,sitting,17,\n7,F,1522,,,,17,maybe\n8,F,1522\n9,F,many,,,,17,\n10,F,1522,,,,17,n\n";
    let (rows, run) = assessed("growth-unread", table);
    assert_eq!((run.status, run.out.as_str()), (1, "10 rows, 8 could not be read: see the column error\n"));
    let errors: Vec<_> = rows.iter().map(|row| (row["case_id"].as_str(), row["error"].as_str())).collect();
    assert_eq!(
        errors,
        [
            ("1", ""),
            ("2", "weight_kg: expected a weight in kg, as 9.5"),
            ("3", "sex: expected M or F"),
            ("4", "born: expected a date, as 2026-03-02"),
            ("5", "on: expected a date that is not before born"),
            ("6", "measure: expected l (lying) or h (standing)"),
            ("7", "oedema: expected y or n"),
            ("8", "row: expected as many fields as there are columns"),
            ("9", "age_days: expected days, as 400"),
            ("10", ""),
        ]
    );
    assert_eq!([&rows[0]["waz"], &rows[9]["waz"], &rows[1]["waz"]], ["0.24", "0.24", ""]);
    assert!(errors.iter().all(|(_, error)| !error.contains("4711")), "an error repeats no value");
}

#[test]
fn oedema_empties_the_weight_based_results() {
    let (rows, _) = assessed("growth-oedema", "sex,age_days,weight_kg,lenhei_cm,oedema\nF,400,9,75,y\nF,400,9,75,n\n");
    let there = |row: &Row| ["waz", "whz", "bmiz", "haz"].map(|column| !row[column].is_empty());
    assert_eq!((there(&rows[0]), there(&rows[1])), ([false, false, false, true], [true; 4]));
}

#[test]
fn many_decimals_are_read() {
    let table = "sex,age_days,weight_kg\nF,1522,17.000000000000004\nF,1522,16.99999999999999\n";
    let (rows, run) = assessed("growth-decimals", table);
    assert_eq!((run.status, rows[0]["waz"].as_str(), rows[1]["waz"].as_str()), (0, "0.24", "0.24"));
}

#[test]
fn more_rows_than_fit_in_one_batch_keep_their_order() {
    let rows: String = (0..10_000).map(|row| format!("{row},M,{},9\n", row % 1800)).collect();
    let (rows, run) = assessed("growth-batches", &format!("case_id,sex,age_days,weight_kg\n{rows}"));
    assert_eq!(run.out, "10000 rows\n");
    assert!(rows.iter().enumerate().all(|(place, row)| row["case_id"] == place.to_string() && !row["waz"].is_empty()));
    assert_eq!(rows[1799 + 1]["waz"], rows[0]["waz"]);
}

#[test]
fn a_file_that_is_no_table_of_children_is_refused() {
    let folder = folder("growth-refused");
    let output = folder.join("out.csv");
    let refused = |text: &str| {
        let run = growth(&write(&folder, "in.csv", text), &output, &[]);
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(!output.exists() && !folder.join("out.csv.part").exists(), "nothing is left");
        run.err
    };
    assert!(refused("Sex,age_days\nF,1\n").ends_with("in.csv:1: header: no column `sex`; expected columns are sex, age_days, age_months, born, on, measure, weight_kg, lenhei_cm, headc_cm, muac_cm, oedema\n"));
    assert!(refused("sex,age_days,weigth_kg\nF,1,9\n").ends_with("in.csv:1: header: no column `weigth_kg`; did you mean `weight_kg`?\n"));
    assert!(refused("sex;age_days\nF;1\n").contains(". Columns are separated by commas, and decimals have a point"));
    assert!(refused("sex,age_days,sex\nF,1,F\n").ends_with("in.csv:1: header: the column sex stands there twice\n"));
    let missing = growth(&folder.join("none.csv"), &output, &[]);
    assert_eq!(missing.status, 2);
    assert!(missing.err.contains("none.csv: cannot be read"));
}

#[test]
fn the_input_is_never_overwritten() {
    let folder = folder("growth-same");
    let input = write(&folder, "in.csv", "sex\nF\n");
    let run = growth(&input, &input, &[]);
    assert_eq!((run.status, run.err.as_str()), (2, "siklus: the input and each output must be different files\n"));
    assert_eq!(fs::read_to_string(&input).unwrap(), "sex\nF\n");
}
