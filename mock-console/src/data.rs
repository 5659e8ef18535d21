//! Recorded payloads: read and checked once, at start, and then served byte for byte.

mod checked;
mod made_up;
mod organization;
mod resource;
mod tenant;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use axum::body::Bytes;

pub use checked::DataError;
pub(crate) use checked::{json_file, parsed};
pub(crate) use organization::{Organization, Server};
pub(crate) use resource::Resource;
pub(crate) use tenant::{Tenant, is_uuid};

/// The companies and their payloads.
#[derive(Debug)]
pub(crate) struct Data {
    /// `tenants.json` as recorded, with the made-up companies if there are any.
    pub(crate) list: Bytes,
    pub(crate) tenants: Vec<Tenant>,
    by_id: HashMap<u64, usize>,
    /// By the UUID in lower case.
    by_uid: HashMap<String, usize>,
    /// Files that nothing will ever ask for: a misspelt name, a company that is not listed.
    pub(crate) strays: Vec<PathBuf>,
}

impl Data {
    /// Reads `tenants.json` and each tenant's payloads below `folder`, and makes up so many more
    /// companies.
    pub(crate) fn read(folder: &Path, made_up: u32) -> Result<Self, DataError> {
        let (mut list, mut tenants) = tenant::read_all(folder)?;
        let strays = strays(folder, &tenants)
            .map_err(|error| DataError::unreadable(folder.to_owned(), &error))?;
        if made_up > 0 {
            let companies = made_up::companies(made_up)
                .map_err(|error| DataError::refused(folder.to_owned(), error.to_string()))?;
            tenants.extend(companies);
            list = list_of(&tenants);
        }
        let numbered = || tenants.iter().enumerate();
        let ids = numbered().map(|(index, tenant)| (tenant.id, index));
        let uids = numbered().map(|(index, tenant)| (tenant.uid.to_ascii_lowercase(), index));
        Ok(Self {
            by_id: ids.collect(),
            by_uid: uids.collect(),
            list,
            tenants,
            strays,
        })
    }

    pub(crate) fn by_id(&self, id: &str) -> Option<&Tenant> {
        // Digits only: parsing alone would take a plus sign.
        let id: u64 = id
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| id.parse().ok())??;
        self.tenants.get(*self.by_id.get(&id)?)
    }

    pub(crate) fn by_uid(&self, uid: &str) -> Option<&Tenant> {
        self.tenants
            .get(*self.by_uid.get(&uid.to_ascii_lowercase())?)
    }

    /// One key for the ID and the UUID of a company; an unknown one is its own key.
    pub(crate) fn key(&self, id_or_uid: &str) -> String {
        let known = self.by_id(id_or_uid).or_else(|| self.by_uid(id_or_uid));
        known.map_or_else(
            || id_or_uid.to_ascii_lowercase(),
            |tenant| tenant.id.to_string(),
        )
    }
}

fn list_of(tenants: &[Tenant]) -> Bytes {
    let records: Vec<&[u8]> = tenants.iter().map(|tenant| &*tenant.record).collect();
    [b"[".as_slice(), &records.join(&b','), b"]"]
        .concat()
        .into()
}

/// Everything in the folder that is neither served nor meant for people.
fn strays(folder: &Path, tenants: &[Tenant]) -> io::Result<Vec<PathBuf>> {
    let mut strays = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if tenants.iter().any(|tenant| tenant.folder == name) {
            for file in fs::read_dir(entry.path())? {
                let file = file?;
                let name = file.file_name().to_string_lossy().into_owned();
                if !tenant::is_served(&name) {
                    strays.push(file.path());
                }
            }
        } else if !name.starts_with('.') && name != "tenants.json" && name != "README.md" {
            strays.push(entry.path());
        }
    }
    strays.sort();
    Ok(strays)
}
