//! Types whose `Debug` output must show nothing of a person.

/// Gives types a `Debug` that tells their name alone.
macro_rules! hidden {
    ($($type:ident),* $(,)?) => {$(
        impl std::fmt::Debug for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($type), "(hidden)"))
            }
        }
    )*};
}
pub(crate) use hidden;
