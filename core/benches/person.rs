//! What stands around an assessment: the subject made of the facts, the sentences, the day of the next change, the screen of the form.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion};
use siklus_core::form::{Draft, Form, Who};
use siklus_core::pack::Pack;
use siklus_core::pack::source::Setting;
use siklus_core::screening::render::Renderer;
use siklus_core::screening::{Subject, assess, next_change_on};

use crate::people::{PEOPLE, Visit};

/// A row of each kind for each person. They have no yardstick; those of the full visits tell most.
pub fn rows(criterion: &mut Criterion, pack: &Pack) {
    for person in &PEOPLE {
        let input = person.input(pack, Visit::Full);
        let subject = Subject::new(pack, &input).expect("an input of the benchmark");
        let assessment = assess(pack, &subject);
        let next_change = next_change_on(pack, &subject);
        let row = |kind| BenchmarkId::new(kind, person.name.replace(' ', "_"));
        let mut group = criterion.benchmark_group("person");
        group.bench_function(row("subject"), |bencher| bencher.iter(|| Subject::new(pack, black_box(&input))));
        group.bench_function(row("sentences"), |bencher| {
            bencher.iter(|| Renderer::new(pack, "id").result(&subject, black_box(&assessment), next_change));
        });
        // What an answer costs: the whole screen with its assessment.
        let who = Who::Person { input: Box::new(input.clone()), member: false };
        let form = Form::new(pack, who, Setting::Posyandu, "id").expect("an input of the benchmark");
        let draft = Draft::new(input.facts.clone(), Vec::new());
        group.bench_function(row("screen"), |bencher| bencher.iter(|| form.screen(black_box(&draft))));
        group.bench_function(row("next_change"), |bencher| bencher.iter(|| next_change_on(pack, black_box(&subject))));
    }
}
