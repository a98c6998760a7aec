//! The parts of a chart and their axes.

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
    assert_eq!(whole(Index::LengthForAge, "2020-01-10", vec![measured("2023-01-01", "14.0", "92.0", Position::Standing)]), (0.0, 120.0));
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
