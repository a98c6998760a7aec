//! Growth: a survey of children from columns in memory, and one child with all six indices.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use siklus_core::growth::batch::{Columns, Outcomes};
use siklus_core::growth::{Child, ExactAge, Index, Length, Position, Weight, assess};
use siklus_core::person::Sex;

const CHILDREN: u32 = 10_000;
/// The four indices of a survey.
const SURVEY: [Index; 4] = [Index::WeightForAge, Index::LengthForAge, Index::WeightForLength, Index::BmiForAge];

/// The rows of the group `growth`. They have no yardstick; `README.md` beside this file tells how to run other programs on the same children.
pub fn rows(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("growth");
    let survey = Survey::new();
    let mut outcomes = Outcomes::default();
    group.throughput(Throughput::Elements(u64::from(CHILDREN)));
    group.bench_function("survey_10000", |bencher| {
        bencher.iter(|| outcomes.fill(black_box(&survey.columns()), &SURVEY).expect("columns of one length"));
    });
    let child = Child { head: Length::from_mm(462), arm: Length::from_mm(148), ..survey.columns().child(777) };
    assert!(Index::ALL.into_iter().all(|index| assess(&child).index(index).is_ok()), "all six indices");
    group.throughput(Throughput::Elements(1));
    group.bench_function("one_child", |bencher| bencher.iter(|| assess(black_box(&child))));
    group.finish();
}

/// Invented children of every age under five years, some far outside the usual.
struct Survey {
    sex: Vec<Option<Sex>>,
    age: Vec<Option<ExactAge>>,
    weight: Vec<Option<Weight>>,
    length: Vec<Option<Length>>,
    position: Vec<Option<Position>>,
}

impl Survey {
    fn new() -> Self {
        let days = |child: u32| child * 37 % 1826;
        // Roughly the median: 3.4 kg and 50 cm at birth, 18 kg and 110 cm at five years.
        let length = |child| 500 + (days(child) * 60).isqrt() * 18 / 10 + child * 7919 % 80;
        let weight = |child| 2600 + (days(child) * 3000).isqrt() * 65 / 10 + child * 104_729 % 2400;
        let position = |child| if days(child) <= 730 { Position::Lying } else { Position::Standing };
        let column = 0..CHILDREN;
        Self {
            sex: column.clone().map(|child| Some(if child % 2 == 0 { Sex::Female } else { Sex::Male })).collect(),
            age: column.clone().map(|child| Some(ExactAge::from_days(days(child).cast_signed()))).collect(),
            weight: column.clone().map(|child| Weight::from_grams(weight(child))).collect(),
            length: column.clone().map(|child| Length::from_mm(length(child))).collect(),
            position: column.map(|child| Some(position(child))).collect(),
        }
    }

    fn columns(&self) -> Columns<'_> {
        Columns {
            sex: &self.sex,
            age: &self.age,
            weight: &self.weight,
            length: &self.length,
            position: &self.position,
            ..Columns::default()
        }
    }
}
