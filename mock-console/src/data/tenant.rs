//! A tenant is a company: its record as listed, and the payloads recorded for it.

use std::path::Path;

use axum::body::Bytes;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::checked::{DataError, json_file, parsed};
use super::organization::Organization;
use super::resource::Resource;

#[derive(Debug)]
pub(crate) struct Tenant {
    pub(crate) id: u64,
    pub(crate) uid: String,
    pub(crate) name: String,
    /// The company's entry in `tenants.json`, as written there.
    pub(crate) record: Bytes,
    /// The folder of its payloads.
    pub(super) folder: String,
    pub(super) payloads: Vec<(Resource, Bytes)>,
    /// Its usage in v3's shape.
    pub(crate) organizations: Vec<Organization>,
}

impl Tenant {
    pub(crate) fn payload(&self, resource: Resource) -> Option<Bytes> {
        let mut payloads = self.payloads.iter();
        payloads
            .find(|(held, _)| *held == resource)
            .map(|(_, body)| body.clone())
    }
}

/// The fields of an entry that the console needs; it serves the others along.
#[derive(Debug, Deserialize)]
struct Entry {
    id: u64,
    uid: String,
    name: String,
    /// The ID if there is none.
    folder: Option<String>,
}

/// The file of a company's usage in v3's shape.
const ORGANIZATIONS: &str = "organizations.json";

/// Whether a company's file of this name is served.
pub(super) fn is_served(name: &str) -> bool {
    name == ORGANIZATIONS
        || Resource::ALL
            .iter()
            .any(|resource| resource.file_name() == name)
}

/// The bytes of `tenants.json`, and the tenants in it with their payloads.
pub(super) fn read_all(recordings: &Path) -> Result<(Bytes, Vec<Tenant>), DataError> {
    let file = recordings.join("tenants.json");
    let missing = || DataError::refused(file.clone(), "there is no such file");
    let list = json_file(&file)?.ok_or_else(missing)?;
    let entries: Vec<Entry> = parsed(&file, &list)?;
    let records: Vec<Box<RawValue>> = parsed(&file, &list)?;
    let mut tenants: Vec<Tenant> = Vec::new();
    for (entry, record) in entries.into_iter().zip(records) {
        let Entry {
            id,
            uid,
            name,
            folder,
        } = entry;
        if !is_uuid(&uid) {
            let reason = format!("the uid of company {id}, \"{uid}\", is not a UUID");
            return Err(DataError::refused(file, reason));
        }
        let same = |other: &Tenant| other.id == id || other.uid.eq_ignore_ascii_case(&uid);
        if tenants.iter().any(same) {
            let reason = format!("company {id} has the id or the uid of an earlier one");
            return Err(DataError::refused(file, reason));
        }
        let folder = folder.unwrap_or_else(|| id.to_string());
        let path = recordings.join(&folder);
        tenants.push(Tenant {
            payloads: read_payloads(&path)?,
            organizations: read_organizations(&path, &uid)?,
            record: Bytes::copy_from_slice(record.get().as_bytes()),
            id,
            uid,
            name,
            folder,
        });
    }
    Ok((list, tenants))
}

fn read_payloads(folder: &Path) -> Result<Vec<(Resource, Bytes)>, DataError> {
    let mut payloads = Vec::new();
    for resource in Resource::ALL {
        if let Some(body) = json_file(&folder.join(resource.file_name()))? {
            payloads.push((resource, body));
        }
    }
    Ok(payloads)
}

fn read_organizations(folder: &Path, uid: &str) -> Result<Vec<Organization>, DataError> {
    let file = folder.join(ORGANIZATIONS);
    let Some(bytes) = json_file(&file)? else {
        return Ok(vec![Organization::without_usage(uid)]);
    };
    let organizations: Vec<Organization> = parsed(&file, &bytes)?;
    let other = |item: &&Organization| !item.uid.eq_ignore_ascii_case(uid);
    match organizations.iter().find(other) {
        Some(item) => {
            let reason = format!("{} is not the uid of this company", item.uid);
            Err(DataError::refused(file, reason))
        }
        None => Ok(organizations),
    }
}

/// Whether the text is five groups of hexadecimal digits, as in
/// `3f2c1e7a-58d4-4b0e-9a61-0c7d2b9e5f10`.
pub(crate) fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let hexadecimal = |group: &&str| group.bytes().all(|byte| byte.is_ascii_hexdigit());
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12]) && groups.iter().all(hexadecimal)
}
