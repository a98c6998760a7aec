//! Who has no chart.

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
