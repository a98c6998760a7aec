//! Which sections and questions a form has, in every life stage and both settings.

use std::collections::HashSet;

use super::people::{at_home, at_posyandu, day, filled, man, pack, person, pregnant_girl, woman};
use crate::fact::{FactDef, FactScope};
use crate::form::{Form, Who};
use crate::pack::source::Setting;
use crate::person::{LifeStage, Sex};
use crate::screening::Input;

/// Somebody of each life stage, of either sex where there is one.
fn everybody() -> Vec<(LifeStage, Input)> {
    use LifeStage::*;
    let births = [
        (Newborn, "2026-02-20"),
        (Infant0To5Months, "2025-12-01"),
        (Infant6To11Months, "2025-07-01"),
        (Child12To59Months, "2023-01-10"),
        (Preschool60To71Months, "2020-06-01"),
        (SchoolAge, "2018-07-01"),
        (Adolescent, "2010-05-01"),
        (Adult, "1990-05-01"),
        (OlderAdult, "1950-03-01"),
    ];
    let of_age = births.into_iter().flat_map(|(stage, born)| Sex::ALL.map(|sex| (stage, person(sex, born))));
    let mother = Input { delivery: Some(day("2026-02-10")), ..woman() };
    let pregnant = Input { pregnancy: pregnant_girl().pregnancy, ..woman() };
    of_age.chain([(Pregnant, pregnant), (Pregnant, pregnant_girl()), (Postpartum, mother)]).collect()
}

/// Whether a fact is asked of somebody, as its definition says.
fn is_asked_of(definition: &FactDef, form: &Form<'_>, sex: Sex) -> bool {
    let stages = form.who.stages();
    definition.sex.is_none_or(|of| of == sex) && definition.asked_of.is_some_and(|of| of.intersects(stages))
}

#[test]
fn each_fact_of_a_life_stage_is_in_its_form_once() {
    for (stage, input) in everybody() {
        for setting in Setting::ALL {
            let (sex, who) = (input.sex, Who::Person { input: Box::new(input.clone()), member: true });
            let form = filled(who, setting, "id").form;
            assert!(form.who.stages().contains(stage));
            let facts: Vec<_> = form.layout().iter().flat_map(|section| &section.facts).copied().collect();
            let distinct: HashSet<_> = facts.iter().collect();
            assert_eq!(facts.len(), distinct.len(), "{stage:?}");
            for (id, definition) in pack().dictionary().iter() {
                if is_asked_of(definition, &form, sex) {
                    assert!(distinct.contains(&id), "{stage:?} is not asked {}", definition.id);
                }
                let elsewhere = definition.asked_of.is_some() && !is_asked_of(definition, &form, sex);
                assert!(!(elsewhere && distinct.contains(&id)), "{stage:?} is asked {}", definition.id);
            }
        }
    }
}

#[test]
fn both_settings_ask_the_same_and_fold_differently() {
    for (_, input) in everybody() {
        let [home, posyandu] = [at_home(input.clone()), at_posyandu(input)];
        let sections = |form: &Form<'_>, folded: bool| -> HashSet<usize> {
            form.layout().iter().filter(|section| section.folded == folded).map(|section| section.section).collect()
        };
        let all = |form: &Form<'_>| -> HashSet<_> { form.layout().iter().flat_map(|section| section.facts.clone()).collect() };
        assert_eq!(all(&home.form), all(&posyandu.form));
        assert!(sections(&home.form, false) != sections(&posyandu.form, false));
    }
}

#[test]
fn danger_signs_come_first_and_folded_sections_last() {
    for (_, input) in everybody() {
        for visit in [at_home(input.clone()), at_posyandu(input.clone())] {
            let ranks: Vec<_> = visit.screen.sections.iter().map(|section| rank(section)).collect();
            assert!(ranks.is_sorted(), "{:?}", visit.sections());
            assert!(visit.screen.sections[0].danger);
        }
    }
}

fn rank(section: &crate::form::Section) -> (bool, u8) {
    let round = match (section.danger, section.private, section.closing) {
        (true, ..) => 0,
        (_, false, false) => 1,
        (_, true, _) => 2,
        _ => 3,
    };
    (section.folded, round)
}

#[test]
fn a_pregnant_girl_of_17_has_one_merged_form() {
    let visit = at_home(pregnant_girl());
    let sections = visit.sections();
    assert_eq!(sections[..4], ["danger_pregnancy_now", "danger_pregnancy_signs", "danger_adult", "danger_fever"]);
    let place = |id: &str| sections.iter().position(|section| *section == id).unwrap();
    // Both private parts come after all that is asked before the family.
    assert!(place("pregnancy_records") < place("records"));
    assert!(place("records") < place("private_mood_pregnant"));
    assert_eq!(visit.screen.title, "Pregnant woman · Adolescent (10 to 18 years)");
    // In both forms, and asked once.
    let asked = visit.screen.sections.iter().flat_map(|section| &section.questions).filter(|question| question.id == "tb_cough").count();
    assert_eq!(asked, 1);
}

#[test]
fn a_gate_stands_before_what_it_opens() {
    for (_, input) in everybody() {
        let form = at_posyandu(input).form;
        let facts: Vec<_> = form.layout().iter().filter(|section| !section.folded).flat_map(|section| &section.facts).collect();
        for (place, id) in facts.iter().enumerate() {
            for gate in &pack().dictionary().get(**id).gates {
                let gate_place = facts.iter().position(|other| **other == gate.fact);
                assert!(gate_place.is_none_or(|gate| gate < place), "{}", pack().dictionary().get(**id).id);
            }
        }
    }
}

#[test]
fn a_man_sees_no_section_of_women() {
    let (his, hers) = (at_posyandu(man()), at_posyandu(woman()));
    for id in ["private_breast", "private_cervix_adult"] {
        assert!(!his.sections().contains(&id) && hers.sections().contains(&id), "{id}");
    }
    let women =
        his.form.layout().iter().flat_map(|section| &section.facts).filter(|id| pack().dictionary().get(**id).sex == Some(Sex::Female));
    assert_eq!(women.count(), 0);
}

#[test]
fn a_section_of_which_nothing_is_visible_is_not_shown() {
    let visit = at_home(woman());
    let shown: HashSet<_> = visit.sections().into_iter().collect();
    let hidden =
        visit.form.layout().iter().filter(|laid_out| laid_out.facts.iter().all(|id| !visit.shows(&pack().dictionary().get(*id).id)));
    let sections = &pack().source().sections;
    let mut count = 0;
    for laid_out in hidden {
        count += 1;
        assert!(!shown.contains(sections[laid_out.section].id.value.as_str()));
    }
    assert!(count > 0);
}

#[test]
fn a_member_is_asked_for_the_family_index_too() {
    let member = filled(Who::Person { input: Box::new(woman()), member: true }, Setting::HomeVisit, "en");
    assert!(member.shows("marital_status") && !at_home(woman()).shows("marital_status"));
    // The gate of this one is asked in the form of an adult.
    assert!(!member.shows("iks_ht_treated_regularly"));
    let member = member.says("ht_diagnosed", "true");
    assert!(member.shows("iks_ht_treated_regularly"));
}

#[test]
fn facts_of_a_person_stand_in_no_sheet() {
    for (id, definition) in pack().dictionary().iter().filter(|(_, definition)| definition.scope == FactScope::Person) {
        let sheet = crate::form::Sheet { on: day(super::people::ON), facts: Vec::new(), history: Vec::new() };
        let form = Form::new(pack(), Who::Household(sheet), Setting::HomeVisit, "id").unwrap();
        assert!(!form.asks(id), "{}", definition.id);
    }
}
