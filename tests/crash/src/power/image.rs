//! What may be on a disk after the power was cut.
//!
//! Of the writes since the last sync of a file each sector of 512 bytes is kept or lost by chance, whatever becomes of the others; of two
//! writes to one sector the later is kept, the earlier alone, or none. So every order in which a disk may have written them is covered.
//! A truncation is kept or lost. A name that was made or deleted since its folder was synced is as it was after any of these steps.

use std::collections::BTreeMap;

use fastrand::Rng;

use super::disk::Event;

const SECTOR: usize = 512;

/// Files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A disk: what lasts, and what is under way to it.
#[derive(Clone, Debug, Default)]
pub struct Model(BTreeMap<String, Name>);

/// What a name stands for: the file that lasts, then what it stood for since the folder was synced.
#[derive(Clone, Debug, Default)]
struct Name(Vec<Option<File>>);

#[derive(Clone, Debug, Default)]
struct File {
    lasting: Vec<u8>,
    pending: Vec<Change>,
}

#[derive(Clone, Debug)]
enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

impl Model {
    /// A disk with these files, all of them synced.
    pub fn new(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let name = |lasting| Name(vec![Some(File { lasting, pending: Vec::new() })]);
        Self(files.into_iter().map(|(file, bytes)| (file, name(bytes))).collect())
    }

    /// Takes in what happened next.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Created(name) => self.name(name).0.push(Some(File::default())),
            Event::Wrote(name, at, bytes) => self.change(name, Change::Write(size(*at), bytes.clone())),
            Event::Truncated(name, to) => self.change(name, Change::Truncate(size(*to))),
            Event::Synced(name) => self.sync(name),
            Event::Deleted(name, lasting) => {
                self.name(name).0.push(None);
                if *lasting {
                    self.sync_folder();
                }
            }
            Event::Told(_) => {}
        }
    }

    fn name(&mut self, name: &str) -> &mut Name {
        self.0.entry(name.to_owned()).or_insert_with(|| Name(vec![None]))
    }

    fn file(&mut self, name: &str) -> &mut File {
        let name = self.name(name);
        if name.0.last().is_some_and(Option::is_none) {
            name.0.push(Some(File::default()));
        }
        name.0.last_mut().and_then(Option::as_mut).expect("a file")
    }

    fn change(&mut self, name: &str, change: Change) {
        self.file(name).pending.push(change);
    }

    fn sync(&mut self, name: &str) {
        let file = self.file(name);
        for change in std::mem::take(&mut file.pending) {
            change.apply(&mut file.lasting, &mut |_| true);
        }
        if name.ends_with("-wal") || name.ends_with("-journal") {
            self.sync_folder();
        }
    }

    fn sync_folder(&mut self) {
        for name in self.0.values_mut() {
            name.0.drain(..name.0.len() - 1);
        }
    }

    /// The files after a cut now.
    pub fn cut(&self, rng: &mut Rng) -> Files {
        let found = self.0.iter().filter_map(|(name, steps)| {
            let file = steps.0[rng.usize(..steps.0.len())].as_ref()?;
            Some((name.clone(), file.cut(rng)))
        });
        found.collect()
    }
}

impl File {
    /// All of what is under way is kept, none of it, or some.
    fn cut(&self, rng: &mut Rng) -> Vec<u8> {
        let mut bytes = self.lasting.clone();
        let percent = [0, 10, 50, 90, 100][rng.usize(..5)];
        for change in &self.pending {
            // Whole, lost, or torn.
            let fate = rng.usize(..3);
            let keep = |rng: &mut Rng| rng.usize(..100) < percent;
            let whole = keep(rng);
            change.clone().apply(&mut bytes, &mut |_| if fate == 0 { keep(rng) } else { whole });
        }
        bytes
    }
}

impl Change {
    /// Does it to each sector that is kept.
    fn apply(self, bytes: &mut Vec<u8>, keep: &mut impl FnMut(usize) -> bool) {
        match self {
            Self::Truncate(to) => {
                if keep(to) {
                    bytes.resize(to, 0);
                }
            }
            Self::Write(at, new) => {
                let mut from = 0;
                while from < new.len() {
                    let to = new.len().min((at + from) / SECTOR * SECTOR + SECTOR - at);
                    if keep(at + from) {
                        bytes.resize(bytes.len().max(at + to), 0);
                        bytes[at + from..at + to].copy_from_slice(&new[from..to]);
                    }
                    from = to;
                }
            }
        }
    }
}

fn size(size: u64) -> usize {
    usize::try_from(size).expect("a size in memory")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrote(at: u64, byte: u8, count: usize) -> Event {
        Event::Wrote("a-wal".into(), at, vec![byte; count])
    }

    fn images(model: &Model) -> Vec<Files> {
        let mut rng = Rng::with_seed(1);
        (0..300).map(|_| model.cut(&mut rng)).collect()
    }

    #[test]
    fn what_was_synced_is_always_there() {
        let mut model = Model::default();
        for event in [Event::Created("a-wal".into()), wrote(0, 1, 2_000), Event::Synced("a-wal".into()), wrote(2_000, 2, 1_000)] {
            model.apply(&event);
        }
        assert!(images(&model).iter().all(|files| files["a-wal"][..2_000] == [1; 2_000]));
    }

    #[test]
    fn what_was_not_synced_is_kept_lost_and_torn_at_a_sector() {
        let mut model = Model::new([("a-wal".to_owned(), vec![0; 2_048])]);
        model.apply(&wrote(100, 1, 1_500));
        let images = images(&model);
        let has = |wanted: &dyn Fn(&[u8]) -> bool| images.iter().any(|files| wanted(&files["a-wal"]));
        assert!(has(&|bytes| bytes[100..1_600] == [1; 1_500]));
        assert!(has(&|bytes| bytes == [0; 2_048]));
        assert!(has(&|bytes| bytes[100..512] == [1; 412] && bytes[512..1_024] == [0; 512] && bytes[1_024..1_536] == [1; 512]));
        assert!(!has(&|bytes| bytes[512] != bytes[1_023]));
    }

    #[test]
    fn a_name_that_was_not_synced_may_be_gone_and_one_that_was_deleted_may_come_back() {
        let mut model = Model::new([("old".to_owned(), vec![7])]);
        model.apply(&Event::Created("new".into()));
        model.apply(&Event::Deleted("old".into(), false));
        let count = |images: &[Files], name| images.iter().filter(|files| files.contains_key(name)).count();
        let found = images(&model);
        assert!((1..300).contains(&count(&found, "new")) && (1..300).contains(&count(&found, "old")));
        model.apply(&wrote(0, 1, 1));
        model.apply(&Event::Synced("a-wal".into()));
        let found = images(&model);
        assert_eq!((count(&found, "new"), count(&found, "old"), count(&found, "a-wal")), (300, 0, 300));
    }

    #[test]
    fn a_truncation_that_was_not_synced_may_be_lost() {
        let mut model = Model::new([("a".to_owned(), vec![7; 9])]);
        model.apply(&Event::Truncated("a".into(), 4));
        let lengths: std::collections::BTreeSet<_> = images(&model).iter().map(|files| files["a"].len()).collect();
        assert_eq!(lengths.into_iter().collect::<Vec<_>>(), [4, 9]);
    }
}
