//! The reader: bytes in, a usage report out. The one loop that responses, payloads handed over,
//! tests and fuzzing go through.

use super::invalid::Invalid;
use super::json::{Elements, Handler, Node, Value, Walk};
use super::words::server_words;
use super::{Api, Resource, Tenant};
use crate::usage::{Decimal, Usage};

/// The longest payload that is read, in bytes.
pub(super) const LONGEST: usize = 16 * 1024 * 1024;
/// The longest message that is looked at, in characters.
const LONGEST_MESSAGE: usize = 2_000;

/// How a payload has to fit what it is read for.
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

/// Where the rows are and what else the payload says of them. Slots from [`FIRST`] on are those of
/// the version.
static ROOT: Node = Node {
    slot: 0,
    last: ROWS,
    members: &[
        ("data", &DATA),
        ("errors", &ERRORS),
        ("meta", &META),
        ("nextLink", &NEXT),
        ("@odata.nextLink", &ODATA_NEXT),
    ],
    elements: Elements::Rows,
};
/// The slot of the list of rows. A handler is told when it begins, or begins anew.
pub(super) const ROWS: usize = 10;
static DATA: Node = Node {
    elements: Elements::Rows,
    ..Node::leaf(ROWS)
};
static ERRORS: Node = Node {
    slot: 1,
    last: 3,
    members: &[],
    elements: Elements::First(&ERROR),
};
static ERROR: Node = Node {
    slot: 2,
    last: 3,
    members: &[("message", &MESSAGE)],
    elements: Elements::None,
};
static MESSAGE: Node = Node::leaf(3);
static META: Node = Node {
    slot: 4,
    last: 7,
    members: &[("pagingInfo", &PAGING)],
    elements: Elements::None,
};
static PAGING: Node = Node {
    slot: 5,
    last: 7,
    members: &[("total", &TOTAL), ("offset", &OFFSET)],
    elements: Elements::None,
};
static TOTAL: Node = Node::leaf(6);
static OFFSET: Node = Node::leaf(7);
static NEXT: Node = Node::leaf(8);
static ODATA_NEXT: Node = Node::leaf(9);
/// The first slot of a version's own.
pub(super) const FIRST: usize = ROWS + 1;

/// What a version makes of its rows.
pub(super) trait Rows<'a>: Handler<'a> {
    /// How many there are.
    fn count(&self) -> usize;
    /// Adds them up.
    fn finish(self: Box<Self>) -> Result<Usage, Invalid>;
}

/// A reader, as far as it has come.
pub(super) struct Reader<'a> {
    walk: Walk<'a>,
    rows: Box<dyn Rows<'a> + 'a>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8], expected: &'a Expected) -> Result<Self, Invalid> {
        if bytes.len() > LONGEST {
            return Err(Invalid::new("longer than 16 MiB"));
        }
        let (node, rows) = expected.api.rows(expected);
        let walk = Walk::new(bytes, &ROOT, node);
        Ok(Self { walk, rows })
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

    /// What has been read comes to. What a payload says of itself comes first.
    pub(super) fn finish(self) -> Result<Usage, Invalid> {
        let slots = &self.walk.slots;
        if slots.has(ERROR.slot) {
            let message = match (slots.get(ERROR.slot), slots.get(MESSAGE.slot)) {
                (Some(Value::Text(text)), _) | (_, Some(Value::Text(text))) => {
                    text.at_most(LONGEST_MESSAGE)
                }
                _ => None,
            };
            return Err(Invalid {
                quoted: message.and_then(|message| server_words(&message, None)),
                ..Invalid::field("errors", "is not empty")
            });
        }
        match slots.get(ROOT.slot) {
            None | Some(Value::Array) => {}
            Some(Value::Object) => match slots.get(ROWS) {
                Some(Value::Array) => {}
                None if slots.has(ROWS) => {}
                None => return Err(Invalid::field("data", "is missing")),
                Some(_) => return Err(Invalid::field("data", "is no list")),
            },
            Some(_) => return Err(Invalid::new("neither a list nor an object")),
        }
        let is_over = |node: &Node, most: usize| match slots.get(node.slot) {
            Some(Value::Number(number)) => {
                Decimal::read(number).is_ok_and(|number| number.is_over(most as u64))
            }
            _ => false,
        };
        if is_over(&TOTAL, self.rows.count()) {
            return Err(Invalid::field(
                "meta.pagingInfo.total",
                "is above the number of rows",
            ));
        }
        if is_over(&OFFSET, 0) {
            return Err(Invalid::field("meta.pagingInfo.offset", "is not 0"));
        }
        let leads_on = |node: &Node| match slots.get(node.slot) {
            Some(Value::Text(link)) => !link.is_empty(),
            Some(value) => !matches!(value, Value::Bool),
            None => false,
        };
        if leads_on(&NEXT) || leads_on(&ODATA_NEXT) {
            return Err(Invalid::field("nextLink", "says that there is more"));
        }
        self.rows.finish()
    }
}
