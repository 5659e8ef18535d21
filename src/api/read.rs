//! The reader: bytes in, a usage report out. The one loop that responses, payloads handed over,
//! tests and fuzzing go through.

use super::invalid::{Invalid, Why, Wrong, step};
use super::json::{Elements, Handler, Node, Value, Walk};
use super::row::wrong;
use super::words::server_words;
use super::{Api, Resource, Tenant};
use crate::usage::{Decimal, Usage};

/// The longest payload that is read, in bytes.
pub(super) const LONGEST: usize = 16 * 1024 * 1024;
/// The longest message that is looked at, in characters.
const LONGEST_MESSAGE: usize = 2_000;

/// How a payload has to fit the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// In which version's shape it is.
    pub api: Api,
    /// Which resource it is about.
    pub resource: Resource,
    /// Whose numbers it has; `None` where the page does not say.
    pub tenant: Option<Tenant>,
    /// Whether it is the response to a request of ours, which named the resource.
    pub is_fetched: bool,
}

impl Expected {
    /// Whether a payload is read in the same way.
    #[must_use]
    pub fn reads_like(&self, other: &Self) -> bool {
        self.api == other.api && (!self.api.names_subject() || self == other)
    }
}

/// Reads a payload.
///
/// # Errors
/// [`Invalid`] where it is not JSON, has none of the accepted shapes, or has an impossible value.
pub fn read(bytes: &[u8], expected: &Expected) -> Result<Usage, Invalid> {
    let mut reader = Reader::new(bytes, expected)?;
    while !reader.read_on(usize::MAX)? {}
    reader.finish()
}

/// The slots of the rows and of the payload's statements about them. The slots from [`FIRST`] on
/// are those of the rows.
static ROOT: Node = Node {
    slot: 0,
    first: 0,
    members: &[
        ("data", &DATA),
        ("errors", &ERRORS),
        ("meta", &META),
        ("nextLink", &Node::leaf(NEXT)),
        ("@odata.nextLink", &Node::leaf(ODATA_NEXT)),
    ],
    elements: Elements::Rows,
};
/// The slot of the list of rows. A handler is notified when the list begins, or begins anew.
pub(super) const ROWS: usize = 1;
static DATA: Node = Node {
    elements: Elements::Rows,
    ..Node::leaf(ROWS)
};
const NEXT: usize = 2;
const ODATA_NEXT: usize = 3;
const MESSAGE: usize = 4;
const ERROR: usize = 5;
static ERRORS: Node = Node {
    slot: 6,
    first: MESSAGE,
    members: &[],
    elements: Elements::First(&Node {
        slot: ERROR,
        first: MESSAGE,
        members: &[("message", &Node::leaf(MESSAGE))],
        elements: Elements::None,
    }),
};
const TOTAL: usize = 7;
const OFFSET: usize = 8;
static META: Node = Node {
    slot: 10,
    first: TOTAL,
    members: &[(
        "pagingInfo",
        &Node {
            slot: 9,
            first: TOTAL,
            members: &[
                ("total", &Node::leaf(TOTAL)),
                ("offset", &Node::leaf(OFFSET)),
            ],
            elements: Elements::None,
        },
    )],
    elements: Elements::None,
};
/// The first slot of the rows.
pub(super) const FIRST: usize = 11;

/// The first problem of the rows, and its place: the numbers of [`Rows::names`], counted from 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Problem {
    pub(super) place: [usize; 3],
    pub(super) wrong: Wrong,
}

/// How a version adds up its rows.
pub(super) trait Rows<'a>: Handler<'a> {
    /// How many there are.
    fn count(&self) -> usize;
    /// The first problem.
    fn problem(&self) -> Option<Problem>;
    /// The names of the numbers in a place.
    fn names(&self) -> [&'static str; 3];
    /// Adds them up.
    fn finish(self: Box<Self>) -> Usage;
}

/// A reader, as far as it has come.
pub(super) struct Reader<'a> {
    walk: Walk<'a>,
    node: &'static Node,
    rows: Box<dyn Rows<'a> + 'a>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8], expected: &'a Expected) -> Result<Self, Invalid> {
        if bytes.len() > LONGEST {
            return Err(Why::TooLong.into());
        }
        let (node, rows) = expected.api.rows(expected);
        let walk = Walk::new(bytes, &ROOT, node);
        Ok(Self { walk, node, rows })
    }

    /// Reads so many members and elements more; `true` once there are no more.
    pub(super) fn read_on(&mut self, steps: usize) -> Result<bool, Invalid> {
        for _ in 0..steps {
            if self.walk.step(&mut *self.rows)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The result. The payload's statements about itself are checked first.
    pub(super) fn finish(self) -> Result<Usage, Invalid> {
        let around = self.around();
        let around = around.map(|wrong| Problem {
            place: [0; 3],
            wrong,
        });
        let Some(Problem { place, wrong }) = around.or(self.rows.problem()) else {
            return Ok(self.rows.finish());
        };
        let mut invalid = Invalid::from(wrong.why);
        let field = ROOT.name(wrong.slot.into(), self.node);
        invalid.field = field.unwrap_or_default();
        for (name, number) in self.rows.names().into_iter().zip(place) {
            if number > 0 {
                let comma = if invalid.row.is_empty() { "" } else { ", " };
                invalid.row += comma;
                invalid.row += &step(name, number);
            }
        }
        let slots = &self.walk.slots;
        if usize::from(wrong.slot) == ERRORS.slot
            && let (Some(Value::Text(text)), _) | (_, Some(Value::Text(text))) =
                (slots.get(ERROR), slots.get(MESSAGE))
        {
            let message = text.at_most(LONGEST_MESSAGE);
            invalid.quoted = message.and_then(|message| server_words(&message, None));
        }
        Err(invalid)
    }

    /// The first problem of the payload around the rows.
    fn around(&self) -> Option<Wrong> {
        let slots = &self.walk.slots;
        let above = |slot: usize, most: usize, why: Why| match slots.get(slot)? {
            Value::Number(number) => match Decimal::read(number) {
                Ok(number) => number.is_over(most as u64).then_some(why),
                Err(rejected) => Some(Why::Rejected(rejected)),
            },
            _ => Some(Why::NoNumber),
        };
        let leads_on = |slot: usize| match slots.get(slot) {
            Some(Value::Text(link)) => !link.is_empty(),
            Some(value) => !matches!(value, Value::Bool),
            None => false,
        };
        let (slot, why) = match (slots.get(ROOT.slot), slots.get(ROWS)) {
            _ if slots.has(ERROR) => (ERRORS.slot, Why::NotEmpty),
            (Some(Value::Object), None) if !slots.has(ROWS) => (ROWS, Why::Missing),
            (Some(Value::Object), Some(value)) if !matches!(value, Value::Array) => {
                (ROWS, Why::NoList)
            }
            (Some(Value::Object | Value::Array) | None, _) => {
                if let Some(why) = above(TOTAL, self.rows.count(), Why::AboveRows) {
                    (TOTAL, why)
                } else if let Some(why) = above(OFFSET, 0, Why::NotZero) {
                    (OFFSET, why)
                } else if leads_on(NEXT) {
                    (NEXT, Why::LeadsOn)
                } else if leads_on(ODATA_NEXT) {
                    (ODATA_NEXT, Why::LeadsOn)
                } else {
                    return None;
                }
            }
            _ => (ROOT.slot, Why::NoPayload),
        };
        Some(wrong(slot, why))
    }
}
