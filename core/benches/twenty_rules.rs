//! Twenty rules from facts to findings: by this engine, with reasons, and by the crate `cel`, which gives yes or no.

use std::hint::black_box;
use std::sync::Arc;

use cel::{Context, Env, Program, Value as CelValue};
use chrono::NaiveDate;
use criterion::Criterion;
use siklus_core::fact::{Answer, FactId, Number, Value};
use siklus_core::pack::Pack;
use siklus_core::pack::fault::SourceFile;
use siklus_core::pack::source::Source;
use siklus_core::person::{BirthDate, Precision, Sex};
use siklus_core::screening::{Input, Scratch, Subject, assess_with};

const PACK: &str = include_str!("twenty_rules.toml");

/// A fact as either of the two wants it; both get it ready to be copied.
enum Given {
    Bool(bool),
    Integer(i64),
    Decimal(f64, Number),
    Code(&'static str),
}

/// The row `twenty/engine` and its yardsticks: `twenty/cel`, which builds its context as `Context::default()` does, for each person anew,
/// and `twenty/cel_shared`, which keeps the environment of the language from one person to the next.
pub fn rows(criterion: &mut Criterion) {
    let source = Source::read(vec![SourceFile::new("twenty_rules.toml", PACK)]).unwrap_or_else(|faults| panic!("{faults}"));
    let pack = Pack::new(source).unwrap_or_else(|faults| panic!("{faults}"));
    let facts = facts();
    let cel = Cel::new(&pack);
    let input = input(&pack, &facts);
    let mut scratch = Scratch::new();
    must_agree(&pack, &cel, &facts, &input);
    let mut group = criterion.benchmark_group("twenty");
    group.bench_function("engine", |bencher| {
        bencher.iter(|| {
            let subject = Subject::new(&pack, black_box(&input)).expect("an input of the benchmark");
            assess_with(&pack, &subject, &mut scratch)
        });
    });
    group.bench_function("cel", |bencher| bencher.iter(|| cel.judge(Context::default(), black_box(&facts))));
    group.bench_function("cel_shared", |bencher| {
        bencher.iter(|| cel.judge(Context::with_env(Arc::clone(&cel.env)), black_box(&facts)));
    });
}

fn facts() -> Vec<(&'static str, Given)> {
    let decimal = |tenths: i64| Given::Decimal(tenths as f64 / 10.0, Number::decimal(tenths, 1).expect("a number with one decimal"));
    vec![
        ("blurred_vision", Given::Bool(false)),
        ("breathless", Given::Bool(true)),
        ("cigarettes_per_day", Given::Integer(12)),
        ("cough", Given::Bool(true)),
        ("cough_days", Given::Integer(9)),
        ("diastolic_mmhg", Given::Integer(94)),
        ("fever_days", Given::Integer(1)),
        ("glucose_mg_dl", Given::Integer(152)),
        ("headache", Given::Bool(false)),
        ("hemoglobin_g_dl", decimal(112)),
        ("muac_cm", decimal(228)),
        ("smoking", Given::Code("active")),
        ("systolic_mmhg", Given::Integer(148)),
        ("temperature_c", decimal(376)),
        ("weight_kg", decimal(483)),
    ]
}

fn input(pack: &Pack, facts: &[(&str, Given)]) -> Input {
    let day = |year| NaiveDate::from_ymd_opt(year, 3, 2).expect("a date of the calendar");
    let mut input = Input::new(day(2026), Sex::Female, BirthDate::new(day(1990), Precision::Day));
    input.facts = facts.iter().map(|(name, given)| fact(pack, name, given)).collect();
    input
}

fn fact(pack: &Pack, name: &str, given: &Given) -> (FactId, Answer) {
    let dictionary = pack.dictionary();
    let value = match given {
        Given::Bool(answer) => Value::Bool(*answer),
        Given::Integer(number) => Value::Number(Number::integer(*number)),
        Given::Decimal(_, number) => Value::Number(*number),
        Given::Code(code) => Value::Code(dictionary.symbol(code).expect(code)),
    };
    (dictionary.find(name).expect(name), Answer::Known(value))
}

/// The same rules, compiled by the other engine.
struct Cel {
    env: Arc<Env>,
    rules: Vec<Program>,
}

impl Cel {
    fn new(pack: &Pack) -> Self {
        let env = Arc::new(Env::stdlib());
        let rules = pack.rules().map(|(_, rule)| env.compile(&rule.when.text).expect(&rule.when.text));
        Self { rules: rules.collect(), env }
    }

    /// Which rules fire.
    fn judge(&self, mut context: Context<'_, '_>, facts: &[(&'static str, Given)]) -> Vec<bool> {
        for (name, given) in facts {
            let value: CelValue = match given {
                Given::Bool(answer) => (*answer).into(),
                Given::Integer(number) => (*number).into(),
                Given::Decimal(number, _) => (*number).into(),
                Given::Code(code) => (*code).into(),
            };
            context.add_variable_from_value(*name, value);
        }
        self.rules.iter().map(|rule| rule.execute(&context).expect("a rule of the benchmark") == CelValue::Bool(true)).collect()
    }
}

/// Ends the benchmark when the two find different rules: then they are not comparable.
fn must_agree(pack: &Pack, cel: &Cel, facts: &[(&'static str, Given)], input: &Input) {
    let subject = Subject::new(pack, input).expect("an input of the benchmark");
    let assessment = assess_with(pack, &subject, &mut Scratch::new());
    let fires = pack.rules().map(|(rule, _)| assessment.findings.iter().any(|finding| finding.rule == rule));
    assert_eq!(fires.collect::<Vec<_>>(), cel.judge(Context::default(), facts), "findings of this engine and of `cel`");
}
