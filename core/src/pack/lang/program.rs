//! The compact form of all expressions of a pack: one flat list of nodes that point to each other by index.

pub(crate) use super::node::{Context, CountKind, DosePart, IfKind, Module, Node, Operand, Reading, ServicePart};
use super::plan::Plans;
use crate::fact::{Number, Symbol};
use crate::pack::source::Window;
use crate::person::Sex;

/// The most facts that a pack can have, those of the birth among them: a set of facts has a fixed size.
pub(crate) const MOST_FACTS: usize = 12 * 64;

pub(crate) type NodeId = u32;

/// A run of [`Program::kids`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kids {
    pub start: u32,
    pub len: u32,
}

impl Kids {
    pub(crate) const NONE: Self = Self { start: 0, len: 0 };
}

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident),*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) struct $name(pub u16);

        impl $name {
            pub(crate) fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    )*};
}

index!(
    /// A fact of the dictionary, or behind the last of them one of the two facts of the birth.
    FactSlot,
    /// A derived fact or a rule.
    DefId,
    ListId,
    ReadingsId,
    TableId
);

/// What a test says, in readable form; for reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TestId(pub(crate) u16);

/// A derived fact or a rule.
#[derive(Clone, Debug)]
pub(crate) struct Def {
    pub kind: DefKind,
    pub scope: Applies,
    pub value: NodeId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DefKind {
    /// Index in [`crate::pack::Source::derived`].
    Derived(u16),
    /// Index in [`crate::pack::Source::rules`].
    Rule(u16),
}

/// Whom a rule or derived fact concerns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Applies {
    pub age: Option<Window>,
    pub sex: Option<Sex>,
    pub when: Option<NodeId>,
}

#[derive(Clone, Debug)]
pub(crate) struct ListDef {
    pub items: Kids,
    /// What a reason calls each item.
    pub names: Vec<Box<str>>,
    /// The most that each item can add to a sum, where that is known.
    pub most: Vec<Option<Number>>,
}

#[derive(Clone, Debug)]
pub(crate) struct ReadingsDef {
    /// For each entry the expression of each field that it names.
    pub entries: Vec<Vec<Option<NodeId>>>,
    /// Whether a reading needs all of its fields, or any.
    pub all: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct TableDef {
    pub rows: Vec<TableRow>,
}

#[derive(Clone, Debug)]
pub(crate) struct TableRow {
    pub keys: Vec<KeyTest>,
    pub values: Vec<Operand>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum KeyTest {
    Anything,
    Number {
        from: Option<Number>,
        to: Option<Number>,
        half_open: bool,
    },
    /// A code, or a whole text.
    Word {
        code: Symbol,
        text: Box<str>,
    },
    TextBegins(Box<str>),
}

/// A test in readable form, and its negation.
#[derive(Clone, Debug)]
pub(crate) struct Test {
    /// What is tested.
    pub of: Box<str>,
    pub plain: Box<str>,
    pub negated: Box<str>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Program {
    pub nodes: Vec<Node>,
    pub kids: Vec<NodeId>,
    pub tests: Vec<Test>,
    pub defs: Vec<Def>,
    pub lists: Vec<ListDef>,
    pub readings: Vec<ReadingsDef>,
    pub tables: Vec<TableDef>,
    pub plans: Plans,
    /// The code of each status, in the order of [`Status::ALL`](crate::pack::source::Status::ALL).
    pub statuses: Vec<Symbol>,
    /// The code of each service.
    pub service_codes: Vec<Symbol>,
}

impl Program {
    pub(crate) fn node(&self, id: NodeId) -> Node {
        *self.look_at(id)
    }

    /// A node in its place: who needs one of its parts need not copy the others.
    #[inline]
    pub(crate) fn look_at(&self, id: NodeId) -> &Node {
        self.nodes.get(id as usize).unwrap_or(&Node::Constant(Operand::Absent))
    }

    pub(crate) fn kids(&self, kids: Kids) -> &[NodeId] {
        self.kids.get(kids.start as usize..(kids.start + kids.len) as usize).unwrap_or_default()
    }

    pub(crate) fn push(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        u32::try_from(self.nodes.len() - 1).unwrap_or(u32::MAX)
    }

    pub(crate) fn push_kids(&mut self, kids: &[NodeId]) -> Kids {
        let start = u32::try_from(self.kids.len()).unwrap_or(u32::MAX);
        self.kids.extend_from_slice(kids);
        Kids { start, len: u32::try_from(kids.len()).unwrap_or(0) }
    }

    pub(crate) fn push_test(&mut self, of: String, plain: String, negated: String) -> TestId {
        self.tests.push(Test { of: of.into(), plain: plain.into(), negated: negated.into() });
        TestId(u16::try_from(self.tests.len() - 1).unwrap_or(u16::MAX))
    }
}
