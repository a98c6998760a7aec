//! The nodes of the tree.

use crate::pack::fault::Span;
use chrono::NaiveDate;
use std::borrow::Cow;

/// A value and its place.
#[derive(Clone, Debug)]
pub struct Node<'i> {
    /// The value.
    pub value: Tree<'i>,
    /// Where it stands, quotes and brackets included.
    pub span: Span,
}

/// A value of a pack.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tree<'i> {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a decimal point, as [`normal_decimal`] writes it.
    Decimal(Cow<'i, str>),
    /// A text.
    Text(Text<'i>),
    /// A calendar date.
    Date(NaiveDate),
    /// A list.
    Array(Vec<Node<'i>>),
    /// Values with names.
    Table(Table<'i>),
}

/// A text, which may be an expression.
#[derive(Clone, Debug)]
pub struct Text<'i> {
    /// The text.
    pub value: Cow<'i, str>,
    /// The place inside the quotes, when the file holds the text there byte by byte.
    pub inner: Option<Span>,
}

/// Values with names, each name once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table<'i> {
    members: Vec<Member<'i>>,
    as_written: bool,
}

/// One value of a table.
#[derive(Clone, Debug)]
pub struct Member<'i> {
    /// Its name.
    pub key: Cow<'i, str>,
    /// Where the name stands.
    pub key_span: Span,
    /// The value.
    pub node: Node<'i>,
}

/// Places play no part: trees are equal when they say the same.
impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Eq for Node<'_> {}

/// Places play no part.
impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Eq for Text<'_> {}

/// Places play no part.
impl PartialEq for Member<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.node == other.node
    }
}

impl Eq for Member<'_> {}

impl<'i> Node<'i> {
    /// The table that it is, if it is one.
    pub fn table(&self) -> Option<&Table<'i>> {
        match &self.value {
            Tree::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The table that it is, to be changed.
    pub fn table_mut(&mut self) -> Option<&mut Table<'i>> {
        match &mut self.value {
            Tree::Table(table) => Some(table),
            _ => None,
        }
    }

    /// What kind of value it is, in words.
    pub fn describe(&self) -> &'static str {
        match &self.value {
            Tree::Bool(_) => "true or false",
            Tree::Integer(_) => "a whole number",
            Tree::Decimal(_) => "a decimal number",
            Tree::Text(_) => "a text",
            Tree::Date(_) => "a date",
            Tree::Array(_) => "a list",
            Tree::Table(_) => "a table",
        }
    }
}

impl<'i> Table<'i> {
    /// A table whose order means nothing; sorts by name. Of members of one name the first stays.
    pub fn sorted(mut members: Vec<Member<'i>>) -> Self {
        members.sort_by(|a, b| a.key.cmp(&b.key));
        members.dedup_by(|later, first| later.key == first.key);
        Self { members, as_written: false }
    }

    /// A table whose order is part of what it says.
    pub fn as_written(members: Vec<Member<'i>>) -> Self {
        Self { members, as_written: true }
    }

    /// Makes the order in which the text gives the members part of what the table says.
    pub fn keep_order(&mut self) {
        if !self.as_written {
            self.members.sort_by_key(|member| member.key_span);
            self.as_written = true;
        }
    }

    /// Whether the order of the members is part of what it says.
    pub fn is_as_written(&self) -> bool {
        self.as_written
    }

    /// The members, in order.
    pub fn members(&self) -> &[Member<'i>] {
        &self.members
    }

    /// The members without their table.
    pub fn into_members(self) -> Vec<Member<'i>> {
        self.members
    }

    /// The value of this name.
    pub fn get(&self, key: &str) -> Option<&Node<'i>> {
        self.position(key).and_then(|index| self.members.get(index)).map(|member| &member.node)
    }

    /// The value of this name, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Node<'i>> {
        let index = self.position(key)?;
        self.members.get_mut(index).map(|member| &mut member.node)
    }

    /// Adds a member, in its place; false when the name is taken.
    pub fn insert(&mut self, member: Member<'i>) -> bool {
        if self.position(&member.key).is_some() {
            return false;
        }
        let index = if self.as_written { self.members.len() } else { self.members.partition_point(|other| other.key < member.key) };
        self.members.insert(index, member);
        true
    }

    fn position(&self, key: &str) -> Option<usize> {
        if self.as_written {
            self.members.iter().position(|member| member.key == key)
        } else {
            self.members.binary_search_by(|member| member.key.as_ref().cmp(key)).ok()
        }
    }
}

/// A decimal number so that equal numbers are equal texts: no sign `+`, no zeros at the end but one behind the point. None for
/// what is no plain number with a point, as `1e3` or `inf`.
pub fn normal_decimal(text: &str) -> Option<String> {
    let (minus, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.')?;
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !plain(whole) || !plain(fraction) {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let fraction = match fraction.trim_end_matches('0') {
        "" => "0",
        fraction => fraction,
    };
    let minus = if whole == "0" && fraction == "0" { "" } else { minus };
    Some(format!("{minus}{whole}.{fraction}"))
}
