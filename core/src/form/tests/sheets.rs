//! The sheets of a household and of the area.

use super::people::{ON, answers, day, filled};
use crate::form::{FormError, Given, Sheet, Who};
use crate::pack::source::Setting;
use crate::screening::EarlierVisit;

fn sheet() -> Sheet {
    Sheet { on: day(ON), facts: Vec::new(), history: Vec::new() }
}

#[test]
fn a_family_has_one_sheet() {
    let home = filled(Who::Household(sheet()), Setting::HomeVisit, "en");
    let expected =
        ["family_address", "family_insurance", "family_home", "family_illness", "family_phbs", "family_stbm", "private_family_mental"];
    assert_eq!(home.sections(), expected);
    assert_eq!((home.screen.title.as_str(), home.screen.progress.answered), ("Family sheet", 0));
    assert!(!home.shows("toilet_sanitary"));
    let home = home.says("toilet_present", "true").says("toilet_sanitary", "false").says("toilet_present", "false");
    assert_eq!(home.screen.withdrawn[0].id, "toilet_sanitary");
    // It belongs to the home visit alone.
    assert!(filled(Who::Household(sheet()), Setting::Posyandu, "en").screen.sections.iter().all(|section| section.folded));
}

#[test]
fn what_a_family_told_once_is_confirmed() {
    let history = vec![EarlierVisit { on: day("2025-09-01"), facts: answers(&[("address", "Jl. Melati 3"), ("clean_water", "true")]) }];
    let home = filled(Who::Household(Sheet { history, ..sheet() }), Setting::HomeVisit, "en");
    assert!(home.question("address").last.as_ref().unwrap().confirm.is_some());
    // What is to be seen is seen again.
    assert_eq!(home.question("clean_water").last, None);
}

#[test]
fn a_sheet_is_never_called_clear() {
    let home = filled(Who::Household(sheet()), Setting::HomeVisit, "en");
    assert!(!home.screen.clear && home.screen.findings.is_empty() && !home.screen.urgent_open);
}

#[test]
fn a_setting_of_the_area_has_its_default_and_is_never_unknown() {
    let area = filled(Who::Area(sheet()), Setting::HomeVisit, "en");
    assert_eq!(area.sections(), ["area_immunization", "area_programmes", "area_screening"]);
    assert!(area.screen.complete && area.screen.folded_title.is_none());
    let srq = area.question("district_srq29");
    assert_eq!((srq.answer.as_ref().unwrap().text.as_str(), srq.open, &srq.unknown_label), ("no", false, &None));
    let refused = area.refuses("district_srq29", "unknown");
    assert_eq!(refused.to_string(), "A setting of the area cannot be unknown.");
    let area = area.says("district_srq29", "true");
    assert_eq!(area.question("district_srq29").answer.as_ref().unwrap().text, "yes");
    assert_eq!(area.gives("district_srq29", Given::Cleared).question("district_srq29").answer.as_ref().unwrap().text, "no");
}

#[test]
fn the_button_no_changes_no_setting() {
    let area = filled(Who::Area(sheet()), Setting::HomeVisit, "en");
    for section in area.sections() {
        assert!(area.form.answer_no(&area.draft, section).unwrap().draft.answers().is_empty());
    }
    assert!(matches!(area.form.answer_no(&area.draft, "records"), Err(FormError::NoSection { .. })));
}
