//! Version 2: `/tenants/{ID}/licensing/…`, whose rows are flat and come in two vocabularies.

use super::invalid::Wrong;
use super::json::{Elements, Handler, Node, Slots, Value};
use super::read::{FIRST, Problem, ROWS, Rows};
use super::row::Row;
use super::{Request, Tenant};
use crate::usage::{Entry, Unit, Usage, UsageBuilder};

pub(super) const ENDPOINT: &str = "/v2";

pub(super) fn url(request: &Request) -> String {
    let (tenant, suffix) = match &request.tenant {
        Tenant::Id(id) => (id, ""),
        Tenant::Uid(uid) => (uid, "/byVCCTenantUid"),
    };
    let (endpoint, resource) = (request.endpoint.as_str(), request.resource.as_str());
    format!("{endpoint}/tenants/{tenant}/licensing/{resource}{suffix}")
}

/// A row of `cloudConnectUsage` and its siblings.
pub(super) static ROW: Node = Node {
    slot: FIRST,
    last: UNITS_TYPE,
    members: &[
        ("type", &Node::leaf(TYPE)),
        ("rentalInstances", &Node::leaf(INSTANCES)),
        ("newInstances", &Node::leaf(INSTANCES + 1)),
        ("usedInstances", &Node::leaf(INSTANCES + 2)),
        ("rentalCount", &Node::leaf(COUNTS)),
        ("newCount", &Node::leaf(COUNTS + 1)),
        ("usedCount", &Node::leaf(COUNTS + 2)),
        ("rentalUnits", &Node::leaf(UNITS)),
        ("newUnits", &Node::leaf(UNITS + 1)),
        ("usedUnits", &Node::leaf(UNITS + 2)),
        ("unitType", &Node::leaf(UNIT_TYPE)),
        ("unitsType", &Node::leaf(UNITS_TYPE)),
    ],
    elements: Elements::None,
};
const TYPE: usize = FIRST + 1;
/// Of rental; those of new and used follow, here and below.
const INSTANCES: usize = FIRST + 2;
const COUNTS: usize = FIRST + 5;
const UNITS: usize = FIRST + 8;
const UNIT_TYPE: usize = FIRST + 11;
const UNITS_TYPE: usize = FIRST + 12;

/// Adds rows up as they come.
#[derive(Default)]
pub(super) struct Reader {
    usage: UsageBuilder,
    count: usize,
    problem: Option<Problem>,
}

impl<'a> Handler<'a> for Reader {
    fn begin(&mut self, slot: usize, slots: &Slots<'a>) {
        if slot == ROWS {
            *self = Self::default();
        } else if slot == FIRST {
            self.count += 1;
            if !matches!(slots.get(slot), Some(Value::Object)) {
                self.refuse(Wrong::new("is no object"));
            }
        }
    }

    fn end(&mut self, slot: usize, slots: &Slots<'a>) {
        if slot == FIRST
            && self.problem.is_none()
            && let Err(wrong) = self.add(slots)
        {
            self.refuse(wrong);
        }
    }
}

impl Rows<'_> for Reader {
    fn count(&self) -> usize {
        self.count
    }

    fn problem(&self) -> Option<Problem> {
        self.problem
    }

    fn names(&self) -> [&'static str; 3] {
        ["row", "", ""]
    }

    fn finish(self: Box<Self>) -> Usage {
        self.usage.build(None)
    }
}

impl Reader {
    fn add(&mut self, slots: &Slots) -> Result<(), Wrong> {
        let row = Row { slots, node: &ROW };
        let kind = row.text(TYPE)?;
        let unit = row.text(UNIT_TYPE)?;
        let unit = unit.or(row.text(UNITS_TYPE)?);
        let tally = row.tally(COUNTS, &[INSTANCES, UNITS])?;
        let entry = Entry {
            kind: kind.as_deref().unwrap_or_default(),
            unit: Some(Unit::new(unit.as_deref())),
            tally: tally.ok_or(Wrong::new("has none of the nine numbers"))?,
        };
        Ok(self.usage.add(&entry)?)
    }

    fn refuse(&mut self, wrong: Wrong) {
        let place = [self.count, 0, 0];
        self.problem.get_or_insert(Problem { place, wrong });
    }
}
