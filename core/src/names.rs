//! Words that stand for the variants of an enum, in packs, in the store and in Kotlin.

/// Gives an enum its names: `ALL`, `as_str` and `FromStr`.
macro_rules! names {
    ($type:ident { $($name:ident = $text:literal,)* }) => {
        impl $type {
            /// All of them, in their order.
            pub const ALL: [Self; Self::NAMES.len()] = [$(Self::$name),*];

            pub(crate) const NAMES: &'static [&'static str] = &[$($text),*];

            /// Its name in packs, in the store and in Kotlin.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }

        impl std::str::FromStr for $type {
            type Err = crate::person::UnknownName;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                match name {
                    $($text => Ok(Self::$name),)*
                    _ => Err(crate::person::UnknownName { allowed: Self::NAMES }),
                }
            }
        }
    };
}
pub(crate) use names;
