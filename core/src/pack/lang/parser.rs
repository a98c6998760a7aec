//! Tokens to a tree, by precedence climbing (Pratt). Precedence and associativity are CEL's.

use super::ast::{ArithmeticOp, Ast, CompareOp, Kind};
use super::lexer::{At, SyntaxError, Token, tokens};

/// An expression that nests deeper is refused, so that no text can exhaust the stack.
const MAX_DEPTH: u32 = 48;

/// Parses one expression.
pub(crate) fn parse(text: &str) -> Result<Ast, SyntaxError> {
    let tokens = tokens(text)?;
    let mut parser = Parser { tokens, pos: 0, depth: 0 };
    let ast = parser.expression()?;
    match parser.peek() {
        (Token::End, _) => Ok(ast),
        (token, at) => Err(SyntaxError::new(at, format!("{} was not expected here", said(&token))).help(meant(&token))),
    }
}

/// What was probably meant by something with which the expression cannot go on.
fn meant(token: &Token<'_>) -> &'static str {
    match token {
        Token::Symbol(",") => "a decimal number is written with a point: 37.5",
        Token::Name("and" | "dan") => "\"and\" is written &&",
        Token::Name("or" | "atau") => "\"or\" is written ||",
        _ => "the expression could have ended before it; is an operator or a parenthesis missing?",
    }
}

struct Parser<'a> {
    tokens: Vec<(Token<'a>, At)>,
    pos: usize,
    depth: u32,
}

/// How tightly the operators bind that stand between two operands.
#[derive(Clone, Copy)]
enum Infix {
    Or,
    And,
    Compare(CompareOp),
    In,
    Arithmetic(ArithmeticOp),
}

impl Infix {
    fn binding(self) -> u8 {
        match self {
            Self::Or => 1,
            Self::And => 2,
            Self::Compare(_) | Self::In => 3,
            Self::Arithmetic(ArithmeticOp::Add | ArithmeticOp::Subtract) => 4,
            Self::Arithmetic(ArithmeticOp::Multiply | ArithmeticOp::Divide) => 5,
        }
    }

    fn of(token: &Token<'_>) -> Option<Self> {
        Some(match token {
            Token::Name("in") => Self::In,
            Token::Symbol("||") => Self::Or,
            Token::Symbol("&&") => Self::And,
            Token::Symbol("+") => Self::Arithmetic(ArithmeticOp::Add),
            Token::Symbol("-") => Self::Arithmetic(ArithmeticOp::Subtract),
            Token::Symbol("*") => Self::Arithmetic(ArithmeticOp::Multiply),
            Token::Symbol("/") => Self::Arithmetic(ArithmeticOp::Divide),
            Token::Symbol(symbol) => Self::Compare(CompareOp::from_symbol(symbol)?),
            _ => return None,
        })
    }

    fn join(self, left: Ast, right: Ast) -> Ast {
        let at = left.at.to(right.at);
        let kind = match self {
            Self::Or => Kind::Or(chain(left, right, |kind| if let Kind::Or(parts) = kind { Ok(parts) } else { Err(kind) })),
            Self::And => Kind::And(chain(left, right, |kind| if let Kind::And(parts) = kind { Ok(parts) } else { Err(kind) })),
            Self::Compare(op) => Kind::Compare(op, Box::new(left), Box::new(right)),
            Self::In => Kind::In(Box::new(left), Box::new(right)),
            Self::Arithmetic(op) => Kind::Arithmetic(op, Box::new(left), Box::new(right)),
        };
        Ast { kind, at }
    }
}

/// `a && b && c` becomes one node of three parts.
fn chain(left: Ast, right: Ast, parts: impl FnOnce(Kind) -> Result<Vec<Ast>, Kind>) -> Vec<Ast> {
    let at = left.at;
    let mut chained = parts(left.kind).unwrap_or_else(|kind| vec![Ast { kind, at }]);
    chained.push(right);
    chained
}

impl<'a> Parser<'a> {
    fn expression(&mut self) -> Result<Ast, SyntaxError> {
        self.nested(|parser| {
            let condition = parser.infix(0)?;
            if !parser.take("?") {
                return Ok(condition);
            }
            let yes = parser.expression()?;
            parser.expect(":", "`a ? b : c` needs its third part")?;
            let no = parser.expression()?;
            let at = condition.at.to(no.at);
            Ok(Ast { kind: Kind::If(Box::new(condition), Box::new(yes), Box::new(no)), at })
        })
    }

    /// Operands joined by operators that bind more tightly than `above`.
    fn infix(&mut self, above: u8) -> Result<Ast, SyntaxError> {
        let mut left = self.unary()?;
        let mut joined = 0;
        while let Some(infix) = Infix::of(&self.peek().0).filter(|infix| infix.binding() > above) {
            self.advance();
            // A chain of && or || stays flat; every other operator adds a level to the tree on its left.
            joined += u32::from(!matches!(infix, Infix::Or | Infix::And));
            if self.depth + joined > MAX_DEPTH {
                return Err(too_deep(left.at));
            }
            let right = self.infix(infix.binding())?;
            left = infix.join(left, right);
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Ast, SyntaxError> {
        let (_, at) = self.peek();
        let wrap = match self.peek().0 {
            Token::Symbol("!") => Kind::Not,
            Token::Symbol("-") => Kind::Negative,
            _ => return self.postfix(),
        };
        self.advance();
        let of = self.nested(Self::unary)?;
        let at = at.to(of.at);
        Ok(Ast { kind: wrap(Box::new(of)), at })
    }

    fn postfix(&mut self) -> Result<Ast, SyntaxError> {
        let mut of = self.primary()?;
        let mut members = 0;
        while self.take(".") {
            members += 1;
            if self.depth + members > MAX_DEPTH {
                return Err(too_deep(of.at));
            }
            let (name, at) = self.name("a name belongs after the dot")?;
            let start = of.at;
            of = if self.take("(") {
                let (args, end) = self.items(")")?;
                Ast { kind: Kind::Method(Box::new(of), name, args), at: start.to(end) }
            } else {
                Ast { kind: Kind::Member(Box::new(of), name), at: start.to(at) }
            };
        }
        Ok(of)
    }

    fn primary(&mut self) -> Result<Ast, SyntaxError> {
        let (token, at) = self.peek();
        self.advance();
        let kind = match token {
            Token::Number(number) => Kind::Number(number),
            Token::Code(code) => Kind::Code(code.to_owned()),
            Token::Name("true") => Kind::Bool(true),
            Token::Name("false") => Kind::Bool(false),
            Token::Name("in") => return Err(SyntaxError::new(at, "`in` needs something before it")),
            Token::Name(name) => return self.name_or_call(name, at),
            Token::Symbol("(") => {
                let inner = self.expression()?;
                let end = self.expect(")", "this parenthesis is not closed")?;
                return Ok(Ast { kind: inner.kind, at: at.to(end) });
            }
            Token::Symbol("[") => {
                let (items, end) = self.items("]")?;
                return Ok(Ast { kind: Kind::List(items), at: at.to(end) });
            }
            token => return Err(SyntaxError::new(at, format!("a value was expected, found {}", said(&token)))),
        };
        Ok(Ast { kind, at })
    }

    fn name_or_call(&mut self, name: &str, at: At) -> Result<Ast, SyntaxError> {
        if !self.take("(") {
            return Ok(Ast { kind: Kind::Name(name.to_owned()), at });
        }
        let (args, end) = self.items(")")?;
        Ok(Ast { kind: Kind::Call(name.to_owned(), args), at: at.to(end) })
    }

    fn items(&mut self, close: &'static str) -> Result<(Vec<Ast>, At), SyntaxError> {
        let mut items = Vec::new();
        loop {
            let at = self.peek().1;
            if self.take(close) {
                return Ok((items, at));
            }
            items.push(self.expression()?);
            if !self.take(",") {
                let end = self.expect(close, "this list is not closed")?;
                return Ok((items, end));
            }
        }
    }

    fn name(&mut self, otherwise: &str) -> Result<(String, At), SyntaxError> {
        match self.peek() {
            (Token::Name(name), at) => {
                self.advance();
                Ok((name.to_owned(), at))
            }
            (_, at) => Err(SyntaxError::new(at, otherwise)),
        }
    }

    fn nested<T>(&mut self, parse: impl FnOnce(&mut Self) -> Result<T, SyntaxError>) -> Result<T, SyntaxError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(too_deep(self.peek().1));
        }
        let parsed = parse(self)?;
        self.depth -= 1;
        Ok(parsed)
    }

    fn peek(&self) -> (Token<'a>, At) {
        self.tokens.get(self.pos).cloned().unwrap_or((Token::End, At { start: 0, end: 0 }))
    }

    fn advance(&mut self) {
        self.pos += 1;
    }

    fn take(&mut self, symbol: &'static str) -> bool {
        let found = self.peek().0 == Token::Symbol(symbol);
        self.pos += usize::from(found);
        found
    }

    fn expect(&mut self, symbol: &'static str, otherwise: &str) -> Result<At, SyntaxError> {
        let (token, at) = self.peek();
        if self.take(symbol) {
            return Ok(at);
        }
        Err(SyntaxError::new(at, format!("`{symbol}` was expected, found {}", said(&token))).help(otherwise))
    }
}

fn too_deep(at: At) -> SyntaxError {
    SyntaxError::new(at, "this expression is nested too deeply").help("give a part of it a name: [derived.name] value = \"...\"")
}

fn said(token: &Token<'_>) -> String {
    match token {
        Token::Name(name) => format!("`{name}`"),
        Token::Number(number) => format!("`{number}`"),
        Token::Code(code) => format!("'{code}'"),
        Token::Symbol(symbol) => format!("`{symbol}`"),
        Token::End => "the end".to_owned(),
    }
}
