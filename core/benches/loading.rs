//! The pack, from nothing to ready.

use std::fs;
use std::path::Path;

use criterion::{BatchSize, Criterion};
use siklus_core::pack::Pack;
use siklus_core::pack::fault::SourceFile;
use siklus_core::pack::source::Source;

/// Rows for the pack that is built in, and for its text.
pub fn rows(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("load");
    group.bench_function("embedded", |bencher| bencher.iter_with_large_drop(Pack::embedded));
    let files = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/ilp"));
    group.bench_function("text", |bencher| {
        bencher.iter_batched(|| files.clone(), |files| Source::read(files).and_then(Pack::new), BatchSize::PerIteration);
    });
}

/// The files of a folder and the folders in it.
fn files(folder: &Path) -> Vec<SourceFile> {
    let entries = fs::read_dir(folder).expect("the folder of the pack").map(|entry| entry.expect("an entry of the folder").path());
    let files = entries.flat_map(|path| match path.is_dir() {
        true => files(&path),
        false => vec![SourceFile::new(path.display().to_string(), fs::read_to_string(&path).expect("a text file"))],
    });
    files.collect()
}
