//! The functions of growth: `zscore('wfa')` and `flagged('wfa')`.

use super::{Checker, Scope, Typed};
use crate::fact::Number;
use crate::growth::Index;
use crate::pack::growth_facts::{OEDEMA, POSITION, fact_of};
use crate::pack::lang::ast::{Ast, Kind};
use crate::pack::lang::names::Entry;
use crate::pack::lang::program::{Kids, Node};
use crate::pack::lang::types::{NumberType, Type};

impl Checker<'_> {
    pub(super) fn growth(&mut self, scope: &Scope<'_>, name: &str, index: &Ast) -> Typed {
        let Kind::Code(code) = &index.kind else { return self.misused(scope, index.at, name) };
        let Ok(found) = code.parse::<Index>() else {
            let known = Index::ALL.map(|index| index.as_str().to_owned()).into();
            self.no_such(scope, index.at, "there is no growth index", code, known);
            return self.broken();
        };
        let Some(parts) = self.parts_of_growth(scope, index, found) else { return self.broken() };
        let flagged = name == "flagged";
        let test = self.program.push_test(format!("zscore('{code}')"), format!("flagged('{code}')"), format!("!flagged('{code}')"));
        let node = self.program.push(Node::Growth { index: found, flagged, parts, test });
        let z = Type::Number(NumberType { step: Number::decimal(1, 2), ..NumberType::plain() });
        Typed { node, ty: if flagged { Type::Bool } else { z }, open: Some(name.into()) }
    }

    /// A pack without the facts of growth has no growth.
    fn parts_of_growth(&mut self, scope: &Scope<'_>, at: &Ast, index: Index) -> Option<Kids> {
        let mut parts = Vec::new();
        for name in [POSITION, OEDEMA].into_iter().chain(index.measures().iter().map(|measure| fact_of(*measure))) {
            let Some(Entry::Fact(slot)) = self.names.find(name) else {
                self.fault(scope, at.at, format!("growth is made of the fact `{name}`, which this pack does not have"));
                return None;
            };
            parts.push(self.program.push(Node::Fact(slot)));
        }
        Some(self.program.push_kids(&parts))
    }
}
