//! Responses of version 3 as servers make them, with a liking for the edges.

use arbitrary::Arbitrary;
use serde_json::{Map, Value, json};

use crate::payload::UID;
use crate::rows::Row;

/// One organization.
#[derive(Arbitrary, Debug)]
pub struct Organization {
    uid: Uid,
    servers: Vec<Server>,
}

#[derive(Arbitrary, Debug)]
enum Uid {
    Missing,
    Own,
    Capital,
    Other,
}

#[derive(Arbitrary, Debug)]
struct Server {
    kind: u8,
    workloads: Vec<Workload>,
}

#[derive(Arbitrary, Debug)]
struct Workload {
    row: Row,
    id: u8,
    description: Description,
    platforms: Vec<u8>,
}

#[derive(Arbitrary, Debug)]
enum Description {
    Known(u8),
    Other(String),
}

const KINDS: [&str; 6] = [
    "CloudConnect",
    "cloudconnect",
    "BackupAndReplication",
    "VSPC",
    "VONE",
    "",
];
const IDS: [&str; 4] = [
    "97e257f5-b50b-4844-90dd-f8bb6f9ecc20",
    "DD20BCE2-FEDC-451B-8399-6BA6EAADA4A0",
    "15dd8880-4379-40b9-adbb-08ac396823cb",
    "99999999-0000-4000-8000-999999999999",
];
const DESCRIPTIONS: [&str; 8] = [
    "Cloud Backup (VM)",
    "VM Cloud Backup",
    "Workstation Cloud Backup",
    "Server agent",
    "Workstation",
    "VM",
    "Cloud VM",
    "",
];
const PLATFORMS: [&str; 8] = [
    "VCC-VM-BACKUP",
    "vcc-vm-replica",
    "VCC-CLOUD-DATABASE",
    "VSPC-SERVER-LINUX",
    "VBR-VM-CLOUD",
    "VBR-VM-AHV",
    "VBR-NAS-SHARE",
    "ONE-VM",
];

fn one<'t>(of: &[&'t str], at: u8) -> &'t str {
    of[usize::from(at) % of.len()]
}

impl Organization {
    /// As JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        let uid = match self.uid {
            Uid::Missing => None,
            Uid::Own => Some(UID.to_owned()),
            Uid::Capital => Some(UID.to_ascii_uppercase()),
            Uid::Other => Some(UID.replace('1', "2")),
        };
        let mut organization = Map::new();
        organization.extend(uid.map(|uid| ("organizationUid".to_owned(), json!(uid))));
        let servers = self.servers.iter().map(|server| {
            let workloads: Vec<_> = server.workloads.iter().map(Workload::json).collect();
            match one(&KINDS, server.kind) {
                "" => json!({"workloads": workloads}),
                kind => json!({"serverType": kind, "workloads": workloads}),
            }
        });
        organization.insert("servers".to_owned(), servers.collect());
        Value::Object(organization)
    }
}

impl Workload {
    fn json(&self) -> Value {
        let mut workload = self.row.json();
        workload["id"] = json!(one(&IDS, self.id));
        workload["description"] = match &self.description {
            Description::Known(at) => json!(one(&DESCRIPTIONS, *at)),
            Description::Other(text) => json!(text),
        };
        let platforms = self.platforms.iter();
        let platform = |at: &u8| json!({"typeId": one(&PLATFORMS, *at), "usedCount": 1});
        workload["workloadsByPlatform"] = platforms.map(platform).collect();
        workload
    }
}
