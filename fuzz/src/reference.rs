//! The tables of payloads in `docs/reference.md` once more, as plainly as possible and straight
//! from the JSON.

use std::collections::BTreeMap;

use licensing_card::api::{Api, Expected, Resource, Tenant};
use serde_json::Value;

use crate::amount::Written;

const MOST_MACHINES: u128 = 1 << 53;
const MOST_MILLIONTHS: u128 = 1_000_000_000_000_000_000;
const MOST_TYPES: usize = 1_000;
const LONGEST: usize = 256;
const MEASURES: [&str; 3] = ["rental", "new", "used"];

/// Rental, new and used.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums {
    pub(crate) machines: [u128; 3],
    pub(crate) millionths: [u128; 3],
}

impl Sums {
    fn add(&mut self, other: &Self) {
        for at in 0..3 {
            self.machines[at] += other.machines[at];
            self.millionths[at] += other.millionths[at];
        }
    }
}

/// A payload.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) unit: Option<String>,
    /// By type, in lower case.
    pub(crate) workloads: BTreeMap<String, Sums>,
    pub(crate) totals: Sums,
}

/// One row.
struct Row {
    kind: String,
    unit: String,
    /// Whether it has a say in the unit.
    has_say: bool,
    sums: Sums,
}

/// A payload's usage; `None` if it is no usage.
pub(crate) fn read(payload: &Value, expected: &Expected) -> Option<Report> {
    let list = list(payload)?;
    let rows: Vec<Row> = match expected.api {
        Api::V2 => list.iter().map(row).collect::<Option<_>>()?,
        Api::V3 => organizations(list, expected)?,
    };
    let mut all = Report::default();
    for row in &rows {
        if row.has_say && *all.unit.get_or_insert_with(|| row.unit.clone()) != row.unit {
            return None;
        }
        let kind = row.kind.to_ascii_lowercase();
        all.workloads.entry(kind).or_default().add(&row.sums);
        all.totals.add(&row.sums);
    }
    all.unit = all.unit.or(rows.first().map(|row| row.unit.clone()));
    let machines: u128 = all.totals.machines.iter().sum();
    let fits = machines <= MOST_MACHINES && all.workloads.len() <= MOST_TYPES;
    fits.then_some(all)
}

/// The rows, or organizations; `None` where a payload has none of the accepted shapes, or says that
/// it is not all.
fn list(payload: &Value) -> Option<&[Value]> {
    let Value::Object(members) = payload else {
        return rows(payload);
    };
    let list = rows(members.get("data")?)?;
    let is_list = |value: &Value| value.as_array().is_some_and(|list| !list.is_empty());
    if members.get("errors").is_some_and(is_list) {
        return None;
    }
    for link in ["nextLink", "@odata.nextLink"] {
        match members.get(link) {
            None | Some(Value::Null | Value::Bool(_)) => {}
            Some(Value::String(text)) if text.is_empty() => {}
            Some(_) => return None,
        }
    }
    let paging = members.get("meta").and_then(|meta| meta.get("pagingInfo"));
    for (name, most) in [("total", list.len() as u128), ("offset", 0)] {
        let number = match paging.and_then(|paging| paging.get(name)) {
            None | Some(Value::Null) => continue,
            Some(Value::Number(number)) => Written::read(number.as_str()),
            Some(_) => return None,
        };
        let is_most = number.count().is_some_and(|count| count <= most);
        let millionths = number.millionths();
        let is_less = millionths.is_some_and(|millionths| millionths / 1_000_000 < most);
        if !is_most && !is_less {
            return None;
        }
    }
    Some(list)
}

fn rows(value: &Value) -> Option<&[Value]> {
    match value {
        Value::Null => Some(&[]),
        Value::Array(rows) => Some(rows),
        _ => None,
    }
}

/// A row of version 2.
fn row(row: &Value) -> Option<Row> {
    row.as_object()?;
    let kind = text(row, "type")?;
    let units = numbers(row, "Units", millionths)?;
    let instances = numbers(row, "Instances", millionths)?;
    let counts = numbers(row, "Count", count)?;
    let all = [units, instances, counts].concat();
    if all.iter().all(Option::is_none) {
        return None;
    }
    let mut sums = Sums::default();
    for at in 0..3 {
        sums.machines[at] = counts[at].unwrap_or_default();
        sums.millionths[at] = instances[at].or(units[at]).unwrap_or_default();
    }
    let other = text(row, "unitsType")?;
    let unit = text(row, "unitType")?;
    let unit = match row.get("unitType") {
        None | Some(Value::Null) => other,
        Some(_) => unit,
    };
    Some(Row {
        kind: named(kind),
        unit: plural(&unit),
        has_say: true,
        sums,
    })
}

fn organizations(list: &[Value], expected: &Expected) -> Option<Vec<Row>> {
    let mut own = match &expected.tenant {
        Some(Tenant::Uid(uid)) => Some(uid.to_ascii_lowercase()),
        _ => None,
    };
    let wanted = match expected.resource {
        Resource::CloudConnectUsage => "cloudconnect",
        Resource::BackupServerUsage => "backupandreplication",
        Resource::AvailabilityConsoleUsage => "vspc",
    };
    let mut found = Vec::new();
    for organization in list {
        has_any(
            organization,
            &["organizationUid", "organizationType", "servers"],
        )?;
        if let Some(uid) = given(organization, "organizationUid") {
            let uid = text(organization, "organizationUid").filter(|_| uid.is_string())?;
            let uid = uid.to_ascii_lowercase();
            if *own.get_or_insert_with(|| uid.clone()) != uid {
                return None;
            }
        }
        for server in listed(organization, "servers")? {
            has_any(server, &["serverUid", "serverType", "workloads"])?;
            let kind = text(server, "serverType")?;
            let is_wanted = match given(server, "serverType") {
                None => expected.is_fetched,
                Some(_) => kind.eq_ignore_ascii_case(wanted),
            };
            if is_wanted {
                for workload in listed(server, "workloads")? {
                    found.push(self::workload(workload, expected.resource)?);
                }
            }
        }
    }
    Some(found)
}

fn workload(workload: &Value, resource: Resource) -> Option<Row> {
    workload.as_object()?;
    let description = text(workload, "description")?;
    let units = numbers(workload, "Units", millionths)?;
    let counts = numbers(workload, "Count", count)?;
    if [units, counts].concat().iter().all(Option::is_none) {
        return None;
    }
    let unit = text(workload, "unitType")?;
    let unit = match plural(&unit).as_str() {
        "unknown" => "units".to_owned(),
        unit => unit.to_owned(),
    };
    let platforms = workload
        .get("workloadsByPlatform")
        .and_then(Value::as_array);
    let mut ids = platforms
        .into_iter()
        .flatten()
        .filter_map(|one| one.get("typeId")?.as_str());
    let known = ids.find_map(of_platform);
    let id = workload
        .get("id")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let known = known.or_else(|| of_id(&id.to_ascii_lowercase()));
    let known = known.or_else(|| of_words(resource, &description));
    Some(Row {
        kind: known.map_or_else(|| named(description), str::to_owned),
        unit,
        has_say: units.iter().flatten().any(|amount| *amount > 0),
        sums: Sums {
            machines: counts.map(Option::unwrap_or_default),
            millionths: units.map(Option::unwrap_or_default),
        },
    })
}

fn of_platform(id: &str) -> Option<&'static str> {
    if id.len() > 64 {
        return None;
    }
    let id = id.to_ascii_uppercase();
    let parts: Vec<_> = id.split('-').collect();
    Some(match parts[..] {
        ["VCC", "VM", "BACKUP"] => "CC_VM_Backup",
        ["VCC", "VM", "REPLICA"] => "CC_VM_Replica",
        ["VCC", "SERVER", "BACKUP"] => "CC_Server_Backup",
        ["VCC", "WORKSTATION", "BACKUP"] => "CC_Workstation_Backup",
        ["VSPC", "SERVER", _, ..] => "VAC_Server_Agent",
        ["VSPC", "WORKSTATION", _, ..] => "VAC_Workstation_Agent",
        ["VBR", "VM", cloud, ..] if cloud.starts_with("CLOUD") => "VBR_Cloud_VM",
        ["VBR", "VM", _, ..] => "VBR_VM",
        ["VBR", "SERVER", _, ..] => "VBR_Server_Agent",
        ["VBR", "WORKSTATION", _, ..] => "VBR_Workstation_Agent",
        ["VBR", "NAS", share, ..] if share.starts_with("SHARE") => "VBR_NAS_Backup",
        ["VBR", "APPLICATION", it, ..] if it.starts_with("PLUGIN") => "VBR_Application_Plugins",
        _ => return None,
    })
}

fn of_id(id: &str) -> Option<&'static str> {
    Some(match id {
        "97e257f5-b50b-4844-90dd-f8bb6f9ecc20" => "CC_VM_Backup",
        "dd20bce2-fedc-451b-8399-6ba6eaada4a0" => "CC_VM_Replica",
        "44204712-d6d1-466b-93d0-ac32f02b5a75" => "CC_Server_Backup",
        "15dd8880-4379-40b9-adbb-08ac396823cb" => "VAC_Server_Agent",
        "3cd1c49e-6ccd-42ee-8892-5d027efca157" => "VAC_Workstation_Agent",
        "dd79949a-2fc8-4673-a466-c184ccf8d0b9" => "VBR_VM",
        "a4e11b25-9808-4c0e-a896-d8d895d8ff5e" => "VBR_Server_Agent",
        "7d5e9198-8972-4c44-8074-60be5212b9d4" => "VBR_Cloud_VM",
        _ => return None,
    })
}

fn of_words(resource: Resource, description: &str) -> Option<&'static str> {
    let lower = description.to_ascii_lowercase();
    let words = lower.split(|char: char| match char {
        '\0'..='\x7f' => !char.is_ascii_alphanumeric(),
        '\u{2010}'..='\u{205e}' | '（' | '）' => true,
        _ => char.is_whitespace(),
    });
    let mut words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.dedup();
    Some(match (resource, &words[..]) {
        (Resource::CloudConnectUsage, ["backup", "cloud", "vm"]) => "CC_VM_Backup",
        (Resource::CloudConnectUsage, ["cloud", "replica", "vm"]) => "CC_VM_Replica",
        (Resource::CloudConnectUsage, ["backup", "cloud", "server"]) => "CC_Server_Backup",
        (Resource::CloudConnectUsage, ["backup", "cloud", "workstation"]) => {
            "CC_Workstation_Backup"
        }
        (Resource::BackupServerUsage, ["vm"]) => "VBR_VM",
        (Resource::BackupServerUsage, ["cloud", "vm"]) => "VBR_Cloud_VM",
        (Resource::BackupServerUsage, ["server"] | ["agent", "server"]) => "VBR_Server_Agent",
        (Resource::BackupServerUsage, ["workstation"] | ["agent", "workstation"]) => {
            "VBR_Workstation_Agent"
        }
        (Resource::BackupServerUsage, ["file", "share"] | ["250", "gb", "nas"]) => "VBR_NAS_Backup",
        (Resource::BackupServerUsage, ["application"]) => "VBR_Application_Plugins",
        (Resource::AvailabilityConsoleUsage, ["server"] | ["agent", "server"]) => {
            "VAC_Server_Agent"
        }
        (Resource::AvailabilityConsoleUsage, ["workstation"] | ["agent", "workstation"]) => {
            "VAC_Workstation_Agent"
        }
        _ => return None,
    })
}

fn has_any(value: &Value, members: &[&str]) -> Option<()> {
    let object = value.as_object()?;
    members
        .iter()
        .any(|name| object.contains_key(*name))
        .then_some(())
}

/// A member that is a list, or not there.
fn listed<'v>(value: &'v Value, name: &str) -> Option<&'v [Value]> {
    rows(value.get(name).unwrap_or(&Value::Null))
}

/// A member that is there and not `null`.
fn given<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    value.get(name).filter(|value| !value.is_null())
}

/// Rental, new and used; `None` where one of them is no number, or one that cannot be.
fn numbers(
    row: &Value,
    kind: &str,
    read: fn(&Written) -> Option<u128>,
) -> Option<[Option<u128>; 3]> {
    let mut numbers = [None; 3];
    for (measure, number) in MEASURES.iter().zip(&mut numbers) {
        *number = match given(row, &format!("{measure}{kind}")) {
            None => None,
            Some(Value::Number(number)) => Some(read(&Written::read(number.as_str()))?),
            Some(_) => return None,
        };
    }
    Some(numbers)
}

fn count(written: &Written) -> Option<u128> {
    written.count().filter(|count| *count <= MOST_MACHINES)
}

fn millionths(written: &Written) -> Option<u128> {
    written
        .millionths()
        .filter(|amount| *amount <= MOST_MILLIONTHS)
}

fn named(kind: String) -> String {
    if kind.is_empty() {
        "Unknown".to_owned()
    } else {
        kind
    }
}

fn plural(unit: &str) -> String {
    match unit.to_ascii_lowercase().as_str() {
        "" | "instance" => "instances".to_owned(),
        "point" => "points".to_owned(),
        unit => unit.to_owned(),
    }
}

/// A text, empty where there is none; `None` where something else is in its place, or a long one.
fn text(row: &Value, field: &str) -> Option<String> {
    match row.get(field) {
        None | Some(Value::Null) => Some(String::new()),
        Some(Value::String(text)) => Some(text.clone()).filter(|it| it.chars().count() <= LONGEST),
        Some(_) => None,
    }
}
