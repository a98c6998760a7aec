//! Which ids of findings are compared.

use std::collections::BTreeSet;
use std::path::Path;

use crate::error::CliError;
use crate::files;

/// The choice of `--only` and `--except`.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    only: BTreeSet<String>,
    except: BTreeSet<String>,
}

impl Filter {
    /// Groups to compare (all, if there are none) and ids to leave out; `@FILE` among the latter stands for the ids in that file, one a line,
    /// in which empty lines and what follows a `#` do not count.
    pub fn new(only: &[String], except: &[String]) -> Result<Self, CliError> {
        let mut filter = Self { only: names(only), except: BTreeSet::new() };
        for item in except {
            match item.trim().strip_prefix('@') {
                Some(file) => filter.except.extend(ids_in(&files::read(Path::new(file))?)),
                None => filter.except.extend(names(std::slice::from_ref(item))),
            }
        }
        Ok(filter)
    }

    /// The groups of `--only`.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        self.only.iter().map(String::as_str)
    }

    /// Whether ids are left out, so that what depends on all rules cannot be compared.
    pub fn is_partial(&self) -> bool {
        !self.only.is_empty() || !self.except.is_empty()
    }

    /// Whether an id is compared.
    pub fn takes(&self, id: &str) -> bool {
        let group = id.split('.').next().unwrap_or_default();
        (self.only.is_empty() || self.only.contains(group)) && !self.except.contains(id)
    }
}

fn names(items: &[String]) -> BTreeSet<String> {
    items.iter().map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect()
}

fn ids_in(text: &str) -> BTreeSet<String> {
    let lines = text.lines().filter_map(|line| line.split('#').next());
    lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}
