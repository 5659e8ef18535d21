//! Version 3: `/licensing/usage/organizations`, whose rows are workloads of servers of
//! organizations.

mod types;

use std::borrow::Cow;

use super::invalid::Wrong;
use super::json::{Elements, Handler, Node, SLOTS, Slots, Value};
use super::read::{Expected, FIRST, Problem, ROWS, Rows};
use super::row::Row;
use super::{Request, Resource, Tenant};
use crate::usage::{Entry, Measure, Rejected, Tally, Unit, Usage, UsageBuilder};

pub(super) const ENDPOINT: &str = "/api/v3";

pub(super) fn url(request: &Request) -> String {
    let (Tenant::Id(tenant) | Tenant::Uid(tenant)) = &request.tenant;
    let (endpoint, server) = (request.endpoint.as_str(), server_type(request.resource));
    format!(
        "{endpoint}/licensing/usage/organizations?organizationUid={tenant}&serverType={server}&limit=500&offset=0"
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

const ORGANIZATION_SLOT: usize = FIRST;
/// An organization: the company, or the part of its machines that one of several providers manages.
pub(super) static ORGANIZATION: Node = Node {
    slot: ORGANIZATION_SLOT,
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
const SERVERS_SLOT: usize = FIRST + 4;
static SERVERS: Node = Node {
    slot: SERVERS_SLOT,
    last: LAST,
    members: &[],
    elements: Elements::Each(&SERVER),
};
const SERVER_SLOT: usize = FIRST + 5;
static SERVER: Node = Node {
    slot: SERVER_SLOT,
    last: LAST,
    members: &[
        ("serverUid", &Node::leaf(FIRST + 6)),
        ("serverType", &Node::leaf(SERVER_TYPE)),
        ("workloads", &WORKLOADS),
    ],
    elements: Elements::None,
};
const SERVER_TYPE: usize = FIRST + 7;
const WORKLOADS_SLOT: usize = FIRST + 8;
static WORKLOADS: Node = Node {
    slot: WORKLOADS_SLOT,
    last: LAST,
    members: &[],
    elements: Elements::Each(&WORKLOAD),
};
const WORKLOAD_SLOT: usize = FIRST + 9;
static WORKLOAD: Node = Node {
    slot: WORKLOAD_SLOT,
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
const PLATFORMS_SLOT: usize = FIRST + 19;
/// They repeat their workload's numbers, so that only their types are read.
static PLATFORMS: Node = Node {
    slot: PLATFORMS_SLOT,
    last: LAST,
    members: &[],
    elements: Elements::Each(&PLATFORM),
};
const PLATFORM_SLOT: usize = FIRST + 20;
static PLATFORM: Node = Node {
    slot: PLATFORM_SLOT,
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
    place: [usize; 3],
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
    place: [usize; 3],
    problem: Option<Problem>,
}

/// The steps of a place.
const IN_ORGANIZATION: usize = 1;
const IN_SERVER: usize = 2;

impl<'a> Handler<'a> for Reader<'a> {
    fn begin(&mut self, slot: usize, slots: &Slots<'a>) {
        let [organization, server, workload] = self.place;
        match slot {
            ROWS => *self = Self::new(self.expected),
            ORGANIZATION_SLOT => self.place = [organization + 1, 0, 0],
            SERVERS_SLOT => self.forget(IN_ORGANIZATION),
            SERVER_SLOT => self.place = [organization, server + 1, 0],
            WORKLOADS_SLOT => self.forget(IN_SERVER),
            WORKLOAD_SLOT => self.place = [organization, server, workload + 1],
            _ => {}
        }
        if matches!(slot, WORKLOAD_SLOT | PLATFORMS_SLOT) {
            self.platform = None;
        }
        let is_row = matches!(slot, ORGANIZATION_SLOT | SERVER_SLOT | WORKLOAD_SLOT);
        if is_row && !matches!(slots.get(slot), Some(Value::Object)) {
            self.refuse(Wrong::new("is no object"));
        }
    }

    fn end(&mut self, slot: usize, slots: &Slots<'a>) {
        let ended = match slot {
            ORGANIZATION_SLOT => self.end_organization(slots),
            SERVER_SLOT => self.end_server(slots),
            WORKLOAD_SLOT if self.problem.is_none() => self.end_workload(slots),
            PLATFORM_SLOT => {
                // The first platform of a known type counts.
                let id = id(slots, LAST);
                let known = || id.as_deref().and_then(types::of_platform);
                self.platform = self.platform.or_else(known);
                Ok(())
            }
            _ => Ok(()),
        };
        if let Err(wrong) = ended {
            self.refuse(wrong);
        }
    }
}

impl<'a> Rows<'a> for Reader<'a> {
    fn count(&self) -> usize {
        let [organizations, ..] = self.place;
        organizations
    }

    fn problem(&self) -> Option<Problem> {
        self.problem
    }

    fn names(&self) -> [&'static str; 3] {
        ["organization", "server", "workload"]
    }

    fn finish(self: Box<Self>) -> Usage {
        self.usage.build(self.idle_unit)
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
            place: [0; 3],
            problem: None,
        }
    }

    /// Takes back all that has been read in the organization or the server: it is none of those
    /// asked for, or its list is given anew.
    fn forget(&mut self, steps: usize) {
        let here = self.place;
        let is_inside = |place: &[usize; 3]| place.get(..steps) == here.get(..steps);
        while self
            .workloads
            .pop_if(|last| is_inside(&last.place))
            .is_some()
        {}
        let is_of_it = |problem: &Problem| {
            let inner = problem.place.get(steps);
            is_inside(&problem.place) && inner.is_some_and(|number| *number > 0)
        };
        if self.problem.as_ref().is_some_and(is_of_it) {
            self.problem = None;
        }
        for number in self.place.iter_mut().skip(steps) {
            *number = 0;
        }
    }

    fn end_workload(&mut self, slots: &Slots<'a>) -> Result<(), Wrong> {
        let row = Row {
            slots,
            node: &WORKLOAD,
        };
        let tally = row.tally(COUNTS, &[UNITS])?;
        let tally = tally.ok_or(Wrong::new("has none of the six numbers"))?;
        let description = row.text(DESCRIPTION)?.unwrap_or_default();
        let unit = row.text(UNIT_TYPE)?;
        let unit = match Unit::new(unit.as_deref()) {
            Unit::Other(unknown) if unknown == "unknown" => Unit::Other("units".to_owned()),
            unit => unit,
        };
        let known = self.platform.or_else(|| {
            let id = id(slots, ID).as_deref().and_then(types::of_id);
            id.or_else(|| types::of_words(self.expected.resource, &description))
        });
        self.workloads.push(Workload {
            kind: known.map_or(description, Cow::Borrowed),
            unit,
            tally,
            place: self.place,
        });
        Ok(())
    }

    /// Only servers of the type that the resource is about count.
    fn end_server(&mut self, slots: &Slots<'a>) -> Result<(), Wrong> {
        let [organization, server, _] = self.place;
        self.place = [organization, server, 0];
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
        if is_wanted {
            return row.list(WORKLOADS_SLOT);
        }
        self.forget(IN_SERVER);
        Ok(())
    }

    fn end_organization(&mut self, slots: &Slots<'a>) -> Result<(), Wrong> {
        let [organization, ..] = self.place;
        self.place = [organization, 0, 0];
        let row = Row {
            slots,
            node: &ORGANIZATION,
        };
        row.has_any("is no organization")?;
        row.list(SERVERS_SLOT)?;
        if let Some(uid) = row.text(UID)? {
            let own = self.uid.get_or_insert_with(|| uid.clone());
            if !own.eq_ignore_ascii_case(&uid) {
                return Err(Wrong {
                    field: "organizationUid",
                    why: "is another company's",
                });
            }
        }
        for workload in std::mem::take(&mut self.workloads) {
            if self.problem.is_none()
                && let Err(why) = self.add(&workload)
            {
                self.place = workload.place;
                return Err(why.into());
            }
        }
        Ok(())
    }

    /// A workload without units has no say in what they are.
    fn add(&mut self, workload: &Workload) -> Result<(), Rejected> {
        let mut measures = Measure::ALL.into_iter();
        let is_idle = measures.all(|measure| workload.tally.get(measure).instances.is_zero());
        let unit = workload.unit.clone();
        let unit = if is_idle {
            self.idle_unit.get_or_insert(unit);
            None
        } else {
            Some(unit)
        };
        self.usage.add(&Entry {
            kind: &workload.kind,
            unit,
            tally: workload.tally,
        })
    }

    /// Says where the problem is: in what is being read.
    fn refuse(&mut self, wrong: Wrong) {
        let place = self.place;
        self.problem.get_or_insert(Problem { place, wrong });
    }
}

/// An ID that may be a known one.
fn id<'a>(slots: &Slots<'a>, slot: usize) -> Option<Cow<'a, str>> {
    match slots.get(slot) {
        Some(Value::Text(id)) => id.at_most(types::LONGEST_ID),
        _ => None,
    }
}
