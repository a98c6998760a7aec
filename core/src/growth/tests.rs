//! What other programs got wrong, the worked examples of the method, and laws that hold for every child.

use proptest::prelude::*;

use super::fixtures::{cm, kg, number};
use super::*;
use crate::fact::Number;
use crate::person::Sex;

fn girl(age: ExactAge) -> Child {
    Child { sex: Some(Sex::Female), age: Some(age), ..Child::default() }
}

fn boy(age: ExactAge) -> Child {
    Child { sex: Some(Sex::Male), ..girl(age) }
}

fn days(days: i32) -> ExactAge {
    ExactAge::from_days(days)
}

fn months(months: &str) -> ExactAge {
    ExactAge::from_months(number(months)).unwrap()
}

/// The z-score with "!" behind one that is flagged, or the reason why there is none.
fn z(outcome: Outcome) -> String {
    match outcome {
        Ok(score) => format!("{}{}", score.z, if score.flagged { "!" } else { "" }),
        Err(reason) => format!("{reason:?}"),
    }
}

mod what_others_got_wrong {
    use super::*;

    /// By the free formula 10.37 kg on day 1 would be 9.84; in steps of the distance between 2 and 3 SD it is more.
    #[test]
    fn the_formula_is_restricted_beyond_3_sd() {
        assert_eq!(z(assess(&Child { weight: kg("10.37"), ..girl(days(1)) }).wfa), "12.46!");
    }

    /// The 0.7 cm between the two positions stand between the two days as well.
    #[test]
    fn length_becomes_height_between_day_730_and_731() {
        let at = |day, length, position| assess(&Child { length: cm(length), position: Some(position), ..boy(days(day)) });
        let (lying, standing) = (at(730, "80.0", Position::Lying), at(731, "79.3", Position::Standing));
        assert_eq!((z(lying.lhfa), z(standing.lhfa)), ("-2.55".into(), "-2.56".into()));
        assert_eq!(lying.lhfa.unwrap().position, Some(Position::Lying));
        assert_eq!(standing.lhfa.unwrap().position, Some(Position::Standing));
        assert_eq!(z(at(730, "79.3", Position::Standing).lhfa), "-2.55");
        assert_eq!(z(at(731, "80.0", Position::Lying).lhfa), "-2.56");
    }

    #[test]
    fn length_is_corrected_by_7_mm_before_the_body_mass_index() {
        let measured = |position| assess(&Child { weight: kg("9.0"), length: cm("80.0"), position: Some(position), ..girl(days(731)) });
        let corrected = assess(&Child { weight: kg("9.0"), length: cm("79.3"), position: Some(Position::Standing), ..girl(days(731)) });
        assert_eq!(measured(Position::Lying).bfa, corrected.bfa);
        assert_ne!(measured(Position::Standing).bfa, corrected.bfa);
    }

    #[test]
    fn age_24_months_given_in_months_is_day_731() {
        let at = |age| assess(&Child { length: cm("77.5"), position: Some(Position::Standing), ..girl(age) });
        assert_eq!(z(at(months("24")).lhfa), "-2.55");
        assert_eq!(at(months("24")), at(days(731)));
        assert_ne!(at(months("24")).lhfa, at(days(730)).lhfa);
    }

    /// 51.9 - 0.7 is 51.2 and has a row of its own. In binary fractions it lies just below, on the way from 51.1.
    #[test]
    fn millimetres_are_whole_numbers_between_the_rows_of_a_tenth() {
        assert_ne!(51.9 - 0.7, 51.2);
        let at = |length, position| assess(&Child { weight: kg("3.4"), length: cm(length), position: Some(position), ..girl(days(731)) });
        assert_eq!(at("51.9", Position::Lying).stature.unwrap().length, cm("51.2").unwrap());
        let lying = |length| assess(&Child { weight: kg("7.5"), length: cm(length), position: Some(Position::Lying), ..boy(days(300)) });
        let scores = ["68.0", "68.05", "68.1"].map(|length| lying(length).wflh.unwrap().z.hundredths());
        assert_eq!(scores, [-74, -76, -78]);
    }

    #[test]
    fn day_1827_belongs_to_the_reference_of_2007() {
        let child = |day| Child { weight: kg("15.0"), length: cm("105.0"), head: cm("50.0"), arm: cm("15.0"), ..boy(days(day)) };
        let (young, old) = (assess(&child(1826)), assess(&child(1827)));
        let standards = |growth: Growth| [growth.wfa, growth.lhfa, growth.bfa].map(|outcome| outcome.unwrap().table.standard());
        assert_eq!(standards(young), [Standard::Who2006; 3]);
        assert_eq!(standards(old), [Standard::Who2007; 3]);
        assert!([young.wflh, young.hcfa, young.acfa].iter().all(Result::is_ok));
        assert_eq!([old.wflh, old.hcfa, old.acfa], [Err(NotAssessed::AgeOutside); 3]);
        assert_eq!([young.wfa, young.lhfa].map(|outcome| outcome.unwrap().class), [Some(Class::Normal); 2]);
        assert_eq!([old.wfa, old.lhfa].map(|outcome| outcome.unwrap().class), [None; 2]);
        assert_eq!(old.bfa.unwrap().class, Some(Class::Normal));
    }

    #[test]
    fn sex_unknown_gives_no_number() {
        let child = Child { weight: kg("9.0"), length: cm("75.0"), head: cm("45.0"), arm: cm("14.0"), ..boy(days(400)) };
        assert!(Index::ALL.into_iter().all(|index| assess(&child).index(index).is_ok()));
        let growth = assess(&Child { sex: None, ..child });
        assert!(Index::ALL.into_iter().all(|index| growth.index(index) == Err(NotAssessed::SexUnknown)));
    }

    /// What is left is no "no result": the reason says that oedema is there, which is severe by itself.
    #[test]
    fn oedema_takes_the_weight_based_scores_and_leaves_the_others() {
        let child = Child { weight: kg("9.0"), length: cm("75.0"), head: cm("45.0"), arm: cm("14.0"), ..boy(days(400)) };
        let (without, with) = (assess(&child), assess(&Child { oedema: true, ..child }));
        for index in Index::ALL {
            let expected = if index.is_weight_based() { Err(NotAssessed::Oedema) } else { without.index(index) };
            assert_eq!(with.index(index), expected, "{index:?}");
        }
        assert_eq!(assess(&Child { oedema: true, ..boy(days(400)) }).wflh, Err(NotAssessed::Oedema), "measured or not");
    }

    #[test]
    fn minus_2_004_is_not_below_minus_2() {
        let row = Table::LengthHeightForAge2006.at(Sex::Female, 400, 0.0).unwrap();
        let length = |z: f64| Length::from_cm(number(&format!("{:.4}", row.measure(z)))).unwrap();
        let class = |z| assess(&Child { length: Some(length(z)), ..girl(days(400)) }).lhfa.unwrap().class;
        assert_eq!((class(-2.004), class(-2.006)), (Some(Class::Normal), Some(Class::Stunted)));
        assert_eq!((class(3.004), class(3.006)), (Some(Class::Normal), Some(Class::Tall)));
    }

    #[test]
    fn a_flag_enters_no_class() {
        let of = |weight| assess(&Child { weight: kg(weight), ..boy(days(400)) }).wfa.unwrap();
        let (low, flagged) = (of("5.5"), of("3.0"));
        assert_eq!((low.flagged, low.class), (false, Some(Class::SeverelyUnderweight)));
        assert_eq!((flagged.flagged, flagged.class), (true, None));
    }
}

mod worked_examples {
    use super::*;

    #[test]
    fn under_60_months() {
        let (lying, standing) = (Some(Position::Lying), Some(Position::Standing));
        let lhfa = |length, position, child| z(assess(&Child { length: cm(length), position, ..child }).lhfa);
        assert_eq!(lhfa("72.86", lying, boy(days(987))), "-6.09!");
        assert_eq!(lhfa("77.5", None, girl(months("24"))), "-2.55");
        assert_eq!(lhfa("60.0", standing, boy(months("8"))), "-4.81");
        assert_eq!(lhfa("60.0", standing, boy(months("9"))), "-5.02");
        assert_eq!(z(assess(&Child { weight: kg("17"), ..girl(days(1522)) }).wfa), "0.24");
    }

    #[test]
    fn from_60_months_on() {
        let of = |age, length, weight| {
            let growth = assess(&Child { weight: kg(weight), length: cm(length), ..girl(months(age)) });
            [growth.wfa, growth.bfa, growth.lhfa].map(z)
        };
        assert_eq!(of("60.32", "113.8", "18.7"), ["0.21", "-0.58", "0.96"]);
        assert_eq!(of("60.911701", "113.6", "20.5"), ["0.79", "0.42", "0.85"]);
    }
}

mod where_an_index_ends {
    use super::*;

    #[test]
    fn each_has_its_ages() {
        let full = |age| Child { weight: kg("20"), length: cm("100"), head: cm("48"), arm: cm("15"), ..girl(age) };
        let there = |age| {
            let growth = assess(&full(age));
            Index::ALL.map(|index| growth.index(index) != Err(NotAssessed::AgeOutside))
        };
        assert_eq!(there(days(-1)), [false; 6]);
        assert_eq!(there(days(0)), [true, true, true, true, true, false]);
        assert_eq!(there(days(90)), [true, true, true, true, true, false]);
        assert_eq!(there(days(91)), [true; 6]);
        assert_eq!(there(months("59.99")), [true; 6]);
        assert_eq!(there(months("60")), [true, true, false, true, false, false]);
        assert_eq!(there(months("120")), [true, true, false, true, false, false]);
        assert_eq!(there(months("120.01")), [false, true, false, true, false, false]);
        assert_eq!(there(months("228")), [false, true, false, true, false, false]);
        assert_eq!(there(months("228.01")), [false; 6]);
    }

    #[test]
    fn weight_for_length_ends_with_its_tables() {
        let of = |length, day| z(assess(&Child { weight: kg("9"), length: cm(length), ..girl(days(day)) }).wflh);
        for (inside, outside, day) in [("45.0", "44.99", 100), ("110.0", "110.01", 730), ("65.0", "64.99", 731), ("120.0", "120.01", 1826)]
        {
            assert_ne!(of(inside, day), "LengthOutside");
            assert_eq!(of(outside, day), "LengthOutside");
        }
    }

    /// Of unknown age only weight for length can be told, and the position or the length itself chooses the table.
    #[test]
    fn without_an_age_there_is_weight_for_length_alone() {
        let child = Child { weight: kg("11"), length: cm("86.9"), head: cm("48"), ..Child { age: None, ..boy(days(0)) } };
        let growth = assess(&child);
        assert!(Index::ALL.into_iter().all(|index| index == Index::WeightForLength || growth.index(index) == Err(NotAssessed::AgeUnknown)));
        let table = |child: Child| assess(&child).wflh.unwrap().table;
        assert_eq!(table(child), Table::WeightForLength2006);
        assert_eq!(table(Child { length: cm("87.0"), ..child }), Table::WeightForHeight2006);
        assert_eq!(table(Child { position: Some(Position::Standing), ..child }), Table::WeightForHeight2006);
        assert_eq!(table(Child { length: cm("87.0"), position: Some(Position::Lying), ..child }), Table::WeightForLength2006);
    }

    /// An index that does not exist is not open, one whose measure can still be taken is.
    #[test]
    fn a_missing_measure_is_open_where_the_index_exists() {
        let growth = assess(&Child { weight: kg("9"), ..girl(days(400)) });
        assert_eq!([growth.wflh, growth.lhfa], [Err(NotAssessed::Missing(Measure::Length)); 2]);
        assert_eq!((growth.hcfa, growth.acfa), (Err(NotAssessed::Missing(Measure::Head)), Err(NotAssessed::Missing(Measure::Arm))));
        assert_eq!(assess(&girl(days(1827))).hcfa, Err(NotAssessed::AgeOutside));
        assert_eq!(assess(&girl(days(90))).acfa, Err(NotAssessed::AgeOutside));
    }
}

proptest! {
    #[test]
    fn every_child_has_an_answer(
        day in -10..8000_i32, grams in 1..400_000_u32, mm in 1..2500_u32, girth in 1..900_u32, female: bool, standing: bool, oedema: bool,
    ) {
        let sex = Some(if female { Sex::Female } else { Sex::Male });
        let position = Some(if standing { Position::Standing } else { Position::Lying });
        let (head, arm) = (Length::from_mm(girth), Length::from_mm(girth));
        let growth = assess(&Child { sex, age: Some(days(day)), weight: Weight::from_grams(grams), length: Length::from_mm(mm), position, head, arm, oedema });
        for index in Index::ALL {
            if let Ok(score) = growth.index(index) {
                prop_assert_eq!(score.flagged, index.is_implausible(score.z));
                prop_assert!(score.class.is_none() || !score.flagged);
            }
        }
    }

    /// Ages in days and the same ages in months are the same child.
    #[test]
    fn the_unit_of_an_age_makes_no_difference(steps in 0..912_i64, mm in 450..1200_u32, grams in 2000..30_000_u32) {
        // 16 months are 487 days.
        let in_days = ExactAge::from_decimal_days(Number::ratio(steps * 487, 64).unwrap()).unwrap();
        let in_months = ExactAge::from_months(Number::ratio(steps, 4).unwrap()).unwrap();
        let of = |age| assess(&Child { weight: Weight::from_grams(grams), length: Length::from_mm(mm), ..girl(age) });
        prop_assert_eq!(of(in_days), of(in_months));
    }

    /// A child that weighs more has no lower z-score.
    #[test]
    fn more_weight_is_no_lower_score(day in 0..3652_i32, grams in 1000..40_000_u32, mm in 450..1400_u32) {
        let of = |grams| {
            let growth = assess(&Child { weight: Weight::from_grams(grams), length: Length::from_mm(mm), ..boy(days(day)) });
            [growth.wfa, growth.wflh, growth.bfa].map(|outcome| outcome.map(|score| score.z).ok())
        };
        let (less, more) = (of(grams), of(grams + 10));
        prop_assert!(less.iter().zip(more).all(|(less, more)| *less <= more));
    }
}
