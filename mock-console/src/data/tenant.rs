//! A tenant is a company: its record as listed, and the payloads recorded for it.

use std::path::Path;

use axum::body::Bytes;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::checked::{DataError, json_file, parsed};
use super::resource::Resource;

#[derive(Debug)]
pub(crate) struct Tenant {
    pub(crate) id: u64,
    pub(crate) uid: String,
    /// The company's entry in `tenants.json`, as written there.
    pub(crate) record: Bytes,
    payloads: Vec<(Resource, Bytes)>,
}

impl Tenant {
    pub(crate) fn payload(&self, resource: Resource) -> Option<Bytes> {
        let mut payloads = self.payloads.iter();
        payloads
            .find(|(held, _)| *held == resource)
            .map(|(_, body)| body.clone())
    }
}

/// What the console itself needs of an entry; whatever else is in it is served along.
#[derive(Debug, Deserialize)]
struct Entry {
    id: u64,
    uid: String,
    #[serde(rename = "name")]
    _name: String,
}

/// The bytes of `tenants.json`, and the tenants in it with their payloads.
pub(super) fn read_all(folder: &Path) -> Result<(Bytes, Vec<Tenant>), DataError> {
    let file = folder.join("tenants.json");
    let missing = || DataError::refused(file.clone(), "there is no such file");
    let list = json_file(&file)?.ok_or_else(missing)?;
    let entries: Vec<Entry> = parsed(&file, &list)?;
    let records: Vec<Box<RawValue>> = parsed(&file, &list)?;
    let mut tenants: Vec<Tenant> = Vec::new();
    for (entry, record) in entries.into_iter().zip(records) {
        let Entry { id, uid, .. } = entry;
        if !is_uuid(&uid) {
            let reason = format!("the uid of company {id}, \"{uid}\", is not a UUID");
            return Err(DataError::refused(file, reason));
        }
        let same = |other: &Tenant| other.id == id || other.uid.eq_ignore_ascii_case(&uid);
        if tenants.iter().any(same) {
            let reason = format!("company {id} has the id or the uid of an earlier one");
            return Err(DataError::refused(file, reason));
        }
        let payloads = read_payloads(&folder.join(id.to_string()))?;
        let record = Bytes::copy_from_slice(record.get().as_bytes());
        tenants.push(Tenant {
            id,
            uid,
            record,
            payloads,
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

/// Whether the text is five groups of hexadecimal digits, as in
/// `3f2c1e7a-58d4-4b0e-9a61-0c7d2b9e5f10`.
pub(crate) fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let hexadecimal = |group: &&str| group.bytes().all(|byte| byte.is_ascii_hexdigit());
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12]) && groups.iter().all(hexadecimal)
}
