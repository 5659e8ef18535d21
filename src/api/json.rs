//! JSON, read once from its bytes. Unknown fields are skipped and never built.
//!
//! A [`Node`] lists the members and elements of a text that are read, and in which slot the value
//! of each is kept. [`Walk`] goes through the text and fills the slots; whatever no node names is
//! checked and skipped. Where an object gives a member twice, the last one counts, as for
//! `JSON.parse`: writing a slot clears the slots of its parts.

mod shape;
mod text;

use hifijson::SliceLexer;
use hifijson::num::LexWrite as _;
use hifijson::str::LexWrite as _;
use hifijson::token::Lex as _;

pub(super) use shape::{Elements, Node, SLOTS, Slots};
pub(super) use text::Text;

/// The deepest nesting that is read.
const DEEPEST: usize = 64;

/// A value. Of an array or an object, only that it is one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Value<'a> {
    Null,
    Bool,
    /// As it is written, by JSON's grammar.
    Number(&'a [u8]),
    Text(Text<'a>),
    Array,
    Object,
}

/// Receives the values on the way; none of an object or array without parts that are read.
pub(super) trait Handler<'a> {
    /// A value begins, which may also be `null` or of another type than expected.
    fn begin(&mut self, slot: usize, slots: &Slots<'a>);
    /// An array or an object ends.
    fn end(&mut self, slot: usize, slots: &Slots<'a>);
}

/// Why a text is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is not JSON, seen at that byte.
    NotJson(usize),
    /// It is nested too deeply.
    TooDeep,
}

struct Open {
    node: Option<&'static Node>,
    is_object: bool,
}

/// A walk through a text, as far as it has come.
pub(super) struct Walk<'a> {
    lexer: SliceLexer<'a>,
    len: usize,
    root: &'static Node,
    rows: &'static Node,
    /// The open objects and arrays, the innermost last.
    open: Vec<Open>,
    /// Nothing has been read of the innermost yet.
    is_fresh: bool,
    has_begun: bool,
    /// Where the next member probably is in its node's list.
    next_member: usize,
    pub(super) slots: Slots<'a>,
}

impl<'a> Walk<'a> {
    /// Begins. A byte order mark is left out, as the browser does.
    pub(super) fn new(bytes: &'a [u8], root: &'static Node, rows: &'static Node) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        Self {
            lexer: SliceLexer::new(bytes),
            len: bytes.len(),
            root,
            rows,
            open: Vec::new(),
            is_fresh: false,
            has_begun: false,
            next_member: 0,
            slots: Slots::new(),
        }
    }

    /// Reads one member, element or end; `true` once there is no more.
    pub(super) fn step(&mut self, handler: &mut dyn Handler<'a>) -> Result<bool, Fault> {
        let next = self.lexer.ws_peek();
        let Some(&Open { node, is_object }) = self.open.last() else {
            if !std::mem::replace(&mut self.has_begun, true) {
                self.value(Some(self.root), handler)?;
                return Ok(false);
            }
            return next.map_or(Ok(true), |_| Err(self.fault()));
        };
        let is_first = std::mem::take(&mut self.is_fresh);
        if next == Some(if is_object { b'}' } else { b']' }) {
            self.lexer.discarded();
            self.open.pop();
            if let Some(node) = node {
                handler.end(node.slot, &self.slots);
            }
            return Ok(false);
        }
        if !is_first {
            self.expect(b',')?;
        }
        let inner = if is_object {
            self.expect(b'"')?;
            let member = self.member(node)?;
            self.expect(b':')?;
            member
        } else {
            node.and_then(|node| self.element(node, is_first))
        };
        self.value(inner, handler)?;
        Ok(false)
    }

    /// Reads a name after its first quote.
    fn member(&mut self, node: Option<&'static Node>) -> Result<Option<&'static Node>, Fault> {
        let members = node.map_or(&[][..], |node| node.members);
        // Rows mostly have their members in one order. A name that is expected is compared and not
        // scanned, so that reading takes a sixth less time.
        if let Some((name, member)) = members.get(self.next_member)
            && let Some(rest) = self.lexer.as_slice().strip_prefix(name.as_bytes())
            && let Some(rest) = rest.strip_prefix(b"\"")
        {
            self.lexer = SliceLexer::new(rest);
            self.next_member += 1;
            return Ok(Some(member));
        }
        let key = self.text()?;
        let Some(at) = members.iter().position(|(name, _)| key.is(name)) else {
            return Ok(None);
        };
        self.next_member = at + 1;
        Ok(members.get(at).map(|(_, member)| *member))
    }

    const fn element(&self, node: &'static Node, is_first: bool) -> Option<&'static Node> {
        match node.elements {
            Elements::First(element) if is_first => Some(element),
            Elements::Each(element) => Some(element),
            Elements::Rows => Some(self.rows),
            Elements::None | Elements::First(_) => None,
        }
    }

    fn value(
        &mut self,
        node: Option<&'static Node>,
        handler: &mut dyn Handler<'a>,
    ) -> Result<(), Fault> {
        let value = match self.lexer.ws_peek() {
            Some(b'"') => {
                self.lexer.discarded();
                Value::Text(self.text()?)
            }
            Some(b'-' | b'0'..=b'9') => match self.lexer.num_bytes().validated() {
                Ok((number, _)) => Value::Number(number),
                Err(_) => return Err(self.fault()),
            },
            Some(b'{') => Value::Object,
            Some(b'[') => Value::Array,
            _ => match self.lexer.null_or_bool() {
                Some(None) => Value::Null,
                Some(Some(_)) => Value::Bool,
                None => return Err(self.fault()),
            },
        };
        if let Some(node) = node {
            self.slots.set(node, value);
            if !node.is_leaf() {
                handler.begin(node.slot, &self.slots);
            }
        }
        if let Value::Object | Value::Array = value {
            if self.open.len() == DEEPEST {
                return Err(Fault::TooDeep);
            }
            self.lexer.discarded();
            self.is_fresh = true;
            self.next_member = 0;
            let is_object = matches!(value, Value::Object);
            self.open.push(Open { node, is_object });
        }
        Ok(())
    }

    /// A text after its first quote. Bytes that are no UTF-8 stand in it as they come.
    fn text(&mut self) -> Result<Text<'a>, Fault> {
        let mut raw = &[][..];
        match self.lexer.str_bytes(&mut raw) {
            Ok(()) => Ok(Text::new(raw)),
            Err(_) => Err(self.fault()),
        }
    }

    fn expect(&mut self, byte: u8) -> Result<(), Fault> {
        // There seldom is whitespace before it. Not looking for any makes reading a tenth faster.
        if let Some((first, rest)) = self.lexer.as_slice().split_first()
            && *first == byte
        {
            self.lexer = SliceLexer::new(rest);
            return Ok(());
        }
        self.lexer
            .expect(SliceLexer::ws_peek, byte)
            .ok_or_else(|| self.fault())
    }

    fn fault(&self) -> Fault {
        Fault::NotJson(self.len - self.lexer.as_slice().len())
    }
}
