//! `siklus case`: what is compared, how differences are told, and when comparing counts as an error.

mod common;

use std::path::Path;

use common::{Run, folder, siklus, woman, write};

/// A pregnant woman with a thin arm and a severe headache, and what must come out.
fn pregnant(expect: &str) -> String {
    woman(&format!(
        "[pregnancy]\nlmp = 2025-10-01\n[facts]\nmuac_cm = 22.8\nheadache = true\nheadache_severe = true\n\
        fever_over_2_days = \"unknown\"\n[expect]\n{expect}"
    ))
}

const ALL: &str = "stages = [\"adult\", \"pregnant\"]\naction = \"emergency\"\n\
    findings = [\"pregnancy.headache_severe\", \"pregnancy.muac_low\"]\nabsent = [\"pregnancy.convulsion\"]\n\
    undetermined = [\"pregnancy.fever\"]\ndecided = [\"pregnancy.muac_very_low\"]\n";

fn compare(path: &Path, options: &[&str]) -> Run {
    siklus(["case".as_ref(), path.as_os_str()].into_iter().chain(options.iter().map(|option| option.as_ref())))
}

/// Compares one file, whose differences come out as these lines.
fn differs(test: &str, expect: &str, options: &[&str], differences: &[&str]) {
    let path = write(&folder(test), "case.toml", pregnant(expect));
    let run = compare(&path, options);
    let found: Vec<_> = run.out.lines().filter_map(|line| line.strip_prefix("         ")).collect();
    assert_eq!(found, differences, "{}{}", run.out, run.err);
    assert_eq!(run.status, i32::from(!differences.is_empty()));
}

#[test]
fn a_case_that_agrees_takes_one_line() {
    let path = write(&folder("agrees"), "case.toml", pregnant(ALL));
    let run = compare(&path, &[]);
    let expected = format!("ok       {}\n1 case, 5 ids compared, 0 differences, 0 files skipped\n", path.display());
    assert_eq!((run.status, run.out, run.err), (0, expected, String::new()));
}

#[test]
fn a_difference_stands_below_its_case() {
    let path = write(&folder("differs"), "case.toml", pregnant("action = \"refer\"\n"));
    let run = compare(&path, &[]);
    let expected = format!(
        "differs  {}\n         action: expected refer, came out emergency\n1 case, 0 ids compared, 1 difference, 0 files skipped\n",
        path.display()
    );
    assert_eq!((run.status, run.out, run.err), (1, expected, String::new()));
}

#[test]
fn stages_are_an_exact_set() {
    differs("stages", "stages = [\"adult\"]", &[], &["stages: expected adult, came out pregnant, adult"]);
    differs("stages_in_any_order", "stages = [\"pregnant\", \"adult\"]", &[], &[]);
}

#[test]
fn a_finding_that_is_not_there_differs() {
    let expect = "findings = [\"pregnancy.muac_very_low\", \"pregnancy.fever\"]";
    let differences = [
        "pregnancy.muac_very_low: expected found, came out neither found nor undetermined",
        "pregnancy.fever: expected found, came out undetermined",
    ];
    differs("findings", expect, &[], &differences);
}

#[test]
fn an_absent_finding_may_be_undetermined_but_not_found() {
    let expect = "absent = [\"pregnancy.muac_low\", \"pregnancy.fever\"]";
    differs("absent", expect, &[], &["pregnancy.muac_low: expected absent, came out found"]);
}

#[test]
fn an_undetermined_rule_must_be_reported_as_such() {
    let expect = "undetermined = [\"pregnancy.muac_low\", \"pregnancy.muac_very_low\", \"pregnancy.fever\"]";
    let differences = [
        "pregnancy.muac_low: expected undetermined, came out found",
        "pregnancy.muac_very_low: expected undetermined, came out neither found nor undetermined",
    ];
    differs("undetermined", expect, &[], &differences);
}

#[test]
fn a_decided_rule_may_come_out_either_way() {
    let expect = "decided = [\"pregnancy.muac_low\", \"pregnancy.muac_very_low\", \"pregnancy.fever\"]";
    differs("decided", expect, &[], &["pregnancy.fever: expected decided, came out undetermined"]);
}

#[test]
fn exact_lists_everything_else_that_came_out() {
    let rest = |test: &str, expect: &str, differences: &[&str]| differs(test, expect, &["--only", "vision"], differences);
    let undetermined = [
        "vision.acuity_low: expected neither found nor undetermined, came out undetermined",
        "vision.finger_count_failed: expected neither found nor undetermined, came out undetermined",
        "vision.urgent_sign: expected neither found nor undetermined, came out undetermined",
    ];
    rest("exact_open", "exact = true", &undetermined);
    // An absent finding that cannot be told is not listed by the case either.
    rest("exact_absent", "exact = true\nabsent = [\"vision.acuity_low\"]", &undetermined);
    rest("exact_told", "exact = true\nundetermined = [\"vision.acuity_low\", \"vision.finger_count_failed\", \"vision.urgent_sign\"]", &[]);
    let found = ["pregnancy.headache_severe: expected neither found nor undetermined, came out found"];
    let path = write(&folder("exact_found"), "case.toml", pregnant("exact = true"));
    let run = compare(&path, &["--only", "pregnancy"]);
    assert!(found.iter().all(|line| run.out.contains(line)), "{}", run.out);
}

#[test]
fn only_leaves_out_other_groups_and_the_action() {
    let expect = "action = \"none\"\nfindings = [\"pregnancy.convulsion\", \"vision.acuity_low\"]";
    differs("only", expect, &["--only", "vision"], &["vision.acuity_low: expected found, came out undetermined"]);
    let both = ["--only", "vision,pregnancy"];
    let differences =
        ["pregnancy.convulsion: expected found, came out undetermined", "vision.acuity_low: expected found, came out undetermined"];
    differs("only_two", expect, &both, &differences);
}

#[test]
fn except_leaves_out_ids_and_the_action() {
    let expect = "action = \"none\"\nfindings = [\"pregnancy.muac_low\", \"pregnancy.convulsion\", \"vision.acuity_low\"]";
    differs("except", expect, &["--except", "pregnancy.convulsion, vision.acuity_low"], &[]);
    differs("except_twice", expect, &["--except", "pregnancy.convulsion", "--except", "vision.acuity_low"], &[]);
    let list = write(&folder("except_list"), "ids.txt", "# waits for a module\npregnancy.convulsion\n\nvision.acuity_low  # and this\n");
    differs("except_file", expect, &["--except", &format!("@{}", list.display())], &[]);
    let exact = "exact = true\nundetermined = [\"vision.acuity_low\", \"vision.finger_count_failed\"]";
    differs("except_both_ways", exact, &["--only", "vision", "--except", "vision.urgent_sign"], &[]);
}

#[test]
fn services_and_growth_are_compared_or_left_out() {
    let services = "[[expect.due]]\ncode = \"anc.k1\"\nstatus = \"due\"\n[[expect.due]]\ncode = \"bcg\"\nstatus = \"not_applicable\"\n\
                    [[expect.due]]\ncode = \"anc.k2\"\nstatus = \"due\"\nfrom = 2025-12-30\nuntil = 2026-03-24\n";
    let expect = format!("findings = [\"pregnancy.muac_low\"]\n{services}[expect.growth]\nwfa = -2.13\n");
    let growth = "growth wfa: expected -2.13, came out without a z-score";
    let due = ["due anc.k1: expected due, came out overdue", "due anc.k2: expected from 2025-12-30, came out 2025-12-31"];
    differs("services_and_growth", &expect, &[], &[growth, due[0], due[1]]);
    differs("no_due", &expect, &["--no-due"], &[growth]);
    differs("no_growth", &expect, &["--no-growth"], &due);
    differs("neither_of_them", &expect, &["--no-due", "--no-growth"], &[]);
}

#[test]
fn comparing_nothing_is_an_error() {
    let test = folder("nothing");
    let other_group = write(&test, "other-group.toml", pregnant(ALL));
    let no_expectation = write(&test, "no-expectation.toml", woman(""));
    let empty = folder("nothing_in_a_folder");
    for (path, options) in [(&other_group, &["--only", "copd"][..]), (&no_expectation, &[]), (&empty, &[])] {
        let run = compare(path, options);
        assert_eq!((run.status, run.err.as_str()), (2, "siklus: nothing was compared\n"), "{}", path.display());
    }
    assert_eq!(compare(&no_expectation, &[]).out.lines().next(), Some(&*format!("skipped  {}", no_expectation.display())));
}

#[test]
fn a_group_that_the_pack_does_not_have_is_refused() {
    let path = write(&folder("no_group"), "case.toml", pregnant(ALL));
    let run = compare(&path, &["--only", "pregnanci"]);
    let expected = "siklus: --only: the pack has no group `pregnanci`, did you mean `pregnancy`?\n";
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (2, "", expected));
}

#[test]
fn an_id_that_the_pack_does_not_hold_is_a_fault_unless_it_is_left_out() {
    let path = write(&folder("no_finding"), "case.toml", pregnant("absent = [\"pregnancy.muac_lo\"]\nfindings = [\"pregnancy.muac_low\"]"));
    let run = compare(&path, &[]);
    let expected = format!(
        "{}:13: expect.absent[0]: the pack has no finding `pregnancy.muac_lo`, did you mean `pregnancy.muac_low`?\n",
        path.display()
    );
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.starts_with(&expected), "{}", run.err);
    assert_eq!(compare(&path, &["--except", "pregnancy.muac_lo"]).status, 0);
}

#[test]
fn a_folder_is_read_with_all_below_it_in_order() {
    let test = folder("folder");
    let second = write(&test, "b/c/case.toml", pregnant(ALL));
    let first = write(&test, "a.toml", pregnant(ALL));
    write(&test, "notes.txt", "no case");
    let run = compare(&test, &[]);
    let expected =
        format!("ok       {}\nok       {}\n2 cases, 10 ids compared, 0 differences, 0 files skipped\n", first.display(), second.display());
    assert_eq!((run.status, run.out), (0, expected));
}

#[test]
fn a_faulty_file_does_not_keep_the_others_from_being_compared() {
    let test = folder("faulty");
    write(&test, "a.toml", pregnant(ALL));
    let faulty = write(&test, "b.toml", pregnant(ALL).replace("22.8", "47.11"));
    let run = compare(&test, &[]);
    assert_eq!(run.status, 2);
    assert!(run.out.ends_with("1 case, 5 ids compared, 0 differences, 0 files skipped, 1 file faulty\n"), "{}", run.out);
    assert!(run.err.starts_with(&format!("{}:8: facts.muac_cm: off its step", faulty.display())), "{}", run.err);
    assert!(!run.err.contains("47.11"));
}

const HOUSEHOLD: &str = "on = 2026-03-02\n[household]\nfacts = { clean_water = true, district_srq29 = true }\n[[members]]\nid = \"m1\"\n\
    sex = \"male\"\nborn = 1970-01-01\nfacts = { smoking = \"active\" }\n[expect]\nfindings = [\"iks.no_clean_water\"]\n";

#[test]
fn members_of_a_household_are_compared_and_its_own_results_counted() {
    let expect = "[expect.members.m1]\nstages = [\"adult\"]\nfindings = [\"lifestyle.smokes\"]\nabsent = [\"copd.puma_low\"]\n";
    let path = write(&folder("household"), "case.toml", format!("{HOUSEHOLD}{expect}"));
    let run = compare(&path, &[]);
    let expected = format!(
        "ok       {}\n1 case, 2 ids compared, 0 differences, 0 files skipped, own results of 1 household not compared\n",
        path.display()
    );
    assert_eq!((run.status, run.out), (0, expected));
    let path = write(&folder("household_differs"), "case.toml", format!("{HOUSEHOLD}{expect}").replace("smokes", "secondhand_smoke"));
    let run = compare(&path, &[]);
    let difference = "m1: lifestyle.secondhand_smoke: expected found, came out neither found nor undetermined";
    assert!(run.status == 1 && run.out.contains(difference), "{}", run.out);
}

#[test]
fn a_household_without_expected_members_is_skipped() {
    let path = write(&folder("household_alone"), "case.toml", HOUSEHOLD);
    let run = compare(&path, &[]);
    assert_eq!(run.status, 2);
    assert!(
        run.out.ends_with("0 cases, 0 ids compared, 0 differences, 1 file skipped, own results of 1 household not compared\n"),
        "{}",
        run.out
    );
}

#[test]
fn a_z_score_is_compared_to_the_hundredth() {
    let child = |z: &str| {
        format!(
            "on = 2026-03-02\n[person]\nsex = \"female\"\nborn = 2024-03-02\n[facts]\nweight_kg = 8.4\nheight_cm = 79.1\n\
             measured_position = \"lying\"\n[expect.growth]\nlhfa = {z}\n"
        )
    };
    let run = |test: &str, z: &str| compare(&write(&folder(test), "case.toml", child(z)), &[]);
    assert_eq!(run("z_agrees", "-2.26").status, 0);
    let differs = run("z_differs", "-2.25");
    assert!(differs.status == 1 && differs.out.contains("growth lhfa: expected -2.25, came out -2.26"), "{}", differs.out);
}
