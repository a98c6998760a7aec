//! No order means anything: of facts, visits and doses, of files, and of the entries in them.

use siklus_core::pack::Pack;
use siklus_core::pack::fault::SourceFile;
use siklus_core::pack::source::Source;
use siklus_core::screening::{Input, Subject, assess};
use siklus_tests::files::pack_files;
use siklus_tests::packs::{embedded, limits};
use siklus_tests::people::People;
use siklus_tests::rng::Rng;

use super::run::{for_people, rounds, seed};

#[test]
fn the_order_of_what_is_known_changes_nothing() {
    for_people(300, |input, subject, rng| {
        let shuffled = shuffled(input, rng);
        let other = Subject::new(embedded(), &shuffled).ok().map(|subject| assess(embedded(), &subject));
        (other != Some(assess(embedded(), subject))).then(|| "is judged in another way in another order".to_owned())
    });
}

#[test]
fn the_order_of_files_and_entries_changes_nothing() {
    let files = pack_files();
    for round in 0..rounds(3) {
        let mut rng = Rng::of_round(seed(), round);
        let source = Source::read(mixed(&files, &mut rng)).unwrap_or_else(|faults| panic!("seed {}, round {round}: {faults}", seed()));
        assert_eq!(source.hash, embedded().source().hash, "seed {}, round {round}: another hash", seed());
        let pack = Pack::new(source).unwrap_or_else(|faults| panic!("seed {}, round {round}: {faults}", seed()));
        for _ in 0..30 {
            let (input, subject) = People::new(embedded(), limits()).any(&mut rng);
            let judged = Subject::new(&pack, &input).map(|subject| assess(&pack, &subject));
            assert_eq!(judged, Ok(assess(embedded(), &subject)), "seed {}, round {round}", seed());
        }
    }
}

fn shuffled(input: &Input, rng: &mut Rng) -> Input {
    let mut input = input.clone();
    rng.shuffle(&mut input.facts);
    rng.shuffle(&mut input.doses);
    rng.shuffle(&mut input.history);
    input.history.iter_mut().for_each(|visit| rng.shuffle(&mut visit.facts));
    input
}

/// All entries of a pack in a random order, in a few files with other names.
fn mixed(files: &[SourceFile], rng: &mut Rng) -> Vec<SourceFile> {
    let mut entries: Vec<_> = files.iter().flat_map(|file| entries(&file.text)).collect();
    rng.shuffle(&mut entries);
    let names = ["z.toml", "a.toml", "m/n.toml", "b.toml"];
    let mut texts = names.map(|_| String::new());
    for entry in entries {
        texts[rng.below(names.len())] += &entry;
    }
    names.into_iter().zip(texts).map(|(name, text)| SourceFile::new(name, text)).collect()
}

/// A file cut before each line that begins with `[`, which is the header of an entry.
fn entries(text: &str) -> Vec<String> {
    let mut entries = vec![String::new()];
    for line in text.lines() {
        if line.starts_with('[') {
            entries.push(String::new());
        }
        if let Some(entry) = entries.last_mut() {
            *entry += line;
            entry.push('\n');
        }
    }
    entries
}
