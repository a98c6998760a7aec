//! The nodes of expressions, and the values that they have.

use super::ast::{ArithmeticOp, CompareOp};
use super::program::{DefId, FactSlot, Kids, ListId, NodeId, ReadingsId, TableId, TestId};
use crate::fact::{CodeSet, Number, Symbol};
use crate::growth::Index;
use crate::pack::ServiceId;

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
