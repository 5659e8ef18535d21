//! The one request that the card makes.

use std::str::FromStr;
use std::time::Duration;

use super::{Api, Endpoint, Tenant};

/// Which licensing resource of the company is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Resource {
    /// Workloads in the provider's cloud repositories.
    #[default]
    CloudConnectUsage,
    /// Workloads of the company's own backup servers.
    BackupServerUsage,
    /// Agents that the console manages.
    AvailabilityConsoleUsage,
}

impl Resource {
    /// The last segment of its path.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CloudConnectUsage => "cloudConnectUsage",
            Self::BackupServerUsage => "backupServerUsage",
            Self::AvailabilityConsoleUsage => "availabilityConsoleUsage",
        }
    }
}

impl FromStr for Resource {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [
            Self::CloudConnectUsage,
            Self::BackupServerUsage,
            Self::AvailabilityConsoleUsage,
        ]
        .into_iter()
        .find(|resource| resource.as_str() == text)
        .ok_or(())
    }
}

/// Whether cookies go with the request, as in `fetch`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Credentials {
    /// Never.
    Omit,
    /// To the page's own origin.
    #[default]
    SameOrigin,
    /// Always.
    Include,
}

impl Credentials {
    /// The name in `fetch`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Omit => "omit",
            Self::SameOrigin => "same-origin",
            Self::Include => "include",
        }
    }
}

impl FromStr for Credentials {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Omit, Self::SameOrigin, Self::Include]
            .into_iter()
            .find(|credentials| credentials.as_str() == text)
            .ok_or(())
    }
}

/// The request, without the token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Which API it is made to.
    pub api: Api,
    /// The API's base URL.
    pub endpoint: Endpoint,
    /// The company.
    pub tenant: Tenant,
    /// The resource.
    pub resource: Resource,
    /// Whether cookies go with it.
    pub credentials: Credentials,
    /// Time for one attempt, the body included.
    pub timeout: Duration,
}

impl Request {
    /// The URL to get. It never holds a secret.
    #[must_use]
    pub fn url(&self) -> String {
        self.api.url(self)
    }

    /// Whether one answer serves both; each may have a patience of its own.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.same_subject(other) && self.credentials == other.credentials
    }

    /// Whether both request the same numbers of the same company, so that the numbers on screen
    /// for one are right for the other.
    #[must_use]
    pub fn same_subject(&self, other: &Self) -> bool {
        self.api == other.api
            && self.endpoint == other.endpoint
            && self.tenant == other.tenant
            && self.resource == other.resource
    }
}

#[cfg(test)]
mod tests {
    use super::super::Form;
    use super::*;

    #[test]
    fn the_url_names_company_and_resource() {
        const UUID: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";
        let v3 = |server: &str| {
            let uid = format!("organizationUid={UUID}");
            format!("licensing/usage/organizations?{uid}&serverType={server}&limit=500&offset=0")
        };
        for (api, tenant, resource, expected) in [
            (
                Api::V2,
                "2",
                "cloudConnectUsage",
                "tenants/2/licensing/cloudConnectUsage".to_owned(),
            ),
            (
                Api::V2,
                "7",
                "backupServerUsage",
                "tenants/7/licensing/backupServerUsage".to_owned(),
            ),
            (
                Api::V2,
                UUID,
                "availabilityConsoleUsage",
                format!("tenants/{UUID}/licensing/availabilityConsoleUsage/byVCCTenantUid"),
            ),
            (Api::V3, UUID, "cloudConnectUsage", v3("CloudConnect")),
            (
                Api::V3,
                UUID,
                "backupServerUsage",
                v3("BackupAndReplication"),
            ),
            (Api::V3, UUID, "availabilityConsoleUsage", v3("VSPC")),
        ] {
            let endpoint =
                Endpoint::new(Form::Absolute, "https://console.example:1281", "/base/", "");
            let request = Request {
                api,
                endpoint: endpoint.unwrap(),
                tenant: Tenant::new(api, tenant).unwrap(),
                resource: resource.parse().unwrap(),
                credentials: Credentials::default(),
                timeout: Duration::from_secs(10),
            };
            let expected = format!("https://console.example:1281/base/{expected}");
            assert_eq!(request.url(), expected);
        }
    }
}
