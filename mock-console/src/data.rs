//! Recorded payloads: read and checked once, at start, and then served byte for byte.

mod checked;
mod resource;
mod tenant;

use std::path::{Path, PathBuf};
use std::{fs, io};

use axum::body::Bytes;

pub use checked::DataError;
pub(crate) use checked::{json_file, parsed};
pub(crate) use resource::Resource;
pub(crate) use tenant::{Tenant, is_uuid};

/// The companies and their payloads.
#[derive(Debug)]
pub(crate) struct Data {
    /// `tenants.json` as recorded.
    pub(crate) list: Bytes,
    tenants: Vec<Tenant>,
    /// Files that nothing will ever ask for: a misspelt name, a company that is not listed.
    pub(crate) strays: Vec<PathBuf>,
}

impl Data {
    /// Reads `tenants.json` and each tenant's payloads below `folder`.
    pub(crate) fn read(folder: &Path) -> Result<Self, DataError> {
        let (list, tenants) = tenant::read_all(folder)?;
        let strays = strays(folder, &tenants)
            .map_err(|error| DataError::unreadable(folder.to_owned(), &error))?;
        Ok(Self {
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
        self.tenants.iter().find(|tenant| tenant.id == id)
    }

    pub(crate) fn by_uid(&self, uid: &str) -> Option<&Tenant> {
        self.tenants
            .iter()
            .find(|tenant| tenant.uid.eq_ignore_ascii_case(uid))
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

/// Everything in the folder that is neither served nor meant for people.
fn strays(folder: &Path, tenants: &[Tenant]) -> io::Result<Vec<PathBuf>> {
    let mut strays = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if tenants.iter().any(|tenant| tenant.id.to_string() == name) {
            for file in fs::read_dir(entry.path())? {
                let file = file?;
                let name = file.file_name().to_string_lossy().into_owned();
                if Resource::ALL
                    .iter()
                    .all(|resource| resource.file_name() != name)
                {
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
