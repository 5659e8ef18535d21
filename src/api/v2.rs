//! Version 2: `/tenants/{ID}/licensing/…`, whose rows are flat and come in two vocabularies.

use super::invalid::Invalid;
use super::json::{Elements, Handler, Node, Slots, Value};
use super::read::{FIRST, ROWS, Rows};
use super::row::Row;
use super::{Request, Tenant};
use crate::usage::{Entry, Unit, Usage, UsageBuilder};

pub(super) const ENDPOINT: &str = "/v2";

pub(super) fn path(request: &Request) -> String {
    let (tenant, suffix) = match &request.tenant {
        Tenant::Id(id) => (id, ""),
        Tenant::Uid(uid) => (uid, "/byVCCTenantUid"),
    };
    let resource = request.resource.as_str();
    format!("/tenants/{tenant}/licensing/{resource}{suffix}")
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
    /// What is wrong with the first row that is no row; those after it are not looked at.
    problem: Option<Invalid>,
}

impl<'a> Handler<'a> for Reader {
    fn begin(&mut self, slot: usize, slots: &Slots<'a>) {
        if slot == ROWS {
            *self = Self::default();
        } else if slot == ROW.slot {
            self.count += 1;
            if !matches!(slots.get(slot), Some(Value::Object)) {
                self.refuse(Invalid::new("is no object"));
            }
        }
    }

    fn end(&mut self, slot: usize, slots: &Slots<'a>) {
        if slot == ROW.slot
            && self.problem.is_none()
            && let Err(problem) = self.add(slots)
        {
            self.refuse(problem);
        }
    }
}

impl Rows<'_> for Reader {
    fn count(&self) -> usize {
        self.count
    }

    fn finish(self: Box<Self>) -> Result<Usage, Invalid> {
        match self.problem {
            Some(problem) => Err(problem),
            None => Ok(self.usage.build(None)),
        }
    }
}

impl Reader {
    fn add(&mut self, slots: &Slots) -> Result<(), Invalid> {
        let row = Row { slots, node: &ROW };
        let kind = row.text(TYPE)?;
        let unit = row.text(UNIT_TYPE)?;
        let unit = unit.or(row.text(UNITS_TYPE)?);
        let tally = row.tally(COUNTS, &[INSTANCES, UNITS])?;
        let entry = Entry {
            kind: kind.as_deref().unwrap_or_default(),
            unit: Some(Unit::new(unit.as_deref())),
            tally: tally.ok_or(Invalid::new("has none of the nine numbers"))?,
        };
        let added = self.usage.add(&entry);
        added.map_err(|why| Invalid::new(why.as_str()))
    }

    fn refuse(&mut self, problem: Invalid) {
        let count = self.count;
        self.problem.get_or_insert(Invalid {
            row: vec![("row", count)],
            ..problem
        });
    }
}
