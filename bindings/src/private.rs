//! Records that tell something of a person show only their name, here and in Kotlin, whatever is printed.

/// Implements `Debug` with the name of the type alone.
macro_rules! hide {
    ($($record:ident),+ $(,)?) => {
        $(impl std::fmt::Debug for $record {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($record))
            }
        })+
    };
}

pub(crate) use hide;
