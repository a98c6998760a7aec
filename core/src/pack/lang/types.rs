//! The static types of the language: what an operand may be, with its unit and its codes.

use std::rc::Rc;

use super::program::{ReadingsId, TableId};
use crate::fact::{FactId, Number, Symbol};

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Type {
    Bool,
    Number(NumberType),
    /// A length of calendar months or years, which only `+` and `-` with a date understand.
    Months,
    Date,
    Code(Codes),
    Text,
    /// The answer to a question with several choices, of this fact.
    Choices(FactId),
    /// The life stages of a person.
    Stages,
    /// A visit; whether it is certainly an earlier one.
    Visit {
        earlier: bool,
    },
    Member,
    Reading(ReadingsId),
    /// A row of a table of several columns.
    Row(TableId),
    Service,
    Dose,
    Collection(Box<Type>),
    /// A list whose items have different types; serves only `begun` and `complete`.
    Mixed,
    /// Already reported; fits everywhere, so that one mistake gives one fault.
    Broken,
}

/// A number: its unit (none fits every unit), and what is known of its values.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct NumberType {
    pub unit: Option<Rc<str>>,
    /// The least and the greatest value that can be recorded or come about.
    pub range: Option<(Number, Number)>,
    pub step: Option<Number>,
}

/// The list that a code belongs to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Codes {
    pub list: Rc<[Symbol]>,
    pub of: CodesOf,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum CodesOf {
    /// The whole list is known: of a fact, or of the language.
    Named(Rc<str>),
    /// What a derived fact or a table yields; within a named list it becomes a part of that list.
    Yielded,
}

impl Codes {
    pub(crate) fn contains(&self, code: Symbol) -> bool {
        self.list.contains(&code)
    }

    fn within(&self, other: &Self) -> bool {
        self.list.iter().all(|code| other.contains(*code))
    }

    /// The list of both together, or `None` when they are of different lists.
    pub(crate) fn joined(&self, other: &Self) -> Option<Self> {
        match (&self.of, &other.of) {
            (CodesOf::Named(_), CodesOf::Named(_)) => (self.within(other) && other.within(self)).then(|| self.clone()),
            (CodesOf::Named(_), CodesOf::Yielded) => other.within(self).then(|| self.clone()),
            (CodesOf::Yielded, CodesOf::Named(_)) => self.within(other).then(|| other.clone()),
            (CodesOf::Yielded, CodesOf::Yielded) => {
                let more = other.list.iter().filter(|code| !self.contains(**code));
                Some(Self { list: self.list.iter().chain(more).copied().collect(), of: CodesOf::Yielded })
            }
        }
    }
}

impl NumberType {
    /// A number without a unit, which takes that of the other side.
    pub(crate) fn plain() -> Self {
        Self::default()
    }

    pub(crate) fn exactly(value: Number) -> Self {
        Self { range: Some((value, value)), ..Self::default() }
    }

    pub(crate) fn counted(unit: &str, from: i64, to: i64) -> Self {
        Self { unit: Some(unit.into()), range: Some((Number::integer(from), Number::integer(to))), step: Some(Number::ONE) }
    }

    pub(crate) fn of_unit(unit: Option<&str>) -> Self {
        Self { unit: unit.map(Into::into), ..Self::default() }
    }

    /// The unit of both, or `None` when the units do not agree.
    pub(crate) fn shared_unit(&self, other: &Self) -> Option<Option<Rc<str>>> {
        match (&self.unit, &other.unit) {
            (Some(left), Some(right)) => (left == right).then(|| Some(left.clone())),
            (unit, None) | (None, unit) => Some(unit.clone()),
        }
    }
}

impl Type {
    pub(crate) fn days() -> Self {
        Self::Number(NumberType::of_unit(Some("d")))
    }

    pub(crate) fn collection(of: Self) -> Self {
        Self::Collection(Box::new(of))
    }

    pub(crate) fn is_broken(&self) -> bool {
        matches!(self, Self::Broken)
    }

    /// The type of a value that is sometimes of this and sometimes of the other type, or `None` when they do not go together.
    pub(crate) fn joined(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Broken, _) | (_, Self::Broken) => Some(Self::Broken),
            (Self::Number(left), Self::Number(right)) => {
                let unit = left.shared_unit(right)?;
                let range = left.range.zip(right.range).map(|((a, b), (c, d))| (a.min(c), b.max(d)));
                let step = left.step.filter(|step| right.step == Some(*step));
                Some(Self::Number(NumberType { unit, range, step }))
            }
            (Self::Code(left), Self::Code(right)) => left.joined(right).map(Self::Code),
            (Self::Visit { earlier: left }, Self::Visit { earlier: right }) => Some(Self::Visit { earlier: *left && *right }),
            (Self::Collection(left), Self::Collection(right)) => left.joined(right).map(Self::collection),
            (left, right) => (left == right).then(|| left.clone()),
        }
    }

    /// The type in the words of an author.
    pub(crate) fn said(&self) -> String {
        match self {
            Self::Bool => "yes or no".into(),
            Self::Number(number) => number.unit.as_ref().map_or_else(|| "a number".into(), |unit| format!("a number in {unit}")),
            Self::Months => "a length of months or years".into(),
            Self::Date => "a date".into(),
            Self::Code(_) => "one of several codes".into(),
            Self::Text => "a text".into(),
            Self::Choices(_) | Self::Stages => "a set of codes".into(),
            Self::Visit { .. } => "a visit".into(),
            Self::Member => "a member of the household".into(),
            Self::Reading(_) => "a reading".into(),
            Self::Row(_) => "a row of a table".into(),
            Self::Service => "a service".into(),
            Self::Dose => "a dose".into(),
            Self::Collection(of) => format!("a list, each item of it {}", of.said()),
            Self::Mixed => "a list of different things".into(),
            Self::Broken => "something that is wrong itself".into(),
        }
    }
}
