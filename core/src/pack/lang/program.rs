//! The compact form of all expressions of a pack: one flat list of nodes that point to each other by index.

use super::ast::{ArithmeticOp, CompareOp};
use super::plan::Plans;
use crate::fact::{CodeSet, Number, Symbol};
use crate::growth::Index;
use crate::pack::ServiceId;
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

/// A value while an expression is evaluated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Operand {
    /// Waits for facts.
    Open,
    /// Does not apply.
    Absent,
    Bool(bool),
    Number(Number),
    Code(Symbol),
    Codes(CodeSet),
    /// Days since the beginning of the common era.
    Date(i32),
    /// A text of the subject.
    Text(u32),
    /// 0 is today's visit, then the earlier ones, newest first.
    Visit(u16),
    Reading(Reading),
    /// A row of a table.
    Row(TableId, u16),
    Service(ServiceId),
    /// A dose that was received; its place among all of them by date.
    Dose(u16),
}

/// One way or time in which something was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub of: ReadingsId,
    pub entry: u8,
    pub visit: u16,
    /// No reading is there; this one still can be, and stands in for it.
    pub stand_in: bool,
}

/// What belongs to a visit beside its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Context {
    On,
    Born,
    Sex,
    AgeDays,
    AgeMonths,
    AgeYears,
    Stages,
    Pregnant,
    Lmp,
    Gestation,
    DaysSinceDelivery,
}

/// What comes with a later module of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Module {
    Household,
}

/// Its kind stands in a byte of its own and not, as the compiler would have it, among the kinds of a constant: it is read for every node.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(u8)]
pub(crate) enum Node {
    Constant(Operand),
    Fact(FactSlot),
    Def(DefId),
    Context(Context),
    /// A name read at another visit.
    At {
        visit: NodeId,
        of: NodeId,
    },
    /// The variable of a macro.
    Local(u8),
    /// A field of a reading.
    Field {
        reading: NodeId,
        field: u8,
    },
    /// A column of a row.
    Column {
        row: NodeId,
        column: u8,
    },
    Not(NodeId),
    Negative(NodeId),
    And(Kids),
    Or(Kids),
    Compare {
        op: CompareOp,
        left: NodeId,
        right: NodeId,
        test: TestId,
    },
    In {
        item: NodeId,
        among: Kids,
        test: TestId,
    },
    /// A code in a set of codes.
    Holds {
        set: NodeId,
        place: u8,
        test: TestId,
    },
    Arithmetic {
        op: ArithmeticOp,
        left: NodeId,
        right: NodeId,
    },
    If {
        condition: NodeId,
        yes: NodeId,
        no: NodeId,
        kind: IfKind,
    },
    Answered(NodeId),
    IsUnknown {
        fact: NodeId,
        test: TestId,
    },
    IsTrue(NodeId),
    /// `any`, `all`, `at_least`, `exactly`.
    Count {
        kind: CountKind,
        of: NodeId,
        test: TestId,
    },
    Sum(NodeId),
    SumSoFar(NodeId),
    Complete(NodeId),
    Begun {
        list: NodeId,
        test: TestId,
    },
    Exists {
        over: NodeId,
        body: NodeId,
        /// Of readings: the body for each entry, without the variable, and then for each that only stands in. Empty where it is not known.
        by_entry: Kids,
    },
    All {
        over: NodeId,
        body: NodeId,
    },
    Size(NodeId),
    First(NodeId),
    Last(NodeId),
    Least(NodeId),
    Greatest(NodeId),
    Mean(NodeId),
    /// The smaller or the greater of two numbers or dates.
    Choose {
        greater: bool,
        left: NodeId,
        right: NodeId,
    },
    Round {
        of: NodeId,
        step: NodeId,
    },
    /// A date moved by calendar months.
    Shift {
        date: NodeId,
        months: NodeId,
        back: bool,
    },
    Month(NodeId),
    MonthStart(NodeId),
    MonthsBetween(NodeId, NodeId),
    Lookup {
        table: TableId,
        keys: Kids,
    },
    /// A z-score, or whether it is beyond what can be. [`Program::growth_parts`] tells the parts.
    Growth {
        index: Index,
        flagged: bool,
        parts: Kids,
        test: TestId,
    },
    Service(ServiceId),
    /// What a service has.
    OfService {
        service: NodeId,
        part: ServicePart,
    },
    /// What a dose has.
    OfDose {
        dose: NodeId,
        part: DosePart,
    },
    // Collections.
    Items(Kids),
    List(ListId),
    Readings(ReadingsId),
    Earlier,
    Visits,
    /// The services of a set; the number is its place in [`Plans::sets`].
    Services(u16),
    /// The doses that were received of the services of a set.
    Doses(u16),
    /// The codes that a set holds; `codes` are all that it could hold, in the order of their places.
    CodesOf {
        set: NodeId,
        codes: Kids,
    },
    Filter {
        over: NodeId,
        body: NodeId,
    },
    Map {
        over: NodeId,
        body: NodeId,
    },
    LastFew {
        of: NodeId,
        count: NodeId,
    },
    /// Checked, but without a value until its module joins the library.
    Outside(Module),
}

/// What a service has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ServicePart {
    Status,
    Recorded,
    From,
    Until,
    DueUntil,
}

/// What a dose has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DosePart {
    Code,
    On,
    Counts,
    TooEarly,
}

/// Whether a choice is between two conditions or between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IfKind {
    Condition,
    Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CountKind {
    Any,
    All,
    AtLeast(NodeId),
    Exactly(NodeId),
}

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
    /// The code of each status, in the order of [`Status::ALL`](crate::schedule::Status::ALL).
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
