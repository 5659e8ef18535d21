//! Version 3: `/licensing/usage/organizations`, whose rows are workloads of servers of
//! organizations.

mod types;

use std::borrow::Cow;

use super::invalid::Invalid;
use super::json::{Elements, Handler, Node, SLOTS, Slots, Value};
use super::read::{Expected, FIRST, ROWS, Rows};
use super::row::Row;
use super::{Request, Resource, Tenant};
use crate::usage::{Entry, Measure, Tally, Unit, Usage, UsageBuilder};

pub(super) const ENDPOINT: &str = "/api/v3";

pub(super) fn path(request: &Request) -> String {
    let (Tenant::Id(tenant) | Tenant::Uid(tenant)) = &request.tenant;
    let server = server_type(request.resource);
    format!(
        "/licensing/usage/organizations?organizationUid={tenant}&serverType={server}&limit=500&offset=0"
    )
}

/// The type of the servers that a resource is about.
const fn server_type(resource: Resource) -> &'static str {
    match resource {
        Resource::CloudConnectUsage => "CloudConnect",
        Resource::BackupServerUsage => "BackupAndReplication",
        Resource::AvailabilityConsoleUsage => "VSPC",
    }
}

/// A 202 is an answer that is not ready yet. A 520 says by its type whether it can be repeated.
pub(super) fn is_transient(status: u16, kind: Option<&str>) -> Option<bool> {
    match (status, kind) {
        (202, _) => Some(true),
        (520, Some("logical" | "security")) => Some(false),
        _ => None,
    }
}

/// An organization: the company, or the part of its machines that one of several providers manages.
pub(super) static ORGANIZATION: Node = Node {
    slot: FIRST,
    last: LAST,
    members: &[
        ("organizationUid", &Node::leaf(UID)),
        ("organizationType", &Node::leaf(FIRST + 2)),
        ("providerUid", &Node::leaf(FIRST + 3)),
        ("servers", &SERVERS),
    ],
    elements: Elements::None,
};
const UID: usize = FIRST + 1;
static SERVERS: Node = Node {
    slot: FIRST + 4,
    last: LAST,
    members: &[],
    elements: Elements::Each(&SERVER),
};
static SERVER: Node = Node {
    slot: FIRST + 5,
    last: LAST,
    members: &[
        ("serverUid", &Node::leaf(FIRST + 6)),
        ("serverType", &Node::leaf(SERVER_TYPE)),
        ("workloads", &WORKLOADS),
    ],
    elements: Elements::None,
};
const SERVER_TYPE: usize = FIRST + 7;
static WORKLOADS: Node = Node {
    slot: FIRST + 8,
    last: LAST,
    members: &[],
    elements: Elements::Each(&WORKLOAD),
};
static WORKLOAD: Node = Node {
    slot: FIRST + 9,
    last: LAST,
    members: &[
        ("id", &Node::leaf(ID)),
        ("description", &Node::leaf(DESCRIPTION)),
        ("unitType", &Node::leaf(UNIT_TYPE)),
        ("rentalUnits", &Node::leaf(UNITS)),
        ("newUnits", &Node::leaf(UNITS + 1)),
        ("usedUnits", &Node::leaf(UNITS + 2)),
        ("rentalCount", &Node::leaf(COUNTS)),
        ("newCount", &Node::leaf(COUNTS + 1)),
        ("usedCount", &Node::leaf(COUNTS + 2)),
        ("workloadsByPlatform", &PLATFORMS),
    ],
    elements: Elements::None,
};
const ID: usize = FIRST + 10;
const DESCRIPTION: usize = FIRST + 11;
const UNIT_TYPE: usize = FIRST + 12;
/// Of rental; those of new and used follow, here and below.
const UNITS: usize = FIRST + 13;
const COUNTS: usize = FIRST + 16;
/// They repeat their workload's numbers, so that only their types are read.
static PLATFORMS: Node = Node {
    slot: FIRST + 19,
    last: LAST,
    members: &[],
    elements: Elements::Each(&PLATFORM),
};
static PLATFORM: Node = Node {
    slot: FIRST + 20,
    last: LAST,
    members: &[("typeId", &Node::leaf(LAST))],
    elements: Elements::None,
};
/// The slot of a platform's type.
const LAST: usize = FIRST + 21;
const _: () = assert!(LAST < SLOTS);

/// A workload that is added up once it is known that its server is one of those asked for.
struct Workload<'a> {
    kind: Cow<'a, str>,
    unit: Unit,
    tally: Tally,
    server: usize,
    number: usize,
}

/// Adds workloads up, organization by organization.
pub(super) struct Reader<'a> {
    expected: &'a Expected,
    usage: UsageBuilder,
    /// The unit of the first workload that has no say in it.
    idle_unit: Option<Unit>,
    /// Whose numbers these are, from the first organization that says so.
    uid: Option<Cow<'a, str>>,
    /// Those of the organization that is being read.
    workloads: Vec<Workload<'a>>,
    /// The type that a platform of the workload has named.
    platform: Option<&'static str>,
    /// How many there are so far: organizations, servers in this one, workloads in this one.
    organization: usize,
    server: usize,
    workload: usize,
    /// What is wrong first; what comes after it is not looked at.
    problem: Option<Invalid>,
}

impl<'a> Handler<'a> for Reader<'a> {
    fn begin(&mut self, slot: usize, slots: &Slots<'a>) {
        let is_object = matches!(slots.get(slot), Some(Value::Object));
        if slot == ROWS {
            *self = Self::new(self.expected);
        } else if slot == ORGANIZATION.slot {
            self.organization += 1;
            self.forget_servers();
            self.hold(is_object, "is no object");
        } else if slot == SERVERS.slot {
            self.forget_servers();
        } else if slot == SERVER.slot {
            self.server += 1;
            self.workload = 0;
            self.hold(is_object, "is no object");
        } else if slot == WORKLOADS.slot {
            self.forget_workloads();
        } else if slot == WORKLOAD.slot {
            self.workload += 1;
            self.platform = None;
            self.hold(is_object, "is no object");
        } else if slot == PLATFORMS.slot {
            self.platform = None;
        }
    }

    fn end(&mut self, slot: usize, slots: &Slots<'a>) {
        let ended = if slot == PLATFORM.slot {
            self.end_platform(slots);
            return;
        } else if slot == WORKLOAD.slot {
            self.end_workload(slots)
        } else if slot == SERVER.slot {
            self.end_server(slots)
        } else if slot == ORGANIZATION.slot {
            self.end_organization(slots)
        } else {
            return;
        };
        if let Err(problem) = ended {
            self.refuse(problem);
        }
    }
}

impl<'a> Rows<'a> for Reader<'a> {
    fn count(&self) -> usize {
        self.organization
    }

    fn finish(self: Box<Self>) -> Result<Usage, Invalid> {
        match self.problem {
            Some(problem) => Err(problem),
            None => Ok(self.usage.build(self.idle_unit)),
        }
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(expected: &'a Expected) -> Self {
        Self {
            expected,
            usage: UsageBuilder::default(),
            idle_unit: None,
            uid: match &expected.tenant {
                Some(Tenant::Uid(uid)) => Some(Cow::Borrowed(uid)),
                _ => None,
            },
            workloads: Vec::new(),
            platform: None,
            organization: 0,
            server: 0,
            workload: 0,
            problem: None,
        }
    }

    /// Takes back all of the organization's servers: their list is given anew.
    fn forget_servers(&mut self) {
        self.workloads.clear();
        self.server = 0;
        self.workload = 0;
        self.forget_problem();
    }

    /// Takes back all of the server's workloads: it is not one of those asked for, or their list is
    /// given anew.
    fn forget_workloads(&mut self) {
        let server = self.server;
        while self
            .workloads
            .pop_if(|last| last.server == server)
            .is_some()
        {}
        self.workload = 0;
        self.forget_problem();
    }

    /// Forgets a problem of anything in what is being read.
    fn forget_problem(&mut self) {
        let here = self.place();
        let is_inside =
            |problem: &Invalid| problem.row.starts_with(&here) && problem.row.len() > here.len();
        if self.problem.as_ref().is_some_and(is_inside) {
            self.problem = None;
        }
    }

    /// The first platform of a known type counts.
    fn end_platform(&mut self, slots: &Slots) {
        let id = id(slots, LAST);
        let known = || id.as_deref().and_then(types::of_platform);
        self.platform = self.platform.or_else(known);
    }

    fn end_workload(&mut self, slots: &Slots<'a>) -> Result<(), Invalid> {
        if self.problem.is_some() {
            return Ok(());
        }
        let row = Row {
            slots,
            node: &WORKLOAD,
        };
        let tally = row.tally(COUNTS, &[UNITS])?;
        let tally = tally.ok_or(Invalid::new("has none of the six numbers"))?;
        let description = row.text(DESCRIPTION)?;
        let unit = row.text(UNIT_TYPE)?;
        let unit = match Unit::new(unit.as_deref()) {
            Unit::Other(unknown) if unknown == "unknown" => Unit::Other("units".to_owned()),
            unit => unit,
        };
        let description = description.unwrap_or_default();
        let known = self.platform.or_else(|| {
            let id = id(slots, ID).as_deref().and_then(types::of_id);
            id.or_else(|| types::of_words(self.expected.resource, &description))
        });
        self.workloads.push(Workload {
            kind: known.map_or(description, Cow::Borrowed),
            unit,
            tally,
            server: self.server,
            number: self.workload,
        });
        Ok(())
    }

    /// Only servers of the type that the resource is about count.
    fn end_server(&mut self, slots: &Slots<'a>) -> Result<(), Invalid> {
        self.workload = 0;
        let row = Row {
            slots,
            node: &SERVER,
        };
        row.has_any("is no server")?;
        let is_wanted = match row.text(SERVER_TYPE)? {
            Some(kind) => kind.eq_ignore_ascii_case(server_type(self.expected.resource)),
            // The console has filtered them.
            None => self.expected.is_fetched,
        };
        if !is_wanted {
            self.forget_workloads();
            return Ok(());
        }
        row.list(WORKLOADS.slot)
    }

    fn end_organization(&mut self, slots: &Slots<'a>) -> Result<(), Invalid> {
        self.server = 0;
        self.workload = 0;
        let row = Row {
            slots,
            node: &ORGANIZATION,
        };
        row.has_any("is no organization")?;
        row.list(SERVERS.slot)?;
        if let Some(uid) = row.text(UID)? {
            let own = self.uid.get_or_insert_with(|| uid.clone());
            if !own.eq_ignore_ascii_case(&uid) {
                return Err(Invalid::field("organizationUid", "is another company's"));
            }
        }
        if self.problem.is_some() {
            return Ok(());
        }
        for workload in std::mem::take(&mut self.workloads) {
            let Workload {
                kind, unit, tally, ..
            } = workload;
            let mut measures = Measure::ALL.into_iter();
            let is_idle = measures.all(|measure| tally.get(measure).instances.is_zero());
            let entry = Entry {
                kind: &kind,
                unit: (!is_idle).then(|| unit.clone()),
                tally,
            };
            if let Err(why) = self.usage.add(&entry) {
                self.server = workload.server;
                self.workload = workload.number;
                return Err(Invalid::new(why.as_str()));
            }
            if is_idle {
                self.idle_unit.get_or_insert(unit);
            }
        }
        Ok(())
    }

    fn hold(&mut self, is_right: bool, why: &'static str) {
        if !is_right {
            self.refuse(Invalid::new(why));
        }
    }

    /// Says where the problem is: in what is being read.
    fn refuse(&mut self, problem: Invalid) {
        let row = self.place();
        self.problem.get_or_insert(Invalid { row, ..problem });
    }

    fn place(&self) -> Vec<(&'static str, usize)> {
        let steps = [
            ("organization", self.organization),
            ("server", self.server),
            ("workload", self.workload),
        ];
        let begun = steps.into_iter().filter(|(_, number)| *number > 0);
        begun.collect()
    }
}

/// An ID that may be a known one.
fn id<'a>(slots: &Slots<'a>, slot: usize) -> Option<Cow<'a, str>> {
    match slots.get(slot) {
        Some(Value::Text(id)) => id.at_most(types::LONGEST_ID),
        _ => None,
    }
}
