//! What stands on a chart.

use proptest::prelude::*;

use super::*;
use crate::growth::fixtures::{cm, day, kg};
use crate::growth::{Child, Class, ExactAge, NotAssessed, Position, SdLines, assess_index};
use crate::person::{BirthDate, Precision, days_between};

const BORN: &str = "2024-01-15";

fn born(iso: &str) -> BirthDate {
    BirthDate::new(day(iso), Precision::Day)
}

/// A girl born in January 2024, on a day.
fn girl(on: &str, measured: Vec<Measured>) -> Growing {
    Growing { sex: Some(Sex::Female), born: Some(born(BORN)), measured, on: day(on) }
}

fn boy(on: &str, measured: Vec<Measured>) -> Growing {
    Growing { sex: Some(Sex::Male), ..girl(on, measured) }
}

fn weighed(on: &str, weight: &str) -> Measured {
    Measured { on: day(on), child: Child { weight: kg(weight), ..Child::default() } }
}

fn swollen(measured: Measured) -> Measured {
    Measured { child: Child { oedema: true, ..measured.child }, ..measured }
}

fn measured(on: &str, weight: &str, length: &str, position: Position) -> Measured {
    let child = Child { weight: kg(weight), length: cm(length), position: Some(position), ..Child::default() };
    Measured { on: day(on), child }
}

fn joined(growing: &Growing) -> Vec<Option<usize>> {
    chart(Index::WeightForAge, growing).unwrap().points.iter().map(|point| point.joined_to).collect()
}

mod lines_and_bands {
    use super::*;

    /// The ends of the pieces of a line.
    fn pieces(chart: &Chart) -> Vec<(f64, f64)> {
        let line = chart.lines.first().unwrap();
        line.strokes.iter().map(|stroke| (*stroke.xs.first().unwrap(), *stroke.xs.last().unwrap())).collect()
    }

    #[test]
    fn a_line_ends_where_the_method_changes() {
        let later = |index| chart(index, &girl("2029-06-01", vec![weighed("2024-02-15", "4.0")])).unwrap();
        assert_eq!(pieces(&later(Index::WeightForAge)), [(0.0, 59.99), (60.02, 119.98)]);
        let length = chart(Index::LengthForAge, &girl("2027-06-01", vec![])).unwrap();
        assert_eq!(pieces(&length), [(0.0, 23.98), (24.02, 59.99)]);
    }

    #[test]
    fn lines_are_those_of_the_tables_in_hundredths() {
        for growing in [girl("2025-01-15", vec![]), boy("2025-01-15", vec![])] {
            let drawn = chart(Index::LengthForAge, &growing).unwrap();
            let row = |day| SdLines::at_age(Index::LengthForAge.table_by_age(day).unwrap(), drawn.sex, day, None).unwrap();
            for (place, line) in drawn.lines.iter().enumerate() {
                let stroke = line.strokes.first().unwrap();
                assert_eq!((stroke.xs.len(), stroke.ys.len(), line.sd), (106, 106, place as i32 - 3));
                let week_10 = row(ExactAge::from_days(70)).0[place];
                assert_eq!((stroke.xs[10], stroke.ys[10]), (2.3, (week_10 * 100.0).round() / 100.0));
            }
        }
    }

    /// In the middle between two edges and close to each from both sides.
    fn holds_at_its_edges(index: Index, sex: Sex, band: &Band, place: usize, assessed: impl Fn(f64) -> Option<Class>) {
        let (low, high) = (band.low[place], band.high[place]);
        let little = 0.02 + (high - low) * 0.01;
        for inside in [low + little, (low + high) / 2.0, high - little] {
            assert_eq!(assessed(inside), Some(band.class), "{index:?} {sex:?} {inside}");
        }
        for outside in [low - little, high + little] {
            assert_ne!(assessed(outside), Some(band.class), "{index:?} {sex:?} {outside}");
        }
    }

    fn of_hundredths(value: f64) -> String {
        format!("{value:.2}")
    }

    #[test]
    fn a_band_is_its_class_from_edge_to_edge() {
        for (sex, growing) in [(Sex::Female, girl("2027-01-15", vec![])), (Sex::Male, boy("2027-01-15", vec![]))] {
            for index in [Index::WeightForAge, Index::LengthForAge, Index::HeadForAge] {
                let drawn = chart(index, &growing).unwrap();
                let young = drawn.bands.iter().filter(|band| band.xs.len() > 20);
                for band in young {
                    let age = ExactAge::from_days((band.xs[20] * 30.4375).round() as i32);
                    let position = Some(Position::at(age));
                    holds_at_its_edges_where_plausible(index, sex, band, |value| {
                        let text = of_hundredths(value);
                        let child = Child { sex: Some(sex), age: Some(age), position, ..Child::default() };
                        let child = match index {
                            Index::WeightForAge => Child { weight: kg(&text), ..child },
                            Index::LengthForAge => Child { length: cm(&text), ..child },
                            _ => Child { head: cm(&text), ..child },
                        };
                        assess_index(index, &child).unwrap().class
                    });
                }
            }
        }
    }

    /// Beyond the outermost lines a band ends with the drawing, not with a class.
    fn holds_at_its_edges_where_plausible(index: Index, sex: Sex, band: &Band, assessed: impl Fn(f64) -> Option<Class>) {
        let is_flat = |edge: &[f64]| edge.iter().all(|height| *height == edge[0]);
        let (low, high) = (band.low[20], band.high[20]);
        match (is_flat(&band.low), is_flat(&band.high)) {
            (false, false) => holds_at_its_edges(index, sex, band, 20, assessed),
            (true, _) => assert_eq!((assessed(high - 0.1), assessed(high + 0.1) != Some(band.class)), (Some(band.class), true)),
            (_, true) => assert_eq!((assessed(low + 0.1), assessed(low - 0.1) != Some(band.class)), (Some(band.class), true)),
        }
    }

    #[test]
    fn bands_have_the_colours_of_the_card() {
        let of = |index, growing: &Growing| {
            let bands = chart(index, growing).unwrap().bands;
            bands.iter().map(|band| format!("{} {:?}", band.class.as_str(), band.colour)).collect::<Vec<_>>()
        };
        let toddler = boy("2025-06-01", vec![]);
        assert_eq!(
            of(Index::WeightForAge, &toddler),
            ["severely_underweight Red", "underweight Yellow", "normal Green", "risk_of_overweight Orange"]
        );
        assert_eq!(
            of(Index::WeightForLength, &toddler),
            [
                "severely_wasted Red",
                "wasted Yellow",
                "normal Green",
                "possible_risk_of_overweight Yellow",
                "overweight Orange",
                "obese Red"
            ]
        );
        assert_eq!(of(Index::HeadForAge, &toddler), ["small Yellow", "normal Green", "large Yellow"]);
        let pupil = Growing { born: Some(born("2016-01-15")), ..toddler };
        assert_eq!(of(Index::BmiForAge, &pupil), ["severely_thin Red", "thin Yellow", "normal Green", "overweight Orange", "obese Red"]);
        assert!(of(Index::LengthForAge, &pupil).is_empty(), "the ministry has no classes for it");
    }

    #[test]
    fn a_chart_by_length_is_that_of_the_position() {
        let reach = |on| {
            let drawn = chart(Index::WeightForLength, &girl(on, vec![])).unwrap();
            (drawn.position.unwrap(), pieces(&drawn)[0])
        };
        assert_eq!(reach("2026-01-14"), (Position::Lying, (45.0, 110.0)), "day 730");
        assert_eq!(reach("2026-01-15"), (Position::Standing, (65.0, 120.0)), "day 731");
    }

    /// What makes it right to show what was measured lying on the chart of a child that stands by now.
    #[test]
    fn the_tables_by_length_and_by_height_are_7_mm_apart() {
        for sex in [Sex::Female, Sex::Male] {
            for mm in 650..=1093 {
                assert_eq!(SdLines::at_length(sex, Position::Standing, mm), SdLines::at_length(sex, Position::Lying, mm + 7), "{mm}");
            }
        }
    }
}

mod points {
    use super::*;

    #[test]
    fn consecutive_months_are_joined_and_a_month_left_out_is_a_gap() {
        let all = ["2025-01-31", "2025-02-01", "2025-03-31", "2025-05-01", "2025-05-20", "2025-06-10"].map(|on| weighed(on, "9.0"));
        assert_eq!(joined(&girl("2025-07-01", all.to_vec())), [None, Some(0), Some(1), None, Some(3), Some(4)]);
        let over_the_year = ["2024-12-30", "2025-01-02"].map(|on| weighed(on, "9.0"));
        assert_eq!(joined(&girl("2025-07-01", over_the_year.to_vec())), [None, Some(0)]);
    }

    #[test]
    fn their_order_does_not_matter_and_the_future_is_not_looked_at() {
        let all = ["2025-03-10", "2025-01-31", "2025-07-02", "2025-02-01", "2023-12-01"].map(|on| weighed(on, "9.0"));
        let drawn = chart(Index::WeightForAge, &girl("2025-07-01", all.to_vec())).unwrap();
        let days: Vec<String> = drawn.points.iter().map(|point| point.on.to_string()).collect();
        assert_eq!(days, ["2025-01-31", "2025-02-01", "2025-03-10"]);
    }

    #[test]
    fn what_cannot_be_is_hollow_and_no_line_leads_to_it() {
        let drawn = chart(
            Index::WeightForAge,
            &girl(
                "2025-03-20",
                vec![
                    weighed("2025-01-15", "9.0"),
                    weighed("2025-02-15", "90.0"),
                    weighed("2025-02-20", "9.3"),
                    weighed("2025-03-15", "9.5"),
                ],
            ),
        )
        .unwrap();
        let marks: Vec<_> = drawn.points.iter().map(|point| (point.mark, point.joined_to)).collect();
        assert_eq!(marks, [(Mark::Measured, None), (Mark::Flagged, None), (Mark::Measured, Some(0)), (Mark::Measured, Some(2))]);
        let axis = &drawn.zooms[0].vertical;
        assert!(drawn.points[1].y == 90.0 && axis.until < 30.0, "it does not press the lines together: {}", axis.until);
        assert_eq!(drawn.points[1].outcome.unwrap().class, None);
    }

    #[test]
    fn oedema_is_hollow_where_the_weight_counts() {
        let with_oedema = swollen(measured("2025-02-15", "9.2", "75.0", Position::Lying));
        let growing = boy("2025-03-20", vec![weighed("2025-01-15", "9.0"), with_oedema, weighed("2025-03-15", "9.5")]);
        let drawn = chart(Index::WeightForAge, &growing).unwrap();
        let marks: Vec<_> = drawn.points.iter().map(|point| (point.mark, point.joined_to, point.outcome.err())).collect();
        assert_eq!(marks, [(Mark::Measured, None, None), (Mark::Oedema, None, Some(NotAssessed::Oedema)), (Mark::Measured, None, None)]);
        assert_eq!(drawn.points[1].y, 9.2);
        for index in [Index::BmiForAge, Index::WeightForLength] {
            assert_eq!(chart(index, &growing).unwrap().points[0].mark, Mark::Oedema);
        }
        assert_eq!(chart(Index::LengthForAge, &growing).unwrap().points[0].mark, Mark::Measured);
    }

    #[test]
    fn length_is_drawn_as_the_standards_read_it() {
        let all = vec![measured("2025-02-15", "9.2", "75.0", Position::Standing), measured("2026-03-15", "11.0", "85.0", Position::Lying)];
        let growing = girl("2026-03-20", all);
        let length = chart(Index::LengthForAge, &growing).unwrap();
        assert_eq!(length.points.iter().map(|point| point.y).collect::<Vec<_>>(), [75.7, 84.3]);
        let by_length = chart(Index::WeightForLength, &growing).unwrap();
        let places: Vec<_> = by_length.points.iter().map(|point| (point.x, point.y)).collect();
        assert_eq!(places, [(75.0, 9.2), (84.3, 11.0)], "what was read lying lies where a standing child has the same z-score");
        let mass = chart(Index::BmiForAge, &growing).unwrap();
        assert_eq!(mass.points[1].y, 15.48);
    }

    #[test]
    fn the_last_day_of_lying_and_the_first_of_standing_lie_apart() {
        let all = vec![weighed("2026-01-14", "11.0"), weighed("2026-01-15", "11.0")];
        let drawn = chart(Index::WeightForAge, &girl("2026-01-20", all)).unwrap();
        assert_eq!(drawn.points.iter().map(|point| point.x).collect::<Vec<_>>(), [23.98, 24.02]);
    }

    #[test]
    fn a_length_outside_the_table_has_no_point() {
        let all = vec![measured("2024-01-20", "2.0", "44.0", Position::Lying), measured("2024-02-20", "3.5", "50.0", Position::Lying)];
        assert_eq!(chart(Index::WeightForLength, &girl("2024-03-01", all)).unwrap().points.len(), 1);
    }

    prop_compose! {
        fn visit()(days in 0_i64..1900, grams in 1_500_u32..25_000, mm in 420_u32..1_200, lying: bool, oedema in prop::bool::weighted(0.1)) -> Measured {
            let child = Child {
                weight: crate::growth::Weight::from_grams(grams),
                length: crate::growth::Length::from_mm(mm),
                head: crate::growth::Length::from_mm(mm / 2),
                position: Some(if lying { Position::Lying } else { Position::Standing }),
                oedema,
                ..Child::default()
            };
            Measured { on: day(BORN) + chrono::Duration::days(days), child }
        }
    }

    proptest! {
        /// A chart says of a point what an assessment says, and never more points than visits.
        #[test]
        fn points_equal_assessments(visits in prop::collection::vec(visit(), 0..12), index in 0..CHARTED.len(), female: bool) {
            let index = CHARTED[index];
            let growing = if female { girl("2028-01-15", visits) } else { boy("2028-01-15", visits) };
            let drawn = chart(index, &growing).unwrap();
            let expected = growing.measured.iter().filter(|visit| visit.on <= growing.on).filter_map(|visit| {
                let age = ExactAge::from_days(days_between(day(BORN), visit.on));
                let outcome = assess_index(index, &Child { sex: growing.sex, age: Some(age), ..visit.child });
                (!matches!(outcome, Err(NotAssessed::LengthOutside))).then_some((visit.on, format!("{outcome:?}")))
            });
            let mut expected: Vec<_> = expected.collect();
            expected.sort_by_key(|(on, _)| *on);
            let found: Vec<_> = drawn.points.iter().map(|point| (point.on, format!("{:?}", point.outcome))).collect();
            prop_assert_eq!(found, expected);
            for (place, point) in drawn.points.iter().enumerate() {
                prop_assert!(point.joined_to.is_none_or(|earlier| earlier < place && drawn.points[earlier].mark == Mark::Measured));
                prop_assert!(point.joined_to.is_none() || point.mark == Mark::Measured);
            }
        }
    }
}

mod zooms {
    use super::*;

    fn parts(index: Index, growing: &Growing) -> Vec<(Part, (f64, f64))> {
        let zooms = chart(index, growing).unwrap().zooms;
        zooms.iter().map(|zoom| (zoom.part, (zoom.horizontal.from, zoom.horizontal.until))).collect()
    }

    #[test]
    fn the_year_of_the_child_follows_the_whole() {
        let of = |on| parts(Index::WeightForAge, &girl(on, vec![]));
        assert_eq!(of("2024-04-15"), [(Part::Whole, (0.0, 24.0)), (Part::Year(0), (0.0, 12.0))]);
        let second_year = [(Part::Whole, (0.0, 24.0)), (Part::Year(1), (12.0, 24.0)), (Part::Year(0), (0.0, 12.0))];
        assert_eq!(of("2025-03-15"), second_year);
        assert_eq!(of("2026-01-14"), second_year, "day 730");
        assert_eq!(of("2026-01-15")[..2], [(Part::Whole, (0.0, 60.0)), (Part::Year(2), (24.0, 36.0))], "day 731");
    }

    #[test]
    fn a_chart_reaches_as_far_as_its_points_need() {
        let whole = |index, born_on, measured| {
            let growing = Growing { born: Some(born(born_on)), ..girl("2026-03-02", measured) };
            parts(index, &growing)[0].1
        };
        assert_eq!(whole(Index::LengthForAge, "2020-01-10", vec![]), (60.0, 120.0));
        assert_eq!(
            whole(Index::LengthForAge, "2020-01-10", vec![measured("2023-01-01", "14.0", "92.0", Position::Standing)]),
            (0.0, 120.0)
        );
        assert_eq!(whole(Index::BmiForAge, "2012-01-10", vec![]), (60.0, 228.0));
        assert_eq!(whole(Index::WeightForAge, "2018-01-10", vec![]), (60.0, 120.0));
    }

    #[test]
    fn by_length_the_place_around_the_child_follows() {
        let at = |length| parts(Index::WeightForLength, &girl("2025-03-15", vec![measured("2025-03-10", "9.0", length, Position::Lying)]));
        assert_eq!(at("74.0"), [(Part::Whole, (45.0, 110.0)), (Part::Around, (65.0, 85.0))]);
        assert_eq!(at("46.0")[1], (Part::Around, (45.0, 65.0)));
        assert_eq!(parts(Index::WeightForLength, &girl("2025-03-15", vec![])).len(), 1);
    }

    #[test]
    fn months_are_counted_to_the_fifth_birthday_and_years_after_it() {
        let axes = |index, on| chart(index, &girl(on, vec![weighed("2024-03-01", "5.0")])).unwrap().zooms;
        let places = |axis: &Axis| axis.ticks.iter().map(|tick| tick.at).collect::<Vec<_>>();
        let young = axes(Index::WeightForAge, "2025-03-15");
        assert_eq!((young[0].horizontal.unit, places(&young[0].horizontal).len()), (Unit::Months, 13));
        assert_eq!(places(&young[1].horizontal), (12..=24).map(f64::from).collect::<Vec<_>>());
        let majors: Vec<f64> = young[0].horizontal.ticks.iter().filter(|tick| tick.major).map(|tick| tick.at).collect();
        assert_eq!(majors, [0.0, 12.0, 24.0]);
        let older = axes(Index::WeightForAge, "2029-06-15");
        assert_eq!((older[0].horizontal.unit, places(&older[0].horizontal)[..3].to_vec()), (Unit::Years, vec![0.0, 12.0, 24.0]));
        assert_eq!((older[1].horizontal.unit, places(&older[1].horizontal)), (Unit::Years, vec![60.0, 63.0, 66.0, 69.0, 72.0]));
        assert_eq!(older[2].horizontal.unit, Unit::Months);
    }

    #[test]
    fn an_axis_holds_lines_and_points_and_ends_at_round_numbers() {
        for index in CHARTED {
            let all = vec![measured("2024-06-15", "5.0", "60.0", Position::Lying), measured("2025-02-15", "7.1", "70.0", Position::Lying)];
            for growing in [girl("2025-03-15", all.clone()), boy("2025-03-15", all)] {
                let drawn = chart(index, &growing).unwrap();
                for Zoom { part, horizontal, vertical } in &drawn.zooms {
                    let is_in = |x: f64| (horizontal.from..=horizontal.until).contains(&x);
                    let strokes = drawn.lines.iter().flat_map(|line| &line.strokes);
                    let on_lines = strokes.flat_map(|stroke| stroke.xs.iter().copied().zip(stroke.ys.iter().copied()));
                    for (x, y) in on_lines.chain(drawn.points.iter().map(|point| (point.x, point.y))).filter(|(x, _)| is_in(*x)) {
                        assert!((vertical.from..=vertical.until).contains(&y), "{index:?} {part:?} {x} {y}");
                    }
                    let ends = (vertical.ticks.first().unwrap().at, vertical.ticks.last().unwrap().at);
                    assert_eq!(ends, (vertical.from, vertical.until));
                    assert!((7..=18).contains(&vertical.ticks.len()), "{index:?} {part:?} {}", vertical.ticks.len());
                }
            }
        }
    }

    #[test]
    fn the_outermost_bands_reach_the_edge_of_every_zoom() {
        for index in CHARTED {
            let drawn = chart(index, &boy("2027-06-15", vec![])).unwrap();
            let (low, high) = (drawn.bands.first().unwrap().low[0], drawn.bands.last().unwrap().high[0]);
            assert!(drawn.zooms.iter().all(|zoom| zoom.vertical.from >= low && zoom.vertical.until <= high), "{index:?}");
        }
    }
}

mod without_a_chart {
    use super::*;

    fn reason(index: Index, growing: &Growing) -> NoChart {
        chart(index, growing).err().unwrap()
    }

    #[test]
    fn sex_and_day_of_birth_must_be_known() {
        let known = girl("2025-03-15", vec![]);
        assert_eq!(reason(Index::WeightForAge, &Growing { sex: None, ..known.clone() }), NoChart::SexUnknown);
        assert_eq!(reason(Index::WeightForAge, &Growing { born: None, ..known.clone() }), NoChart::BirthDayUnknown);
        for precision in [Precision::Month, Precision::Year] {
            let estimated = Growing { born: Some(BirthDate::new(day(BORN), precision)), ..known.clone() };
            assert_eq!(
                (reason(Index::LengthForAge, &estimated), choices(&estimated)),
                (NoChart::BirthDayUnknown, Err(NoChart::BirthDayUnknown))
            );
        }
    }

    #[test]
    fn who_is_grown_up_has_none_however_the_birth_date_is_known() {
        for (born_on, expected) in [("2007-03-02", NoChart::AgeOutside), ("2008-03-02", NoChart::BirthDayUnknown)] {
            let estimated = BirthDate::new(day(born_on), Precision::Year);
            assert_eq!(choices(&Growing { born: Some(estimated), ..girl("2026-07-02", vec![]) }), Err(expected), "{born_on}");
        }
        let on = |on| choices(&Growing { born: Some(born("2007-03-02")), ..girl(on, vec![]) });
        assert_eq!(on("2026-03-01"), Ok(vec![Index::LengthForAge, Index::BmiForAge]));
        assert_eq!(on("2026-03-02"), Err(NoChart::AgeOutside));
    }

    #[test]
    fn an_index_ends_at_its_age() {
        let on = |on| choices(&girl(on, vec![])).unwrap();
        assert_eq!(on("2029-01-14"), CHARTED, "day 1826");
        assert_eq!(on("2029-01-15"), [Index::WeightForAge, Index::LengthForAge, Index::BmiForAge], "day 1827");
        assert_eq!(on("2034-01-15"), [Index::LengthForAge, Index::BmiForAge]);
        assert_eq!(reason(Index::HeadForAge, &girl("2029-01-15", vec![])), NoChart::AgeOutside);
        assert_eq!(choices(&girl("2024-01-14", vec![])), Err(NoChart::AgeOutside), "the day before the birth");
        assert_eq!(on("2024-01-15"), CHARTED);
    }

    #[test]
    fn the_arm_circumference_has_none() {
        assert_eq!(reason(Index::ArmForAge, &girl("2025-03-15", vec![])), NoChart::NotDrawn);
    }
}

#[test]
fn debug_shows_nothing_of_a_child() {
    let growing = girl("2025-03-15", vec![weighed("2025-03-15", "9.0")]);
    let drawn = chart(Index::WeightForAge, &growing).unwrap();
    let shown = format!("{growing:?} {:?} {:?} {drawn:?}", growing.measured[0], drawn.points[0]);
    assert_eq!(shown, "Growing(hidden) Measured(hidden) Point(hidden) Chart(hidden)");
}
