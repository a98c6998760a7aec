//! `of.name`: a name at another visit or of a member, a rule, a field, a column, what a service or dose has.

use std::rc::Rc;

use super::{Checker, Scope, Typed, is_of_birth};
use crate::fact::nearest;
use crate::pack::lang::ast::{Ast, Kind};
use crate::pack::lang::lexer::At;
use crate::pack::lang::names::Entry;
use crate::pack::lang::program::{DosePart, Module, Node, ReadingsId, ServicePart, TableId};
use crate::pack::lang::types::{Codes, CodesOf, Type};
use crate::pack::source::Status;

impl Checker<'_> {
    pub(super) fn member(&mut self, scope: &mut Scope<'_>, ast: &Ast, of: &Ast, name: &str) -> Typed {
        if let Kind::Name(group) = &of.kind
            && !scope.locals.iter().any(|local| local.name == *group)
            && self.names.find(group).is_none()
        {
            return self.dotted_name(scope, ast.at, group, name);
        }
        if let Kind::Member(visit, group) = &of.kind
            && self.begins_names(group)
        {
            let visit_typed = self.expression(scope, visit);
            return self.member_of(scope, ast.at, visit, &visit_typed, &format!("{group}.{name}"));
        }
        let typed = self.expression(scope, of);
        self.member_of(scope, ast.at, of, &typed, name)
    }

    /// Whether a word only begins the names of rules or of the facts of the birth.
    fn begins_names(&self, word: &str) -> bool {
        self.names.find(word).is_none() && (word == "birth" || self.source.groups.iter().any(|group| group.id.value == word))
    }

    /// `group.rule`, or a fact of the birth.
    fn dotted_name(&mut self, scope: &Scope<'_>, at: At, group: &str, name: &str) -> Typed {
        let full = format!("{group}.{name}");
        if let Some(entry) = self.names.find(&full) {
            return self.entry(scope, at, &full, entry);
        }
        let found = nearest(&full, self.names.all().filter(|known| known.contains('.'))).map(str::to_owned);
        self.fault(scope, at, format!("there is no rule `{full}`")).help(found.map(|found| format!("did you mean `{found}`?")));
        self.broken()
    }

    fn member_of(&mut self, scope: &Scope<'_>, at: At, of: &Ast, typed: &Typed, name: &str) -> Typed {
        match typed.ty.clone() {
            Type::Visit { earlier } => self.at_visit(scope, at, of, typed, name, earlier),
            Type::Member => self.of_member(scope, at, name),
            Type::Reading(readings) => self.field(scope, at, typed, readings, name),
            Type::Row(table) => self.column(scope, at, typed, table, name),
            Type::Service => self.of_service(scope, at, typed, name),
            Type::Dose => self.of_dose(scope, at, typed, name),
            Type::Broken => self.broken(),
            other => {
                let message =
                    format!("`.{name}` needs a visit, a reading, a row, a service or a dose before it, but this is {}", other.said());
                self.fault(scope, at, message);
                self.broken()
            }
        }
    }

    fn at_visit(&mut self, scope: &Scope<'_>, at: At, of: &Ast, visit: &Typed, name: &str, earlier: bool) -> Typed {
        let Some(entry) = self.names.find(name) else {
            let found = nearest(name, self.names.all()).map(str::to_owned);
            self.fault(scope, at, format!("nothing is called `{name}`")).help(found.map(|found| format!("did you mean `{found}`?")));
            return self.broken();
        };
        if matches!(entry, Entry::Earlier | Entry::Visits | Entry::Members) {
            self.fault(scope, at, format!("`{name}` cannot be asked of another visit"))
                .help(Some("give the expression a name of its own: [derived.name], and ask for that".into()));
            return self.broken();
        }
        self.note_read(of.to_string());
        let read = self.entry(scope, at, name, entry);
        let node = self.program.push(Node::At { visit: visit.node, of: read.node });
        // Nobody can answer a fact of an earlier visit any more; but the facts of the birth are today's.
        let open = read.open.filter(|word| !earlier || is_of_birth(word));
        Typed { node, ty: read.ty, open: visit.open.clone().or(open) }
    }

    fn of_member(&mut self, scope: &Scope<'_>, at: At, name: &str) -> Typed {
        let Some(entry) = self.names.find(name) else {
            let found = nearest(name, self.names.all()).map(str::to_owned);
            self.fault(scope, at, format!("nothing is called `{name}`")).help(found.map(|found| format!("did you mean `{found}`?")));
            return self.broken();
        };
        let read = self.entry(scope, at, name, entry);
        let node = self.program.push(Node::Outside(Module::Household));
        Typed { node, ..read }
    }

    fn field(&mut self, scope: &Scope<'_>, at: At, reading: &Typed, readings: ReadingsId, name: &str) -> Typed {
        let Some(info) = self.readings(readings, scope.span(at)) else { return self.broken() };
        let Some((index, (_, ty))) = info.fields.iter().enumerate().find(|(_, (field, _))| **field == *name) else {
            let known = info.fields.iter().map(|(field, _)| &**field);
            self.no_such(scope, at, "this reading has no field", name, known.map(str::to_owned).collect());
            return self.broken();
        };
        let field = u8::try_from(index).unwrap_or(u8::MAX);
        let node = self.program.push(Node::Field { reading: reading.node, field });
        Typed { node, ty: ty.clone(), open: reading.open.clone() }
    }

    fn column(&mut self, scope: &Scope<'_>, at: At, row: &Typed, table: TableId, name: &str) -> Typed {
        let info = self.table(table);
        let Some((index, (_, ty))) = info.columns.iter().enumerate().find(|(_, (column, _))| **column == *name) else {
            let known = info.columns.iter().map(|(column, _)| column.to_string()).collect();
            self.no_such(scope, at, "this table has no column", name, known);
            return self.broken();
        };
        let column = u8::try_from(index).unwrap_or(u8::MAX);
        self.made_of(Node::Column { row: row.node, column }, ty.clone(), &[row])
    }

    fn of_service(&mut self, scope: &Scope<'_>, at: At, service: &Typed, name: &str) -> Typed {
        let (part, ty) = match name {
            "status" => (ServicePart::Status, Type::Code(self.named_codes("status", &Status::ALL.map(Status::as_str)))),
            "recorded" => (ServicePart::Recorded, Type::Bool),
            "from" => (ServicePart::From, Type::Date),
            "until" => (ServicePart::Until, Type::Date),
            "due_until" => (ServicePart::DueUntil, Type::Date),
            _ => {
                let known = ["status", "recorded", "from", "until", "due_until"].map(str::to_owned).into();
                self.no_such(scope, at, "a service has no", name, known);
                return self.broken();
            }
        };
        let open = (name == "status").then(|| Rc::from("status"));
        let node = self.program.push(Node::OfService { service: service.node, part });
        Typed { node, ty, open }
    }

    fn of_dose(&mut self, scope: &Scope<'_>, at: At, dose: &Typed, name: &str) -> Typed {
        let (part, ty) = match name {
            "on" => (DosePart::On, Type::Date),
            "counts" => (DosePart::Counts, Type::Bool),
            "too_early" => (DosePart::TooEarly, Type::Bool),
            "code" => {
                let codes: Vec<_> = self.source.services.iter().map(|service| service.id.value.as_str()).collect();
                (DosePart::Code, Type::Code(self.named_codes("service", &codes)))
            }
            _ => {
                self.no_such(scope, at, "a dose has no", name, ["on", "counts", "too_early", "code"].map(str::to_owned).into());
                return self.broken();
            }
        };
        self.decided(Node::OfDose { dose: dose.node, part }, ty)
    }

    pub(super) fn named_codes(&mut self, name: &str, codes: &[&str]) -> Codes {
        let list = codes.iter().map(|code| self.symbol(code)).collect();
        Codes { list, of: CodesOf::Named(name.into()) }
    }

    /// A fault for a name that something does not have, with those that it has.
    pub(super) fn no_such(&mut self, scope: &Scope<'_>, at: At, what: &str, name: &str, known: Vec<String>) {
        let found = nearest(name, known.iter().map(String::as_str));
        let others = (!known.is_empty()).then(|| format!("there is {}", known.join(", ")));
        let help = found.map(|found| format!("did you mean `{found}`?")).or(others);
        self.fault(scope, at, format!("{what} `{name}`")).help(help);
    }
}
