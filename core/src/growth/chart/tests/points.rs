//! The points of a child.

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
            vec![weighed("2025-01-15", "9.0"), weighed("2025-02-15", "90.0"), weighed("2025-02-20", "9.3"), weighed("2025-03-15", "9.5")],
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
