//! Version 3: `/licensing/usage/organizations`, whose rows are workloads of servers of
//! organizations.

mod types;

use std::borrow::Cow;

use super::invalid::{Why, Wrong};
use super::json::{Elements, Handler, Node, SLOTS, Slots, Value};
use super::read::{Expected, FIRST, Problem, ROWS, Rows};
use super::row::{COUNTS, OWN, Row, TYPE, UNIT, UNITS, text, wrong};
use super::{Request, Resource, Tenant};
use crate::usage::{Entry, Measure, Rejected, Unit, Usage, UsageBuilder};

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

/// A 202 is an answer that is not ready yet. The type of a 520 decides whether it is retried.
pub(super) fn is_transient(status: u16, kind: Option<&str>) -> Option<bool> {
    match (status, kind) {
        (202, _) => Some(true),
        (520, Some("logical" | "security")) => Some(false),
        _ => None,
    }
}

/// The slots of a row come first; each of the others comes after those of its parts.
const ID: usize = OWN;
const TYPE_ID: usize = OWN + 1;
const PLATFORM: usize = OWN + 2;
const PLATFORMS: usize = OWN + 3;
const WORKLOAD: usize = OWN + 4;
const WORKLOADS: usize = OWN + 5;
const SERVER_TYPE: usize = OWN + 6;
const SERVER_UID: usize = OWN + 7;
const SERVER: usize = OWN + 8;
const SERVERS: usize = OWN + 9;
const UID: usize = OWN + 10;
const KIND: usize = OWN + 11;
const ORGANIZATION: usize = OWN + 12;
const _: () = assert!(ORGANIZATION < SLOTS);

/// An organization: the company, or the part of its machines that one of several providers manages.
pub(super) static ROW: Node = Node {
    slot: ORGANIZATION,
    first: FIRST,
    members: &[
        ("organizationUid", &Node::leaf(UID)),
        ("organizationType", &Node::leaf(KIND)),
        ("servers", &list(SERVERS, &SERVER_NODE)),
    ],
    elements: Elements::None,
};
static SERVER_NODE: Node = Node {
    slot: SERVER,
    first: FIRST,
    members: &[
        ("serverUid", &Node::leaf(SERVER_UID)),
        ("serverType", &Node::leaf(SERVER_TYPE)),
        ("workloads", &list(WORKLOADS, &WORKLOAD_NODE)),
    ],
    elements: Elements::None,
};
static WORKLOAD_NODE: Node = Node {
    slot: WORKLOAD,
    first: FIRST,
    members: &[
        ("id", &Node::leaf(ID)),
        ("description", &Node::leaf(TYPE)),
        ("unitType", &Node::leaf(UNIT)),
        ("rentalUnits", &Node::leaf(UNITS)),
        ("newUnits", &Node::leaf(UNITS + 1)),
        ("usedUnits", &Node::leaf(UNITS + 2)),
        ("rentalCount", &Node::leaf(COUNTS)),
        ("newCount", &Node::leaf(COUNTS + 1)),
        ("usedCount", &Node::leaf(COUNTS + 2)),
        // They repeat their workload's numbers, so that only their types are read.
        (
            "workloadsByPlatform",
            &Node {
                first: TYPE_ID,
                ..list(PLATFORMS, &PLATFORM_NODE)
            },
        ),
    ],
    elements: Elements::None,
};
static PLATFORM_NODE: Node = Node {
    slot: PLATFORM,
    first: TYPE_ID,
    members: &[("typeId", &Node::leaf(TYPE_ID))],
    elements: Elements::None,
};

const fn list(slot: usize, element: &'static Node) -> Node {
    Node {
        slot,
        first: FIRST,
        members: &[],
        elements: Elements::Each(element),
    }
}

/// Adds workloads up, organization by organization.
pub(super) struct Reader<'a> {
    expected: &'a Expected,
    usage: UsageBuilder,
    /// The unit of the first workload that has no say in it.
    idle_unit: Option<Unit>,
    /// The organization of the numbers, by the first one in the response.
    uid: Option<Cow<'a, str>>,
    /// Those of the organization that is being read, which are added up once it is known that
    /// their servers are among the requested ones. Each with its place.
    workloads: Vec<([usize; 3], Row<'a>)>,
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
            ORGANIZATION => self.place = [organization + 1, 0, 0],
            SERVERS => self.forget(IN_ORGANIZATION),
            SERVER => self.place = [organization, server + 1, 0],
            WORKLOADS => self.forget(IN_SERVER),
            WORKLOAD => self.place = [organization, server, workload + 1],
            _ => {}
        }
        if matches!(slot, WORKLOAD | PLATFORMS) {
            self.platform = None;
        }
        let is_row = matches!(slot, ORGANIZATION | SERVER | WORKLOAD);
        if is_row && !matches!(slots.get(slot), Some(Value::Object)) {
            self.refuse(Why::NoObject.into());
        }
    }

    fn end(&mut self, slot: usize, slots: &Slots<'a>) {
        let ended = match slot {
            ORGANIZATION => self.end_organization(slots),
            SERVER => self.end_server(slots),
            WORKLOAD if self.problem.is_none() => self.end_workload(slots),
            PLATFORM => {
                // The first platform of a known type counts.
                let known = || id(slots, TYPE_ID, types::of_platform);
                self.platform = self.platform.or_else(known);
                return;
            }
            _ => return,
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
        while self.workloads.pop_if(|last| is_inside(&last.0)).is_some() {}
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
        let mut row = Row::read(slots)?;
        if matches!(&row.unit, Unit::Other(unit) if unit == "unknown") {
            row.unit = Unit::Other("units".to_owned());
        }
        let known = self.platform.or_else(|| id(slots, ID, types::of_id));
        let known = known.or_else(|| types::of_words(self.expected.resource, &row.kind));
        if let Some(known) = known {
            row.kind = Cow::Borrowed(known);
        }
        self.workloads.push((self.place, row));
        Ok(())
    }

    /// Only servers of the type that the resource is about count.
    fn end_server(&mut self, slots: &Slots<'a>) -> Result<(), Wrong> {
        let [organization, server, _] = self.place;
        self.place = [organization, server, 0];
        hold_any(slots, &[SERVER_UID, SERVER_TYPE, WORKLOADS], Why::NoServer)?;
        let is_wanted = match text(slots, SERVER_TYPE)? {
            Some(kind) => kind.eq_ignore_ascii_case(server_type(self.expected.resource)),
            // The console has filtered them.
            None => self.expected.is_fetched,
        };
        if is_wanted {
            return hold_list(slots, WORKLOADS);
        }
        self.forget(IN_SERVER);
        Ok(())
    }

    fn end_organization(&mut self, slots: &Slots<'a>) -> Result<(), Wrong> {
        let [organization, ..] = self.place;
        self.place = [organization, 0, 0];
        hold_any(slots, &[UID, KIND, SERVERS], Why::NoOrganization)?;
        hold_list(slots, SERVERS)?;
        if let Some(uid) = text(slots, UID)? {
            let own = self.uid.get_or_insert_with(|| uid.clone());
            if !own.eq_ignore_ascii_case(&uid) {
                return Err(wrong(UID, Why::OtherCompany));
            }
        }
        for (place, workload) in std::mem::take(&mut self.workloads) {
            if self.problem.is_none()
                && let Err(why) = self.add(workload)
            {
                self.place = place;
                return Err(why.into());
            }
        }
        Ok(())
    }

    /// A workload without units does not decide the unit.
    fn add(&mut self, row: Row) -> Result<(), Rejected> {
        let total = row.tally.get(Measure::Total);
        let unit = if total.instances.is_zero() {
            self.idle_unit.get_or_insert(row.unit);
            None
        } else {
            Some(row.unit)
        };
        self.usage.add(&Entry {
            kind: &row.kind,
            unit,
            tally: row.tally,
        })
    }

    /// Names the place of the problem: the one being read.
    fn refuse(&mut self, wrong: Wrong) {
        let place = self.place;
        self.problem.get_or_insert(Problem { place, wrong });
    }
}

/// Holds a value to have any of its members, lest something else passes for it.
fn hold_any(slots: &Slots, members: &[usize], why: Why) -> Result<(), Wrong> {
    if members.iter().any(|slot| slots.has(*slot)) {
        Ok(())
    } else {
        Err(why.into())
    }
}

/// Holds a member to be a list, or not to be there.
fn hold_list(slots: &Slots, slot: usize) -> Result<(), Wrong> {
    match slots.get(slot) {
        None | Some(Value::Array) => Ok(()),
        Some(_) => Err(wrong(slot, Why::NoList)),
    }
}

/// The type that an ID stands for.
fn id(slots: &Slots, slot: usize, find: fn(&str) -> Option<&'static str>) -> Option<&'static str> {
    match slots.get(slot) {
        Some(Value::Text(id)) => find(&id.at_most(types::LONGEST_ID)?),
        _ => None,
    }
}
