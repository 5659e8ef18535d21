//! The filters of the query, and their effect on an organization.

use serde::Serialize;

use super::same;
use crate::api::v3::parameters::Parameters;
use crate::data::{Organization, Server};
use crate::problem::V3Refusal;

const ORGANIZATION_TYPES: [&str; 4] = ["Unknown", "Company", "Provider", "Reseller"];
const SERVER_TYPES: [&str; 6] = [
    "Unknown",
    "BackupAndReplication",
    "CloudConnect",
    "VSPC",
    "VONE",
    "VB365",
];

/// An organization as far as the request filters its servers.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Item<'a> {
    organization_uid: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    organization_type: Option<&'a str>,
    provider_uid: Option<&'a str>,
    pub(super) servers: Vec<Shown<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Shown<'a> {
    Recorded(&'a Server),
    MadeUp(Server),
}

impl Shown<'_> {
    pub(super) fn server(&self) -> &Server {
        match self {
            Self::Recorded(server) => server,
            Self::MadeUp(server) => server,
        }
    }
}

/// The filters of the query; without any, all organizations.
#[derive(Debug)]
pub(super) struct Filters {
    /// In lower case.
    pub(super) organizations: Option<Vec<String>>,
    organization_type: Option<&'static str>,
    provider: Option<String>,
    server: Option<String>,
    server_type: Option<&'static str>,
}

impl Filters {
    pub(super) fn read(parameters: &Parameters) -> Result<Self, V3Refusal> {
        Ok(Self {
            organizations: parameters.uuid("organizationUid")?.map(|uid| vec![uid]),
            organization_type: parameters.word("organizationType", &ORGANIZATION_TYPES)?,
            provider: parameters.uuid("providerUid")?,
            server: parameters.uuid("serverUid")?,
            server_type: parameters.word("serverType", &SERVER_TYPES)?,
        })
    }

    /// The organization if it passes, with the servers that pass.
    pub(super) fn item<'a>(&self, organization: &'a Organization) -> Option<Item<'a>> {
        let Organization {
            uid,
            kind,
            provider_uid,
            servers,
        } = organization;
        let is_wanted = admits(self.organization_type, kind.as_deref())
            && admits(self.provider.as_deref(), provider_uid.as_deref());
        let servers = servers.iter().filter(|server| {
            admits(self.server.as_deref(), server.uid.as_deref())
                && admits(self.server_type, server.kind.as_deref())
        });
        is_wanted.then(|| Item {
            organization_uid: uid,
            organization_type: kind.as_deref(),
            provider_uid: provider_uid.as_deref(),
            servers: servers.map(Shown::Recorded).collect(),
        })
    }
}

/// Whether a filter lets a value pass. A value that is not recorded passes.
fn admits(filter: Option<&str>, value: Option<&str>) -> bool {
    match (filter, value) {
        (Some(filter), Some(value)) => same(filter, value),
        _ => true,
    }
}
