//! Lines and bands.

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
        ["severely_wasted Red", "wasted Yellow", "normal Green", "possible_risk_of_overweight Yellow", "overweight Orange", "obese Red"]
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
    for sex in Sex::ALL {
        for mm in 650..=1093 {
            assert_eq!(SdLines::at_length(sex, Position::Standing, mm), SdLines::at_length(sex, Position::Lying, mm + 7), "{mm}");
        }
    }
}
