//! What a parsed expression is, before names and types are known.

use std::cmp::Ordering;
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

/// The orders of two sides in which it holds, a bit for each: that answers without a branch, and little is asked as often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum CompareOp {
    Equal = EQUAL,
    NotEqual = LESS | GREATER,
    Less = LESS,
    LessOrEqual = LESS | EQUAL,
    Greater = GREATER,
    GreaterOrEqual = GREATER | EQUAL,
}

const LESS: u8 = order_bit(Ordering::Less);
const EQUAL: u8 = order_bit(Ordering::Equal);
const GREATER: u8 = order_bit(Ordering::Greater);

const fn order_bit(order: Ordering) -> u8 {
    1 << (order as i8 + 1)
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
    #[inline]
    pub(crate) fn holds(self, order: Ordering) -> bool {
        self as u8 & order_bit(order) != 0
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
            Kind::List(items) => write!(f, "[{}]", Joined(items, ", ", Binding::Choice)),
            Kind::Member(of, name) => write!(f, "{}.{name}", of.within(Binding::Primary)),
            Kind::Call(name, args) => write!(f, "{name}({})", Joined(args, ", ", Binding::Choice)),
            Kind::Method(of, name, args) => write!(f, "{}.{name}({})", of.within(Binding::Primary), Joined(args, ", ", Binding::Choice)),
            Kind::Not(of) => write!(f, "!{}", of.within(Binding::Unary)),
            Kind::Negative(of) => write!(f, "-{}", of.within(Binding::Primary)),
            Kind::And(parts) => write!(f, "{}", Joined(parts, " && ", Binding::Relation)),
            Kind::Or(parts) => write!(f, "{}", Joined(parts, " || ", Binding::And)),
            Kind::Compare(op, left, right) => write!(f, "{} {} {}", left.operand(), op.symbol(), right.operand()),
            Kind::In(item, list) => write!(f, "{} in {}", item.operand(), list.operand()),
            Kind::Arithmetic(op, left, right) => {
                let (first, second) = match self.binding() {
                    Binding::Product => (Binding::Product, Binding::Unary),
                    _ => (Binding::Sum, Binding::Product),
                };
                write!(f, "{} {} {}", left.within(first), op.symbol(), right.within(second))
            }
            Kind::If(condition, yes, no) => {
                write!(f, "{} ? {} : {}", condition.within(Binding::Or), yes.within(Binding::Or), no.within(Binding::Choice))
            }
        }
    }
}

/// How tightly the parts of an expression are bound together, the loosest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Choice,
    Or,
    And,
    Relation,
    Sum,
    Product,
    Unary,
    Primary,
}

impl Ast {
    /// The readable form of a side of a comparison.
    pub(crate) fn operand(&self) -> impl fmt::Display + '_ {
        self.within(Binding::Sum)
    }

    /// The readable form where something at least so tight belongs.
    fn within(&self, needed: Binding) -> Within<'_> {
        Within(self, needed)
    }

    fn binding(&self) -> Binding {
        match &self.kind {
            Kind::If(..) => Binding::Choice,
            Kind::Or(_) => Binding::Or,
            Kind::And(_) => Binding::And,
            Kind::Compare(..) | Kind::In(..) => Binding::Relation,
            Kind::Arithmetic(ArithmeticOp::Add | ArithmeticOp::Subtract, ..) => Binding::Sum,
            Kind::Arithmetic(..) => Binding::Product,
            Kind::Not(_) | Kind::Negative(_) => Binding::Unary,
            _ => Binding::Primary,
        }
    }
}

/// An expression, in parentheses where it is bound more loosely than its place needs.
struct Within<'a>(&'a Ast, Binding);

impl fmt::Display for Within<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.binding() < self.1 { write!(f, "({})", self.0) } else { write!(f, "{}", self.0) }
    }
}

/// Parts with a word between them.
struct Joined<'a>(&'a [Ast], &'static str, Binding);

impl fmt::Display for Joined<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(self.1)?;
            }
            write!(f, "{}", part.within(self.2))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::pack::lang::parser::parse;

    #[test]
    fn a_test_reads_as_an_author_would_write_it() {
        let written = [
            "a && (b || c) && !d",
            "a || b && c",
            "!(a && b) || !c",
            "a > (sex == 'male' ? 90 : 80.5)",
            "a == 1 ? b : c || d",
            "(a ? b : c) ? d : e ? f : g",
            "a - (b - c) - d",
            "(a + b) * c / (d * e)",
            "-(a + b) < -c",
            "a - 2 <= b * 3",
            "(a < b) == (c > d)",
            "'x' in list",
            "a in [1, 2.5]",
            "(a in [1, 2]) == b",
            "list.filter(v, answered(v.x) && v.y).first().z",
            "round(a / b, 0.1) >= weeks(3, 1)",
            "any([a, b || c])",
        ];
        for text in written {
            assert_eq!(parse(text).unwrap().to_string(), text);
        }
        assert_eq!(parse("((a))&&((b>(2.50)))").unwrap().to_string(), "a && b > 2.5");
    }
}
