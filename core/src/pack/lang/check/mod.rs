//! Gives every expression its type, refuses what an author cannot have meant, and writes the program.
//!
//! Faults are collected; a part that is wrong gets the type [`Type::Broken`], which fits everywhere, so that one mistake is told once.

mod by_entry;
mod call;
mod collection;
mod compare;
mod condition;
mod definition;
mod depth;
mod expression;
mod growth;
mod guard;
mod member;
mod outside;
mod service;
mod table;
#[cfg(test)]
mod waiting_test;

use std::rc::Rc;

use super::ast::{Ast, Kind};
use super::lexer::At;
use super::names::Names;
use super::parser::parse;
use super::program::{Module, Node, NodeId, Operand, Program};
use super::types::Type;
use crate::fact::{Dictionary, Symbol};
use crate::pack::fault::{Fault, Span};
use crate::pack::source::{Expr, Source, Window};
use definition::Definitions;
use depth::Depth;
use guard::Guards;

/// Checks all expressions of a pack and compiles them. `modules` are those whose values the library can compute; a rule that needs
/// another one is a fault, for it could only be silent.
pub(crate) fn check(source: &Source, dictionary: &mut Dictionary, modules: &[Module]) -> Result<Program, Vec<Fault>> {
    let mut checker = Checker::new(source, dictionary);
    checker.everything();
    outside::refuse(&mut checker, modules);
    if checker.faults.is_empty() { Ok(checker.program) } else { Err(checker.faults) }
}

pub(crate) struct Checker<'s> {
    source: &'s Source,
    dictionary: &'s mut Dictionary,
    names: Names<'s>,
    program: Program,
    faults: Vec<Fault>,
    definitions: Definitions,
    guards: Guards,
    depth: Depth,
}

/// An expression with its type.
#[derive(Clone, Debug)]
struct Typed {
    node: NodeId,
    ty: Type,
    /// The word because of which it is not decided.
    open: Option<Rc<str>>,
}

/// What surrounds an expression.
struct Scope<'e> {
    expr: &'e Expr,
    locals: Vec<Local>,
    /// The ages of the rule that the expression belongs to.
    window: Option<Window>,
}

struct Local {
    name: String,
    ty: Type,
    open: Option<Rc<str>>,
}

/// A fault that was just reported, to add what would be right.
struct Told<'f>(Option<&'f mut Fault>);

impl Told<'_> {
    fn help(self, help: Option<String>) {
        if let Some(fault) = self.0 {
            fault.help = help;
        }
    }
}

impl<'e> Scope<'e> {
    fn of(expr: &'e Expr) -> Self {
        Self { expr, locals: Vec::new(), window: None }
    }

    fn within(expr: &'e Expr, window: Option<Window>) -> Self {
        Self { window, ..Self::of(expr) }
    }

    fn span(&self, at: At) -> Span {
        self.expr.span_of(at.start as usize..at.end as usize)
    }
}

impl<'s> Checker<'s> {
    fn new(source: &'s Source, dictionary: &'s mut Dictionary) -> Self {
        let definitions = Definitions::of(source);
        Self {
            source,
            dictionary,
            names: Names::new(source),
            program: Program::default(),
            faults: Vec::new(),
            definitions,
            guards: Guards::default(),
            depth: Depth::default(),
        }
    }

    /// Parses and checks a whole expression.
    fn whole(&mut self, scope: &mut Scope<'_>) -> (Typed, Option<Ast>) {
        let ast = match parse(&scope.expr.text) {
            Ok(ast) => ast,
            Err(error) => {
                self.fault(scope, error.at, error.message).help(error.help);
                return (self.broken(), None);
            }
        };
        let typed = self.guarded(scope, &ast);
        (typed, Some(ast))
    }

    /// A whole expression that must be yes or no.
    fn condition(&mut self, scope: &mut Scope<'_>) -> (Typed, Option<Ast>) {
        let (typed, ast) = self.whole(scope);
        if let Some(ast) = &ast {
            self.expect_bool(scope, ast.at, &typed);
            self.refuse_constant_value(scope, &typed, Some(ast));
        }
        (typed, ast)
    }

    fn fault(&mut self, scope: &Scope<'_>, at: At, message: impl Into<String>) -> Told<'_> {
        self.put(Fault::new(scope.span(at), message))
    }

    fn put(&mut self, fault: Fault) -> Told<'_> {
        self.faults.push(fault);
        Told(self.faults.last_mut())
    }

    fn broken(&mut self) -> Typed {
        let node = self.program.push(Node::Constant(Operand::Absent));
        Typed { node, ty: Type::Broken, open: None }
    }

    fn decided(&mut self, node: Node, ty: Type) -> Typed {
        Typed { node: self.program.push(node), ty, open: None }
    }

    /// A node made of parts: it is decided when they are.
    fn made_of(&mut self, node: Node, ty: Type, parts: &[&Typed]) -> Typed {
        let open = first_open(parts.iter().map(|part| &part.open));
        Typed { node: self.program.push(node), ty, open }
    }

    fn expect_bool(&mut self, scope: &Scope<'_>, at: At, typed: &Typed) {
        if !matches!(typed.ty, Type::Bool | Type::Broken) {
            let found = typed.ty.said();
            self.fault(scope, at, format!("a condition must be yes or no, but this is {found}"))
                .help(Some("compare it with something, as in `x >= 5` or `x == 'code'`".into()));
        }
    }

    fn expect_decided(&mut self, scope: &Scope<'_>, at: At, typed: &Typed, place: &str) {
        if let Some(word) = &typed.open {
            self.fault(scope, at, format!("{place} must always be decided, but `{word}` may not be answered yet"))
                .help(Some(format!("ask whether it is answered or certainly true: `answered({word})`, `is_true(...)`")));
        }
    }

    fn symbol(&mut self, code: &str) -> Symbol {
        self.dictionary.intern(code)
    }
}

/// Whether the word that is not decided is a fact of the birth, which is open at every visit and not only today.
fn is_of_birth(word: &str) -> bool {
    word.starts_with("birth.")
}

/// The word to name for several parts; one of the birth goes first.
fn first_open<'t>(words: impl Iterator<Item = &'t Option<Rc<str>>>) -> Option<Rc<str>> {
    let words: Vec<_> = words.flatten().collect();
    words.iter().find(|word| is_of_birth(word)).or(words.first()).map(|word| Rc::clone(word))
}
