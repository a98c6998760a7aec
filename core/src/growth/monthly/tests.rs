//! N, T, O, B and what follows from them.

use super::fixtures::{Weighed, tables};
use super::*;
use crate::growth::fixtures::{day, kg, number};
use crate::person::{BirthDate, Precision, Sex};

/// A boy who is 9 months old in March.
fn boy(weighings: &[(&str, &str)]) -> Weighed {
    Weighed::new(Sex::Male, "2025-06-05", weighings)
}

mod rising_or_not {
    use super::*;

    /// 7.9 to 8.2 kg is 0.3 kg to the gram, which binary fractions miss.
    #[test]
    fn a_gain_of_exactly_the_minimum_is_n() {
        assert_eq!(boy(&[("2026-02-10", "7.90"), ("2026-03-10", "8.20")]).status("2026-03-10"), "N");
        assert_eq!(boy(&[("2026-02-10", "7.90"), ("2026-03-10", "8.19")]).status("2026-03-10"), "T");
    }

    #[test]
    fn the_minimum_depends_on_sex_and_month() {
        let gains = |sex| (1..=12).map(|month| (tables().minimum.at(month, sex).unwrap().kg() * 1000.0).round() as i32).collect::<Vec<_>>();
        assert_eq!(gains(Sex::Male), [800, 900, 800, 600, 500, 400, 400, 300, 300, 300, 300, 200]);
        assert_eq!(gains(Sex::Female), [800, 900, 800, 600, 500, 400, 300, 300, 300, 300, 200, 200]);
        let seven = |sex| Weighed::new(sex, "2025-08-05", &[("2026-02-10", "7.00"), ("2026-03-10", "7.35")]).status("2026-03-10");
        assert_eq!((seven(Sex::Male), seven(Sex::Female)), ("T".into(), "N".into()));
    }

    #[test]
    fn judged_is_the_last_weighing_of_this_month_against_the_last_of_the_month_before() {
        let child = boy(&[("2026-03-20", "9.0"), ("2026-02-02", "7.0"), ("2026-03-05", "8.0"), ("2026-02-20", "7.8")]);
        let gain = child.decide("2026-03-06").gain.unwrap();
        assert_eq!((gain.kg, gain.days), (number("0.2"), Some(13)));
        assert!(child.decide("2026-03-06").oddly_spaced);
        assert_eq!(child.decide("2026-03-20").gain.unwrap().kg, number("1.2"));
    }

    #[test]
    fn twenty_one_and_45_days_are_a_month_apart() {
        let odd = |first: &str, second: &str| boy(&[(first, "8.0"), (second, "8.5")]).decide(second).oddly_spaced;
        assert_eq!([odd("2026-02-10", "2026-03-02"), odd("2026-02-10", "2026-03-03")], [true, false]);
        assert_eq!([odd("2026-02-10", "2026-03-27"), odd("2026-02-10", "2026-03-28")], [false, true]);
    }

    #[test]
    fn at_one_month_the_birth_weight_stands_in() {
        let child = |born, birth_weight| Weighed { birth_weight, ..Weighed::new(Sex::Female, born, &[("2026-03-10", "3.80")]) };
        assert_eq!(child("2026-02-05", kg("3.0")).status("2026-03-10"), "N");
        assert_eq!(child("2026-02-05", kg("3.01")).status("2026-03-10"), "T");
        assert_eq!(child("2026-02-05", None).status("2026-03-10"), "BirthWeightOpen");
        assert_eq!(child("2026-01-05", kg("3.0")).status("2026-03-10"), "NoBaseline");
        assert_eq!(child("2026-02-15", kg("3.0")).status("2026-03-10"), "AgeOutside");
    }

    #[test]
    fn judged_are_1_to_60_completed_months() {
        let child = |born| Weighed::new(Sex::Male, born, &[("2026-02-10", "17.0"), ("2026-03-10", "17.5")]).status("2026-03-10");
        assert_eq!(child("2021-02-11"), "N");
        assert_eq!(child("2021-02-10"), "AgeOutside");
    }

    #[test]
    fn without_a_weighing_this_month_it_is_open_only_where_there_is_one_to_compare_with() {
        let february = [("2026-02-10", "8.0")];
        let open = |child: Weighed, on| child.decide(on).gain.unwrap_err();
        assert_eq!(open(boy(&february), "2026-03-10"), NotJudged::NotWeighed);
        assert_eq!(open(boy(&february), "2026-04-10"), NotJudged::NoBaseline);
        assert!(NotJudged::NotWeighed.is_open() && !NotJudged::NoBaseline.is_open());
        assert_eq!(boy(&february).decide("2026-03-10").skdn, None);
    }

    #[test]
    fn oedema_or_an_implausible_weight_of_today_judges_nothing() {
        let child = boy(&[("2026-02-10", "8.0"), ("2026-03-10", "8.5")]);
        assert_eq!(child.clone().with_oedema("2026-03-10").status("2026-03-10"), "Oedema");
        assert_eq!(child.with_oedema("2026-02-10").status("2026-03-10"), "N");
        assert_eq!(boy(&[("2026-02-10", "8.0"), ("2026-03-10", "28.5")]).status("2026-03-10"), "Implausible");
    }

    #[test]
    fn without_the_day_of_birth_nothing_is_judged() {
        let child = boy(&[("2026-02-10", "8.0"), ("2026-03-10", "8.5")]);
        let estimated = BirthDate::new(day("2025-06-05"), Precision::Month);
        assert_eq!(Weighed { born: estimated, ..child }.status("2026-03-10"), "BirthDayUnknown");
    }
}

mod the_statistics {
    use super::*;

    fn code(child: &Weighed, on: &str) -> &'static str {
        child.decide(on).skdn.map_or("-", Skdn::as_str)
    }

    #[test]
    fn b_then_o_then_n_or_t() {
        let child = boy(&[("2026-01-10", "8.0"), ("2026-03-10", "8.2"), ("2026-04-10", "8.5"), ("2026-05-10", "8.6")]);
        let codes = ["2026-01-10", "2026-02-10", "2026-03-10", "2026-04-10", "2026-05-10"].map(|on| code(&child, on));
        assert_eq!(codes, ["B", "-", "O", "N", "T"]);
    }

    #[test]
    fn a_first_weighing_at_one_month_is_b_though_the_family_hears_n_or_t() {
        let child = Weighed { birth_weight: kg("3.0"), ..Weighed::new(Sex::Female, "2026-02-05", &[("2026-03-10", "3.80")]) };
        assert_eq!((code(&child, "2026-03-10"), child.status("2026-03-10")), ("B", "N".into()));
    }

    #[test]
    fn weighed_in_both_months_but_not_judged_is_o() {
        let child = boy(&[("2026-02-10", "8.0"), ("2026-03-10", "8.5")]).with_oedema("2026-03-10");
        assert_eq!(code(&child, "2026-03-10"), "O");
    }
}

mod months_not_rising {
    use super::*;

    const FALLING: [(&str, &str); 4] = [("2026-01-10", "8.0"), ("2026-02-10", "8.1"), ("2026-03-10", "8.2"), ("2026-04-10", "8.2")];

    fn months(child: &Weighed, on: &str) -> u32 {
        child.decide(on).months_not_rising
    }

    #[test]
    fn they_are_counted_back_from_this_month() {
        let counted = FALLING.map(|(on, _)| months(&boy(&FALLING), on));
        assert_eq!(counted, [0, 1, 2, 3]);
    }

    #[test]
    fn a_month_that_is_not_t_ends_the_row() {
        let rising = [("2026-01-10", "8.0"), ("2026-02-10", "8.1"), ("2026-03-10", "8.4"), ("2026-04-10", "8.5")];
        assert_eq!(months(&boy(&rising), "2026-04-10"), 1);
        let absent = [("2026-01-10", "8.0"), ("2026-02-10", "8.1"), ("2026-04-10", "8.1"), ("2026-05-10", "8.1")];
        assert_eq!(months(&boy(&absent), "2026-05-10"), 1);
        assert_eq!(months(&boy(&FALLING).with_oedema("2026-03-10"), "2026-04-10"), 1);
    }

    #[test]
    fn n_this_month_counts_nothing() {
        let risen = [FALLING[0], FALLING[1], FALLING[2], ("2026-04-10", "9.0")];
        assert_eq!(months(&boy(&risen), "2026-04-10"), 0);
    }
}

mod losing_and_faltering {
    use super::*;

    #[test]
    fn exactly_5_percent_is_a_loss() {
        let lost = |now| boy(&[("2026-02-10", "8.00"), ("2026-03-10", now)]).decide("2026-03-10").lost_too_much;
        assert_eq!([lost("7.60"), lost("7.61")], [true, false]);
    }

    #[test]
    fn a_loss_is_one_of_today_without_oedema() {
        let child = boy(&[("2026-02-10", "8.0"), ("2026-03-10", "7.5")]);
        assert!(!child.decide("2026-03-11").lost_too_much);
        assert!(!child.with_oedema("2026-03-10").decide("2026-03-10").lost_too_much);
        let newborn = Weighed::new(Sex::Male, "2026-02-20", &[("2026-02-20", "4.0"), ("2026-03-10", "3.5")]);
        assert!(!newborn.decide("2026-03-10").lost_too_much);
        let older = |born| Weighed::new(Sex::Male, born, &[("2026-02-10", "17"), ("2026-03-10", "16")]).decide("2026-03-10").lost_too_much;
        assert_eq!([older("2021-02-11"), older("2021-02-10")], [true, false]);
    }

    /// The third percentile line of a boy of 278 days is at 6.9 kg.
    #[test]
    fn the_red_line_is_3_sd_below_the_median() {
        let below = |weight| boy(&[("2026-03-10", weight)]).decide("2026-03-10").below_red_line;
        assert_eq!([below("6.3"), below("6.5")], [true, false]);
        assert!(!below("2.0"), "a flagged weight tells nothing");
    }

    #[test]
    fn growth_falters_below_the_fifth_percentile_of_the_shortest_time() {
        let born = "2025-11-05";
        let gain = |sex, now| Weighed::new(sex, born, &[("2026-02-06", "6.0"), ("2026-03-06", now)]).falters("2026-03-06");
        assert_eq!([gain(Sex::Male, "6.284"), gain(Sex::Male, "6.285")], [Some(true), Some(false)]);
        assert_eq!([gain(Sex::Female, "6.258"), gain(Sex::Female, "6.259")], [Some(true), Some(false)]);
        let two_months = boy(&[("2026-01-06", "8.0"), ("2026-02-06", "8.3"), ("2026-03-06", "8.171")]);
        assert_eq!(two_months.falters("2026-03-06"), Some(true));
        assert_eq!(boy(&[("2026-02-06", "8.3"), ("2026-03-06", "8.2")]).falters("2026-03-06"), None);
    }

    #[test]
    fn a_newborn_is_compared_with_the_birth_weight() {
        let child = |weight| Weighed { birth_weight: kg("3.0"), ..Weighed::new(Sex::Male, "2026-02-05", &[("2026-03-10", weight)]) };
        assert_eq!([child("3.459").falters("2026-03-10"), child("3.46").falters("2026-03-10")], [Some(true), Some(false)]);
    }
}

mod measuring_again {
    use super::fixtures::{born, tables};
    use super::*;
    use crate::growth::Position;
    use crate::growth::fixtures::cm;

    fn measured(on: &str, length: &str, weight: &str) -> Measured {
        Measured { on: day(on), length: cm(length), position: Some(Position::Lying), weight: kg(weight) }
    }

    fn again(earlier: &[Measured], today: Measured) -> Vec<MeasureAgain> {
        measure_again(born("2025-01-01"), &today, earlier, &tables().again)
    }

    #[test]
    fn a_child_does_not_shrink_by_more_than_a_centimetre() {
        let today = |length| {
            again(&[measured("2026-01-10", "78.0", "10"), measured("2025-10-10", "70.0", "9")], measured("2026-03-10", length, "10"))
        };
        assert_eq!(today("77.0"), []);
        assert_eq!(today("76.9"), [MeasureAgain::LengthFell]);
    }

    /// From the age of 12 months on 4 cm in each month that has begun.
    #[test]
    fn a_child_does_not_grow_by_leaps() {
        let today = |on, length| again(&[measured("2026-01-10", "76.0", "10")], measured(on, length, "10"));
        assert_eq!(today("2026-01-20", "80.0"), []);
        assert_eq!(today("2026-01-20", "80.1"), [MeasureAgain::LengthJumped]);
        assert_eq!(today("2026-02-10", "84.0"), []);
        assert_eq!(today("2026-02-10", "84.1"), [MeasureAgain::LengthJumped]);
    }

    #[test]
    fn under_24_months_a_child_lies() {
        let standing = |on| again(&[], Measured { position: Some(Position::Standing), ..measured(on, "85.0", "12") });
        assert_eq!(standing("2026-12-31"), [MeasureAgain::StandingTooYoung]);
        assert_eq!(standing("2027-01-01"), []);
        assert_eq!(again(&[], measured("2026-12-31", "85.0", "12")), []);
    }

    #[test]
    fn a_weight_changes_by_20_percent_at_most() {
        let today = |weight| again(&[measured("2026-02-10", "78", "10.00")], measured("2026-03-10", "78", weight));
        assert_eq!([today("8.00"), today("12.00")], [[], []]);
        assert_eq!([today("7.99"), today("12.01")], [[MeasureAgain::WeightChanged], [MeasureAgain::WeightChanged]]);
        let long_ago = again(&[measured("2026-01-10", "78", "10.00")], measured("2026-03-10", "78", "7.00"));
        assert_eq!(long_ago, []);
    }

    #[test]
    fn what_was_not_measured_is_not_measured_again() {
        let nothing = Measured { on: day("2026-03-10"), length: None, position: None, weight: None };
        assert_eq!(again(&[measured("2026-02-10", "78", "10")], nothing), []);
        assert_eq!(again(&[nothing], measured("2026-03-10", "78", "10")), []);
    }
}

mod in_words {
    use super::*;

    fn remarks(child: &Weighed, on: &str) -> Vec<&'static str> {
        child.decide(on).remarks().map(Remark::as_str).collect()
    }

    #[test]
    fn the_status_of_each_month_has_a_word() {
        let weighed = [("2026-01-10", "8.0"), ("2026-03-10", "8.2"), ("2026-04-10", "8.5"), ("2026-05-10", "8.5"), ("2026-06-10", "8.5")];
        let child = boy(&weighed);
        let words = weighed.map(|(on, _)| remarks(&child, on));
        assert_eq!(words, [["first_weighing"], ["absent_last_month"], ["rising"], ["not_rising"], ["not_rising_twice"]]);
        let longer = boy(&[weighed.as_slice(), &[("2026-07-10", "8.5"), ("2026-08-10", "8.5")]].concat());
        assert_eq!([remarks(&longer, "2026-07-10"), remarks(&longer, "2026-08-10")], [["not_rising_thrice"]; 2]);
    }

    #[test]
    fn beside_the_status_stand_an_odd_time_and_the_red_line() {
        let child = boy(&[("2026-02-28", "6.2"), ("2026-03-10", "6.3")]);
        assert_eq!(remarks(&child, "2026-03-10"), ["not_rising", "oddly_spaced", "below_red_line"]);
    }

    #[test]
    fn where_nothing_is_judged_there_is_no_status() {
        let child = boy(&[("2026-02-10", "8.0"), ("2026-03-10", "8.5")]);
        assert_eq!(remarks(&child.clone().with_oedema("2026-03-10"), "2026-03-10"), [] as [&str; 0]);
        assert_eq!(remarks(&child, "2026-04-10"), [] as [&str; 0], "not weighed this month");
        assert_eq!(remarks(&Weighed::new(Sex::Male, "2026-02-20", &[("2026-03-10", "4.0")]), "2026-03-10"), [] as [&str; 0]);
    }
}
