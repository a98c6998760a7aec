//! What a form shows of a child's growth, and what it asks to measure once more.

use proptest::prelude::*;

use super::people::{Filled, at_posyandu, day, filled, man, pack, person, seen_before};
use crate::form::{Given, Screen, Who};
use crate::growth::Index;
use crate::pack::source::Setting;
use crate::person::{BirthDate, Precision, Sex};
use crate::screening::render::Renderer;
use crate::screening::{Input, Subject, growth};

/// A girl of 14 months.
fn girl() -> Input {
    person(Sex::Female, "2024-12-20")
}

pub fn indonesian(input: Input) -> Filled {
    filled(Who::Person { input: Box::new(input), member: false }, Setting::Posyandu, "id")
}

pub fn indices(screen: &Screen) -> Vec<&str> {
    screen.growth.iter().flat_map(|growth| &growth.indices).map(|index| index.text.as_str()).collect()
}

fn months(screen: &Screen) -> Vec<&str> {
    screen.growth.iter().flat_map(|growth| &growth.monthly).map(|remark| remark.text.as_str()).collect()
}

/// The facts that are to be measured once more.
fn again(screen: &Screen) -> Vec<&str> {
    screen.growth.iter().flat_map(|growth| &growth.measure_again).map(|again| again.id.as_str()).collect()
}

mod indices_in_words {
    use super::*;

    #[test]
    fn they_are_told_as_soon_as_they_are_measured() {
        let visit = indonesian(girl());
        assert!(visit.screen.growth.is_none());
        let visit = visit.says("weight_kg", "7,2");
        assert_eq!(indices(&visit.screen), ["Berat badan menurut umur: Berat badan kurang (-2,30 SD)"]);
        let visit = visit.says("height_cm", "71,0").says("measured_position", "lying");
        let expected = [
            "Berat badan menurut umur: Berat badan kurang (-2,30 SD)",
            "Panjang badan menurut umur: Pendek (-2,14 SD)",
            "Berat badan menurut panjang badan: Gizi baik (-1,71 SD)",
            "Indeks massa tubuh (IMT) menurut umur: Gizi baik (-1,39 SD)",
        ];
        assert_eq!(indices(&visit.screen), expected);
        let first = &visit.screen.growth.as_ref().unwrap().indices[0];
        assert_eq!((first.index, first.z_text.as_str(), first.flagged), (Index::WeightForAge, "-2,30 SD", false));
        assert_eq!(first.class_text.as_deref(), Some("Berat badan kurang"));
    }

    #[test]
    fn one_that_cannot_be_has_no_class_and_is_measured_once_more() {
        let visit = indonesian(girl()).says("weight_kg", "22");
        assert_eq!(indices(&visit.screen)[0], "Berat badan menurut umur: Angka tidak wajar, ukur ulang (7,68 SD)");
        assert_eq!(again(&visit.screen), ["weight_kg"]);
        let question = visit.question("weight_kg");
        assert_eq!(question.measure_again.as_deref(), Some("Berat badan ini tidak wajar untuk umurnya. Tolong timbang sekali lagi, ya."));
        assert!(question.answer.is_some() && question.error.is_none(), "the answer counts");
        let visit = visit.says("weight_kg", "9,0");
        assert!(again(&visit.screen).is_empty() && visit.question("weight_kg").measure_again.is_none());
    }

    #[test]
    fn weight_and_length_that_do_not_fit_are_asked_about_once() {
        let visit = at_posyandu(girl()).says("weight_kg", "13").says("height_cm", "65");
        let flagged: Vec<_> = visit.screen.growth.as_ref().unwrap().indices.iter().filter(|index| index.flagged).collect();
        assert_eq!(flagged.iter().map(|index| index.index).collect::<Vec<_>>(), [Index::WeightForLength, Index::BmiForAge]);
        assert_eq!(again(&visit.screen), ["weight_kg"]);
    }

    #[test]
    fn a_schoolchild_has_indices_and_an_adult_has_none() {
        let child = indonesian(person(Sex::Male, "2017-03-02")).says("weight_kg", "25").says("height_cm", "128");
        assert_eq!(indices(&child.screen)[0], "Berat badan menurut umur: -0,80 SD");
        let of_18 = at_posyandu(person(Sex::Male, "2007-03-03")).says("weight_kg", "60").says("height_cm", "170");
        let of_19 = at_posyandu(person(Sex::Male, "2007-03-02")).says("weight_kg", "60").says("height_cm", "170");
        assert!(of_18.screen.growth.is_some() && of_19.screen.growth.is_none());
        assert!(at_posyandu(man()).says("weight_kg", "70").screen.growth.is_none());
    }

    #[test]
    fn the_sections_that_hold_measures_say_so() {
        let visit = at_posyandu(girl());
        let holds = |section: &&std::sync::Arc<crate::form::Section>| section.questions.iter().any(|question| question.id == "weight_kg");
        assert!(visit.screen.sections.iter().filter(holds).all(|section| section.growth));
        assert!(visit.screen.sections.iter().any(|section| !section.growth));
    }
}

mod the_month_in_words {
    use super::*;

    fn weighed(before: &[(&str, &str)], now: &str) -> Vec<String> {
        let input = before.iter().fold(girl(), |input, (on, kg)| seen_before(input, on, &[("weight_kg", kg)]));
        months(&indonesian(input).says("weight_kg", now).screen).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn rising_or_not() {
        assert_eq!(weighed(&[("2026-02-02", "8,6")], "8,8"), ["Berat badan naik"]);
        assert_eq!(weighed(&[("2026-02-02", "8,6")], "8,79"), ["Berat badan tidak naik"]);
        let twice = [("2026-01-05", "8,6"), ("2026-02-02", "8,7")];
        assert_eq!(weighed(&twice, "8,8"), ["Berat badan tidak naik dua bulan berturut-turut"]);
        let thrice = [("2025-12-05", "8,6"), ("2026-01-05", "8,6"), ("2026-02-02", "8,7")];
        assert_eq!(weighed(&thrice, "8,8"), ["Berat badan tidak naik tiga bulan berturut-turut atau lebih"]);
    }

    #[test]
    fn not_weighed_last_month_or_never_before() {
        let absent = "Bulan lalu tidak ditimbang, jadi naik atau tidaknya belum bisa dinilai";
        assert_eq!(weighed(&[("2026-01-05", "8,6")], "8,8"), [absent]);
        assert_eq!(weighed(&[], "8,8"), ["Baru pertama ditimbang, jadi naik atau tidaknya belum bisa dinilai"]);
    }

    #[test]
    fn an_odd_time_and_the_red_line_stand_beside_it() {
        let odd = "Jarak dari penimbangan bulan lalu tidak sebulan";
        assert_eq!(weighed(&[("2026-02-20", "6,0")], "6,1"), ["Berat badan tidak naik", odd, "Berat badan di bawah garis merah"]);
    }
}

mod measured_once_more {
    use super::*;

    fn measured(before: &[(&str, &str)], now: &[(&str, &str)]) -> Filled {
        now.iter().fold(indonesian(seen_before(girl(), "2026-02-02", before)), |visit, (id, typed)| visit.says(id, typed))
    }

    #[test]
    fn a_child_does_not_shrink() {
        assert!(again(&measured(&[("height_cm", "74,0")], &[("height_cm", "73,0")]).screen).is_empty());
        let visit = measured(&[("height_cm", "74,0")], &[("height_cm", "72,9")]);
        assert_eq!(again(&visit.screen), ["height_cm"]);
        let asked = "Panjang atau tinggi badan lebih pendek daripada pengukuran sebelumnya. Tolong ukur sekali lagi, ya.";
        assert_eq!(visit.question("height_cm").measure_again.as_deref(), Some(asked));
    }

    #[test]
    fn a_child_does_not_grow_by_leaps() {
        assert!(again(&measured(&[("height_cm", "70,0")], &[("height_cm", "78,0")]).screen).is_empty());
        assert_eq!(again(&measured(&[("height_cm", "70,0")], &[("height_cm", "78,1")]).screen), ["height_cm"]);
    }

    #[test]
    fn under_24_months_a_child_lies() {
        let visit = indonesian(girl()).says("height_cm", "74,0").says("measured_position", "standing");
        assert_eq!(again(&visit.screen), ["measured_position"]);
        assert!(visit.question("measured_position").measure_again.as_deref().is_some_and(|asked| asked.contains("dibaringkan")));
        let older = indonesian(person(Sex::Female, "2024-03-02")).says("height_cm", "84,0").says("measured_position", "standing");
        assert!(again(&older.screen).is_empty());
    }

    #[test]
    fn a_weight_does_not_change_by_a_fifth() {
        assert!(again(&measured(&[("weight_kg", "8,0")], &[("weight_kg", "9,6")]).screen).is_empty());
        let visit = measured(&[("weight_kg", "8,0")], &[("weight_kg", "9,61")]);
        assert_eq!(again(&visit.screen), ["weight_kg"]);
    }

    /// A flag and a change are asked about in one text.
    #[test]
    fn what_is_asked_about_for_two_reasons_tells_both() {
        let visit = measured(&[("weight_kg", "8,0")], &[("weight_kg", "22")]);
        let asked = visit.question("weight_kg").measure_again.clone().unwrap();
        assert!(asked.contains("tidak wajar") && asked.contains("berubah terlalu banyak"), "{asked}");
    }

    #[test]
    fn up_to_71_months_something_is_measured_once_more() {
        let shrunk = |born: &str| {
            let before = seen_before(person(Sex::Male, born), "2026-02-02", &[("height_cm", "112")]);
            again(&at_posyandu(before).says("height_cm", "108").screen).len()
        };
        assert_eq!([shrunk("2020-03-03"), shrunk("2020-03-02")], [1, 0]);
    }
}

#[test]
fn each_class_of_each_index_has_its_text() {
    use crate::growth::{Child, Class, ExactAge, Length, Weight, assess};
    let mut classes: Vec<(Index, Class)> = Vec::new();
    // Of every index from far below to far above, under 60 months and over.
    for days in [400, 2500] {
        for step in 1..400 {
            let girth = Length::from_mm(250 + step);
            let thin = Child {
                weight: Weight::from_grams(step * 150),
                length: Length::from_mm(if days == 400 { 750 } else { 1150 }),
                ..Child::default()
            };
            let tall = Child { length: Length::from_mm(500 + step * 3), head: girth, ..Child::default() };
            for child in [thin, tall] {
                let growth = assess(&Child { sex: Some(Sex::Male), age: Some(ExactAge::from_days(days)), ..child });
                classes.extend(Index::ALL.into_iter().filter_map(|index| Some((index, growth.index(index).ok()?.class?))));
            }
        }
    }
    classes.sort_unstable();
    classes.dedup();
    assert_eq!(classes.len(), 4 + 4 + 6 + 8 + 3, "{classes:?}");
    for language in ["id", "en"] {
        let renderer = Renderer::new(pack(), language);
        for (index, class) in &classes {
            assert_ne!(renderer.class_text(*index, *class), "", "{index:?} {class:?}");
        }
    }
}

#[test]
fn every_sentence_on_growth_is_in_the_pack() {
    use crate::growth::monthly::Remark;
    let remarks = Remark::ALL.map(|remark| format!("growth_month_{}", remark.as_str()));
    let indices =
        ["wfa", "lhfa_lying", "lhfa_standing", "wflh_lying", "wflh_standing", "bfa", "hcfa", "acfa"].map(|it| format!("growth_{it}"));
    let again =
        ["weight", "length", "weight_or_length", "head", "arm", "length_fell", "length_jumped", "standing_too_young", "weight_changed"];
    let again = again.map(|what| format!("measure_again_{what}"));
    let others = ["needs_birth_day", "growth_title", "growth_line", "growth_line_without_class", "growth_z", "growth_flagged"];
    for id in remarks.into_iter().chain(indices).chain(again).chain(others.map(str::to_owned)) {
        for language in ["id", "en"] {
            assert_ne!(Renderer::new(pack(), language).words.say(&id), "", "{id}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// What a form shows is the growth of the same person.
    #[test]
    fn a_form_shows_the_growth_of_the_person(
        days in 0..6900_i64, female: bool, tenths_kg in 5..600_i64, mm in 300..1500_i64, standing: bool, oedema: bool, precise in 0..4_u8,
    ) {
        let born = day(super::people::ON) - chrono::Days::new(days.unsigned_abs());
        let precision = if precise > 0 { Precision::Day } else { Precision::Month };
        let sex = if female { Sex::Female } else { Sex::Male };
        let input = Input::new(day(super::people::ON), sex, BirthDate::new(born, precision));
        let mut visit = at_posyandu(input);
        let position = if standing { "standing" } else { "lying" };
        let kg = format!("{}.{}", tenths_kg / 10, tenths_kg % 10);
        let cm = format!("{}.{}", mm / 10, mm % 10);
        for (id, typed) in [("weight_kg", kg.as_str()), ("height_cm", cm.as_str()), ("measured_position", position), ("oedema_both_feet", if oedema { "true" } else { "false" })] {
            // What the form does not ask of the age, or does not accept, is left out.
            if let Ok(step) = visit.form.answer(&visit.draft, super::people::fact(id), Given::Typed(typed)) {
                visit = Filled { form: visit.form, draft: step.draft, screen: step.screen };
            }
        }
        let subject: Subject<'_> = visit.form.subject(&visit.draft).unwrap().unwrap();
        let told = growth(pack(), &subject);
        let expected: Vec<_> = Index::ALL.into_iter().filter_map(|index| Some((index, told.index(index).ok()?))).collect();
        let shown = visit.screen.growth.as_ref().map(|growth| growth.indices.as_slice()).unwrap_or_default();
        let shown: Vec<_> = shown.iter().map(|it| (it.index, it.z, it.class, it.flagged)).collect();
        prop_assert_eq!(shown, expected.iter().map(|(index, score)| (*index, score.z, score.class, score.flagged)).collect::<Vec<_>>());
    }
}
