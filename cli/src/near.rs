//! The name that was probably meant.

use siklus_core::fact;

/// The known name nearest to one that is not known: first by its letters, else the shortest that begins with it, as `muac_cm` for `muac`.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let known: Vec<&str> = known.into_iter().collect();
    let similar = fact::nearest(name, known.iter().copied());
    let longer = || known.iter().filter(|known| !name.is_empty() && known.starts_with(name)).min_by_key(|known| known.len());
    similar.or_else(|| longer().copied()).map(str::to_owned)
}
