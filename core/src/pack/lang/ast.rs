//! What a parsed expression is, before names and types are known.

use std::fmt;

use super::lexer::At;
use crate::fact::Number;

#[derive(Clone, Debug)]
pub(crate) struct Ast {
    pub kind: Kind,
    pub at: At,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Bool(bool),
    Number(Number),
    /// A code between single quotes.
    Code(String),
    Name(String),
    List(Vec<Ast>),
    /// `of.name`
    Member(Box<Ast>, String),
    /// `name(args)`
    Call(String, Vec<Ast>),
    /// `of.name(args)`
    Method(Box<Ast>, String, Vec<Ast>),
    Not(Box<Ast>),
    Negative(Box<Ast>),
    /// Of two parts or more, so that a long chain is not a deep tree.
    And(Vec<Ast>),
    Or(Vec<Ast>),
    Compare(CompareOp, Box<Ast>, Box<Ast>),
    In(Box<Ast>, Box<Ast>),
    Arithmetic(ArithmeticOp, Box<Ast>, Box<Ast>),
    If(Box<Ast>, Box<Ast>, Box<Ast>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum CompareOp {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl CompareOp {
    pub(crate) fn from_symbol(symbol: &str) -> Option<Self> {
        Some(match symbol {
            "==" => Self::Equal,
            "!=" => Self::NotEqual,
            "<" => Self::Less,
            "<=" => Self::LessOrEqual,
            ">" => Self::Greater,
            ">=" => Self::GreaterOrEqual,
            _ => return None,
        })
    }

    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }

    /// The comparison that is true exactly when this one is false.
    pub(crate) fn negated(self) -> Self {
        match self {
            Self::Equal => Self::NotEqual,
            Self::NotEqual => Self::Equal,
            Self::Less => Self::GreaterOrEqual,
            Self::LessOrEqual => Self::Greater,
            Self::Greater => Self::LessOrEqual,
            Self::GreaterOrEqual => Self::Less,
        }
    }

    /// The comparison that says the same with its sides exchanged.
    pub(crate) fn mirrored(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::LessOrEqual => Self::GreaterOrEqual,
            Self::Greater => Self::Less,
            Self::GreaterOrEqual => Self::LessOrEqual,
            same => same,
        }
    }

    /// Whether two sides in this order meet the comparison.
    pub(crate) fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::NotEqual => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::LessOrEqual => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::GreaterOrEqual => order.is_ge(),
        }
    }

    pub(crate) fn is_order(self) -> bool {
        !matches!(self, Self::Equal | Self::NotEqual)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ArithmeticOp {
    Add,
    Subtract,
    Multiply,
    Divide,
}

impl ArithmeticOp {
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
        }
    }
}

/// The readable form of a test: as an author would write it, in one line, without needless parentheses.
impl fmt::Display for Ast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Bool(value) => write!(f, "{value}"),
            Kind::Number(number) => write!(f, "{number}"),
            Kind::Code(code) => write!(f, "'{code}'"),
            Kind::Name(name) => f.write_str(name),
            Kind::List(items) => write!(f, "[{}]", Joined(items, ", ")),
            Kind::Member(of, name) => write!(f, "{of}.{name}"),
            Kind::Call(name, args) => write!(f, "{name}({})", Joined(args, ", ")),
            Kind::Method(of, name, args) => write!(f, "{of}.{name}({})", Joined(args, ", ")),
            Kind::Not(of) => write!(f, "!{}", Tight(of)),
            Kind::Negative(of) => write!(f, "-{}", Tight(of)),
            Kind::And(parts) => write!(f, "{}", Joined(parts, " && ")),
            Kind::Or(parts) => write!(f, "{}", Joined(parts, " || ")),
            Kind::Compare(op, left, right) => write!(f, "{} {} {}", Tight(left), op.symbol(), Tight(right)),
            Kind::In(item, list) => write!(f, "{} in {}", Tight(item), Tight(list)),
            Kind::Arithmetic(op, left, right) => write!(f, "{} {} {}", Tight(left), op.symbol(), Tight(right)),
            Kind::If(condition, yes, no) => write!(f, "{} ? {} : {}", Tight(condition), Tight(yes), Tight(no)),
        }
    }
}

/// Parts with a word between them; a part of weaker binding is put in parentheses.
struct Joined<'a>(&'a [Ast], &'static str);

impl fmt::Display for Joined<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(self.1)?;
            }
            let weaker = match part.kind {
                Kind::Or(_) | Kind::If(..) => self.1 != ", ",
                Kind::And(_) => self.1 == " && ",
                _ => false,
            };
            if weaker { write!(f, "({part})")? } else { write!(f, "{part}")? }
        }
        Ok(())
    }
}

/// An operand: what binds weaker than a comparison is put in parentheses.
struct Tight<'a>(&'a Ast);

impl fmt::Display for Tight<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let loose =
            matches!(self.0.kind, Kind::And(_) | Kind::Or(_) | Kind::Compare(..) | Kind::In(..) | Kind::Arithmetic(..) | Kind::If(..));
        if loose { write!(f, "({})", self.0) } else { write!(f, "{}", self.0) }
    }
}
