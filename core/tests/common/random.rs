//! Random expressions with right types: of yes-or-no facts, whole numbers and codes.

use proptest::prelude::*;

/// A condition.
#[derive(Clone, Debug)]
pub enum Condition {
    Fact(u8),
    Not(Box<Self>),
    And(Vec<Self>),
    Or(Vec<Self>),
    If(Box<[Self; 3]>),
    Same(bool, Box<[Self; 2]>),
    Compare(&'static str, Amount, Amount),
    In(Amount, Vec<Amount>),
    Code(bool, u8, u8),
    CodeIn(u8, u8, u8),
    /// `exists` or `all` of a list of numbers.
    Each(bool, Vec<Amount>, Box<Self>),
    /// `exists` or `all` of a list that `filter` and `map` were used on.
    Picked(bool, Vec<Amount>, Box<(Self, Amount, Self)>),
    /// Of a list of conditions.
    OfConditions(bool, Vec<Self>),
}

/// A whole number.
#[derive(Clone, Debug)]
pub enum Amount {
    Constant(u8),
    Fact(u8),
    /// The variable of a macro around it, else a fact.
    Variable(u8),
    Negative(Box<Self>),
    Calculated(char, Box<[Self; 2]>),
    If(Box<(Condition, Self, Self)>),
    /// How many pass.
    Size(Vec<Self>, Box<Condition>),
}

/// What expressions are made of.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    pub conditions: &'static [&'static str],
    pub amounts: &'static [&'static str],
    pub codes: &'static [&'static str],
    pub parts: Parts,
}

/// Which expressions there are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Parts {
    /// Without macros and calculations.
    Simple,
    WithoutFilter,
    /// `filter` needs what is decided.
    All,
}

const CODES: [&str; 3] = ["red", "green", "blue"];

/// A condition of these words.
pub fn condition(words: Words) -> BoxedStrategy<String> {
    conditions(4, words.parts).prop_map(move |condition| Writer { words, variables: 0 }.condition(&condition).0).boxed()
}

fn conditions(depth: u32, parts: Parts) -> BoxedStrategy<Condition> {
    let leaf = prop_oneof![
        2 => any::<u8>().prop_map(Condition::Fact),
        2 => (comparison(), amounts(0, parts), amounts(0, parts)).prop_map(|(op, a, b)| Condition::Compare(op, a, b)),
        1 => (any::<bool>(), any::<u8>(), any::<u8>()).prop_map(|(same, fact, code)| Condition::Code(same, fact, code)),
        1 => (any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(fact, one, other)| Condition::CodeIn(fact, one, other)),
    ];
    if depth == 0 {
        return leaf.boxed();
    }
    let inner = move || conditions(depth - 1, parts);
    let several = move || prop::collection::vec(inner(), 2..4);
    let numbers = move || prop::collection::vec(amounts(1, parts), 1..4);
    let pair = move || (inner(), inner()).prop_map(|(a, b)| Box::new([a, b]));
    let simple = prop_oneof![
        2 => leaf,
        2 => inner().prop_map(|of| Condition::Not(Box::new(of))),
        3 => several().prop_map(Condition::And),
        3 => several().prop_map(Condition::Or),
        1 => (inner(), inner(), inner()).prop_map(|(a, b, c)| Condition::If(Box::new([a, b, c]))),
        1 => (any::<bool>(), pair()).prop_map(|(same, pair)| Condition::Same(same, pair)),
        1 => (amounts(0, parts), numbers()).prop_map(|(item, list)| Condition::In(item, list)),
    ];
    if parts == Parts::Simple {
        return simple.boxed();
    }
    let common = prop_oneof![
        5 => simple,
        1 => (comparison(), amounts(depth, parts), amounts(depth, parts)).prop_map(|(op, a, b)| Condition::Compare(op, a, b)),
        1 => (any::<bool>(), numbers(), inner()).prop_map(|(exists, list, body)| Condition::Each(exists, list, Box::new(body))),
        1 => (any::<bool>(), several()).prop_map(|(exists, list)| Condition::OfConditions(exists, list)),
    ];
    if parts != Parts::All {
        return common.boxed();
    }
    let picked = (any::<bool>(), numbers(), (inner(), amounts(1, parts), inner()));
    prop_oneof![8 => common, 1 => picked.prop_map(|(exists, list, rest)| Condition::Picked(exists, list, Box::new(rest)))].boxed()
}

fn comparison() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["==", "!=", "<", "<=", ">", ">="])
}

fn amounts(depth: u32, parts: Parts) -> BoxedStrategy<Amount> {
    let leaf = prop_oneof![
        1 => (0..10_u8).prop_map(Amount::Constant),
        3 => any::<u8>().prop_map(Amount::Fact),
        2 => any::<u8>().prop_map(Amount::Variable),
    ];
    if depth == 0 || parts == Parts::Simple {
        return leaf.boxed();
    }
    let inner = move || amounts(depth - 1, parts);
    let sign = prop::sample::select(vec!['+', '-', '*']);
    let common = prop_oneof![
        2 => leaf,
        1 => inner().prop_map(|of| Amount::Negative(Box::new(of))),
        4 => (sign, inner(), inner()).prop_map(|(sign, a, b)| Amount::Calculated(sign, Box::new([a, b]))),
        1 => (conditions(depth - 1, parts), inner(), inner()).prop_map(|choice| Amount::If(Box::new(choice))),
    ];
    if parts != Parts::All {
        return common.boxed();
    }
    let size = (prop::collection::vec(inner(), 1..4), conditions(depth - 1, parts));
    prop_oneof![8 => common, 1 => size.prop_map(|(list, body)| Amount::Size(list, Box::new(body)))].boxed()
}

/// Writes expressions with no more parentheses than they need.
#[derive(Clone, Copy)]
struct Writer {
    words: Words,
    /// How many macros stand around.
    variables: u8,
}

/// How tightly an expression binds.
type Binding = u8;
const CHOICE: Binding = 0;
const OR: Binding = 1;
const AND: Binding = 2;
const RELATION: Binding = 3;
const SUM: Binding = 4;
const PRODUCT: Binding = 5;
const UNARY: Binding = 6;
const PRIMARY: Binding = 7;

impl Writer {
    fn condition(self, condition: &Condition) -> (String, Binding) {
        match condition {
            Condition::Fact(fact) => (pick(self.words.conditions, *fact).to_owned(), PRIMARY),
            Condition::Not(of) => (format!("!{}", self.tight(of, UNARY)), UNARY),
            Condition::And(parts) => (self.joined(parts, " && ", RELATION), AND),
            Condition::Or(parts) => (self.joined(parts, " || ", AND), OR),
            Condition::If(parts) => {
                let [condition, yes, no] = &**parts;
                (format!("{} ? {} : {}", self.tight(condition, OR), self.tight(yes, OR), self.tight(no, CHOICE)), CHOICE)
            }
            Condition::Same(same, sides) => {
                let op = if *same { "==" } else { "!=" };
                let [left, right] = &**sides;
                (format!("{} {op} {}", self.tight(left, RELATION), self.tight(right, SUM)), RELATION)
            }
            Condition::Compare(op, left, right) => (format!("{} {op} {}", self.amount(left, SUM), self.amount(right, SUM)), RELATION),
            Condition::In(item, list) => (format!("{} in {}", self.amount(item, SUM), self.list(list)), RELATION),
            Condition::Code(same, fact, code) => {
                let op = if *same { "==" } else { "!=" };
                (format!("{} {op} '{}'", pick(self.words.codes, *fact), pick(&CODES, *code)), RELATION)
            }
            Condition::CodeIn(fact, one, other) => {
                (format!("{} in ['{}', '{}']", pick(self.words.codes, *fact), pick(&CODES, *one), pick(&CODES, *other)), RELATION)
            }
            Condition::Each(exists, list, body) => {
                let (name, within) = self.within();
                (format!("{}.{}({name}, {})", self.list(list), macro_name(*exists), within.condition(body).0), PRIMARY)
            }
            Condition::Picked(exists, list, rest) => {
                let (filter, map, body) = &**rest;
                let (name, within) = self.within();
                let picked = format!("{}.filter({name}, {})", self.list(list), within.condition(filter).0);
                let mapped = format!("{picked}.map({name}, {})", within.amount(map, CHOICE));
                (format!("{mapped}.{}({name}, {})", macro_name(*exists), within.condition(body).0), PRIMARY)
            }
            Condition::OfConditions(exists, list) => {
                let name = format!("x{}", self.variables);
                (format!("[{}].{}({name}, {name})", self.joined(list, ", ", CHOICE), macro_name(*exists)), PRIMARY)
            }
        }
    }

    fn amount(self, amount: &Amount, needed: Binding) -> String {
        let (text, binding) = match amount {
            Amount::Constant(value) => (value.to_string(), PRIMARY),
            Amount::Fact(fact) => (pick(self.words.amounts, *fact).to_owned(), PRIMARY),
            Amount::Variable(fact) if self.variables == 0 => (pick(self.words.amounts, *fact).to_owned(), PRIMARY),
            Amount::Variable(which) => (format!("x{}", which % self.variables), PRIMARY),
            // In CEL `--n` is no negation of a negation.
            Amount::Negative(of) => (format!("-{}", self.amount(of, PRIMARY)), UNARY),
            Amount::Calculated(sign, sides) => {
                let [left, right] = &**sides;
                let binding = if *sign == '*' { PRODUCT } else { SUM };
                (format!("{} {sign} {}", self.amount(left, binding), self.amount(right, binding + 1)), binding)
            }
            Amount::If(choice) => {
                let (condition, yes, no) = &**choice;
                (format!("{} ? {} : {}", self.tight(condition, OR), self.amount(yes, OR), self.amount(no, CHOICE)), CHOICE)
            }
            Amount::Size(list, body) => {
                let (name, within) = self.within();
                (format!("{}.filter({name}, {}).size()", self.list(list), within.condition(body).0), PRIMARY)
            }
        };
        if binding < needed { format!("({text})") } else { text }
    }

    fn tight(self, condition: &Condition, needed: Binding) -> String {
        let (text, binding) = self.condition(condition);
        if binding < needed { format!("({text})") } else { text }
    }

    fn joined(self, parts: &[Condition], between: &str, needed: Binding) -> String {
        parts.iter().map(|part| self.tight(part, needed)).collect::<Vec<_>>().join(between)
    }

    fn list(self, items: &[Amount]) -> String {
        format!("[{}]", items.iter().map(|item| self.amount(item, CHOICE)).collect::<Vec<_>>().join(", "))
    }

    /// The name of the next variable, and the writer of what it stands in.
    fn within(self) -> (String, Self) {
        (format!("x{}", self.variables), Self { variables: self.variables + 1, ..self })
    }
}

fn macro_name(exists: bool) -> &'static str {
    if exists { "exists" } else { "all" }
}

fn pick<'w>(words: &[&'w str], which: u8) -> &'w str {
    words[usize::from(which) % words.len()]
}
