//! Version 2: `/tenants/{ID}/licensing/…`, whose rows are flat and come in two vocabularies.

use super::invalid::{Why, Wrong};
use super::json::{Elements, Handler, Node, Slots, Value};
use super::read::{FIRST, Problem, ROWS, Rows};
use super::row::{COUNTS, INSTANCES, OTHER_UNIT, OWN, Row, TYPE, UNIT, UNITS};
use super::{Request, Tenant};
use crate::usage::{Entry, Usage, UsageBuilder};

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
    slot: OWN,
    first: FIRST,
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
        ("unitType", &Node::leaf(UNIT)),
        ("unitsType", &Node::leaf(OTHER_UNIT)),
    ],
    elements: Elements::None,
};

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
        } else if slot == OWN {
            self.count += 1;
            if !matches!(slots.get(slot), Some(Value::Object)) {
                self.refuse(Why::NoObject.into());
            }
        }
    }

    fn end(&mut self, slot: usize, slots: &Slots<'a>) {
        if slot == OWN
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
        let row = Row::read(slots)?;
        Ok(self.usage.add(&Entry {
            kind: &row.kind,
            unit: Some(row.unit),
            tally: row.tally,
        })?)
    }

    fn refuse(&mut self, wrong: Wrong) {
        let place = [self.count, 0, 0];
        self.problem.get_or_insert(Problem { place, wrong });
    }
}
