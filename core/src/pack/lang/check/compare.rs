//! Comparisons: their sides must be of one kind, unit and list, and must be able to come out either way.

use super::{Checker, Scope, Typed};
use crate::fact::Number;
use crate::fact::nearest;
use crate::pack::lang::ast::{Ast, CompareOp, Kind};
use crate::pack::lang::lexer::At;
use crate::pack::lang::program::{Kids, Node, Operand};
use crate::pack::lang::types::{Codes, CodesOf, NumberType, Type};

impl Checker<'_> {
    pub(super) fn comparison(&mut self, scope: &mut Scope<'_>, ast: &Ast, op: CompareOp, left: &Ast, right: &Ast) -> Typed {
        let sides = |checker: &mut Self, scope: &mut Scope<'_>| (checker.expression(scope, left), checker.expression(scope, right));
        let (a, b) = if op == CompareOp::NotEqual { self.negated(ast.at, |checker| sides(checker, scope)) } else { sides(self, scope) };
        self.compared(scope, ast.at, op, (left, &a), (right, &b))
    }

    /// The comparison of two sides that are already checked.
    pub(super) fn compared(&mut self, scope: &Scope<'_>, at: At, op: CompareOp, left: (&Ast, &Typed), right: (&Ast, &Typed)) -> Typed {
        let ((left_ast, a), (right_ast, b)) = (left, right);
        if !self.comparable(scope, at, op, (left_ast, &a.ty), (right_ast, &b.ty)) {
            return self.broken();
        }
        let (plain, negated) = op.texts(left_ast, right_ast);
        let test = self.program.push_test(left_ast.to_string(), plain, negated);
        self.made_of(Node::Compare { op, left: a.node, right: b.node, test }, Type::Bool, &[a, b])
    }

    fn comparable(&mut self, scope: &Scope<'_>, at: At, op: CompareOp, left: (&Ast, &Type), right: (&Ast, &Type)) -> bool {
        match (left.1, right.1) {
            (Type::Broken, _) | (_, Type::Broken) => false,
            (Type::Number(a), Type::Number(b)) => self.numbers(scope, at, op, (left.0, a), (right.0, b)),
            (Type::Date, Type::Date) => true,
            (Type::Bool, Type::Bool) | (Type::Text, Type::Text) if !op.is_order() => true,
            (Type::Code(a), Type::Code(b)) if !op.is_order() => self.codes(scope, (left.0.at, a), (right.0.at, b)),
            (Type::Code(_), Type::Code(_)) => {
                self.fault(scope, at, format!("codes have no order, so `{}` cannot compare them", op.symbol()))
                    .help(Some("write `in [...]` with the codes that are meant".into()));
                false
            }
            (a, b) => {
                let message = format!("{} cannot be compared with {}", a.said(), b.said());
                self.fault(scope, at, message).help(hint(a, b));
                false
            }
        }
    }

    fn numbers(&mut self, scope: &Scope<'_>, at: At, op: CompareOp, left: (&Ast, &NumberType), right: (&Ast, &NumberType)) -> bool {
        if left.1.shared_unit(right.1).is_none() {
            self.units_differ(scope, at, op.symbol(), left.1, right.1);
            return false;
        }
        self.fine_enough(scope, left, right.1);
        self.fine_enough(scope, right, left.1);
        if let Some(always) = left.1.range.zip(right.1.range).and_then(|(a, b)| settled(op, a, b)) {
            let ranges = [left.1, right.1].map(range_text).into_iter().flatten().collect::<Vec<_>>().join("; ");
            self.fault(scope, at, format!("this comparison is always {always}, whatever is recorded"))
                .help((!ranges.is_empty()).then(|| format!("the values that are possible: {ranges}")));
        }
        true
    }

    /// A limit that is finer than what can be recorded is a slip: 23.45 cm where the tape shows 23.4 or 23.5.
    fn fine_enough(&mut self, scope: &Scope<'_>, limit: (&Ast, &NumberType), measured: &NumberType) {
        let Some(step) = measured.step else { return };
        if let Some((value, _)) = limit.1.range.filter(|(low, high)| low == high && limit.1.unit.is_none())
            && !value.is_multiple_of(step)
        {
            self.fault(scope, limit.0.at, "this number is finer than what can be recorded")
                .help(Some(format!("the value goes in steps of {step}")));
        }
    }

    /// Whether two codes can be of one list.
    pub(super) fn codes(&mut self, scope: &Scope<'_>, left: (At, &Codes), right: (At, &Codes)) -> bool {
        let (whole, part, at) = match (&left.1.of, &right.1.of) {
            (CodesOf::Yielded, CodesOf::Named(_)) => (right.1, left.1, left.0),
            (CodesOf::Yielded, CodesOf::Yielded) if left.1.list.len() == 1 => (right.1, left.1, left.0),
            _ => (left.1, right.1, right.0),
        };
        if matches!(part.of, CodesOf::Named(_)) {
            return whole.joined(part).is_some() || self.lists_differ(scope, at, whole, part);
        }
        // Of two lists that are only known by what is yielded, one code in common is enough.
        let both_yielded = matches!(whole.of, CodesOf::Yielded) && part.list.iter().any(|code| whole.contains(*code));
        let Some(stranger) = part.list.iter().find(|code| !whole.contains(**code)).filter(|_| !both_yielded) else { return true };
        let stranger = self.dictionary.code(*stranger).to_owned();
        let known: Vec<_> = whole.list.iter().map(|code| self.dictionary.code(*code).to_owned()).collect();
        let found = nearest(&stranger, known.iter().map(String::as_str));
        let help = found.map_or_else(|| format!("there is '{}'", known.join("', '")), |found| format!("did you mean '{found}'?"));
        self.fault(scope, at, format!("there is no answer '{stranger}' here")).help(Some(help));
        false
    }

    fn lists_differ(&mut self, scope: &Scope<'_>, at: At, left: &Codes, right: &Codes) -> bool {
        let name = |codes: &Codes| if let CodesOf::Named(name) = &codes.of { name.to_string() } else { String::new() };
        self.fault(scope, at, format!("the answers of `{}` and `{}` come from different lists", name(left), name(right)))
            .help(Some("such a comparison can never be meant".into()));
        false
    }

    /// `item in list`
    pub(super) fn membership(&mut self, scope: &mut Scope<'_>, ast: &Ast, item: &Ast, list: &Ast) -> Typed {
        let typed = self.expression(scope, item);
        if let Kind::List(items) = &list.kind {
            return self.in_literal(scope, ast, (item, &typed), items);
        }
        let set = self.expression(scope, list);
        let Some(codes) = self.codes_of(&set.ty) else {
            if !set.ty.is_broken() {
                let found = set.ty.said();
                self.fault(scope, list.at, format!("`in` needs a list after it, but this is {found}"))
                    .help(Some("write the values between brackets: x in ['a', 'b']".into()));
            }
            return self.broken();
        };
        let Kind::Code(code) = &item.kind else {
            self.fault(scope, item.at, "before `in` and a question with several answers stands one code")
                .help(Some("'code' in question".into()));
            return self.broken();
        };
        let symbol = self.symbol(code);
        let one = Codes { list: [symbol].into(), of: CodesOf::Yielded };
        if !self.codes(scope, (item.at, &one), (list.at, &codes)) {
            return self.broken();
        }
        let place = codes.list.iter().position(|code| *code == symbol).and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX);
        let test = self.program.push_test(list.to_string(), ast.to_string(), format!("!({ast})"));
        self.made_of(Node::Holds { set: set.node, place, test }, Type::Bool, &[&set])
    }

    fn in_literal(&mut self, scope: &mut Scope<'_>, ast: &Ast, item: (&Ast, &Typed), among: &[Ast]) -> Typed {
        let mut nodes = Vec::with_capacity(among.len());
        let mut parts = vec![item.1.clone()];
        let mut right = true;
        for value in among {
            let typed = self.expression(scope, value);
            right &= self.comparable(scope, value.at, CompareOp::Equal, (item.0, &item.1.ty), (value, &typed.ty));
            nodes.push(typed.node);
            parts.push(typed);
        }
        if among.is_empty() {
            self.fault(scope, ast.at, "nothing is in an empty list");
            right = false;
        }
        if !right {
            return self.broken();
        }
        let among: Kids = self.program.push_kids(&nodes);
        let test = self.program.push_test(item.0.to_string(), ast.to_string(), format!("!({ast})"));
        let parts: Vec<_> = parts.iter().collect();
        self.made_of(Node::In { item: item.1.node, among, test }, Type::Bool, &parts)
    }

    /// The codes that a set of codes can hold.
    pub(super) fn codes_of(&mut self, ty: &Type) -> Option<Codes> {
        match ty {
            Type::Choices(fact) => {
                let definition = self.dictionary.get(*fact);
                let list = definition.kind.choices().iter().map(|choice| choice.code).collect();
                Some(Codes { list, of: CodesOf::Named(definition.id.as_ref().into()) })
            }
            Type::Stages => {
                let names = crate::person::LifeStage::ALL.map(crate::person::LifeStage::as_str);
                Some(self.named_codes("stages", &names))
            }
            _ => None,
        }
    }

    /// A constant of the program, if the node is one.
    pub(super) fn constant(&self, typed: &Typed) -> Option<Operand> {
        match self.program.node(typed.node) {
            Node::Constant(operand) => Some(operand),
            _ => None,
        }
    }
}

fn hint(left: &Type, right: &Type) -> Option<String> {
    match (left, right) {
        (Type::Bool, _) | (_, Type::Bool) => Some("a yes-or-no fact stands alone, or with `!` before it".into()),
        (Type::Code(_), _) | (_, Type::Code(_)) => Some("a code stands between single quotes: 'active'".into()),
        (Type::Choices(_), _) | (_, Type::Choices(_)) => Some("write `'code' in question`".into()),
        _ => None,
    }
}

/// Whether a comparison comes out the same for all values of both ranges.
fn settled(op: CompareOp, left: (Number, Number), right: (Number, Number)) -> Option<bool> {
    let below = left.1 < right.0;
    let above = left.0 > right.1;
    match op {
        CompareOp::Less if below => Some(true),
        CompareOp::Less if left.0 >= right.1 => Some(false),
        CompareOp::LessOrEqual if left.1 <= right.0 => Some(true),
        CompareOp::LessOrEqual if above => Some(false),
        CompareOp::Greater if above => Some(true),
        CompareOp::Greater if left.1 <= right.0 => Some(false),
        CompareOp::GreaterOrEqual if left.0 >= right.1 => Some(true),
        CompareOp::GreaterOrEqual if below => Some(false),
        CompareOp::Equal | CompareOp::NotEqual if below || above => Some(op == CompareOp::NotEqual),
        CompareOp::Equal | CompareOp::NotEqual if left == right && left.0 == left.1 => Some(op == CompareOp::Equal),
        _ => None,
    }
}

fn range_text(number: &NumberType) -> Option<String> {
    let (low, high) = number.range.filter(|(low, high)| low != high)?;
    let unit = number.unit.as_ref().map_or_else(String::new, |unit| format!(" {unit}"));
    Some(format!("{low} to {high}{unit}"))
}
