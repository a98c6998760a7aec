//! Stand-ins for types of `fact` and `person` that are not there yet.

/// See `fact`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LocalText(pub Vec<(Box<str>, Box<str>)>);
/// See `fact`.
#[derive(Clone, Debug)]
pub struct Dictionary;
/// See `fact`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Number;
/// See `person`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}
