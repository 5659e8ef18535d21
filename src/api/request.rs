//! The one request that the card makes.

use std::str::FromStr;
use std::time::Duration;

use super::{Endpoint, Tenant};

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

impl FromStr for Credentials {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "omit" => Ok(Self::Omit),
            "same-origin" => Ok(Self::SameOrigin),
            "include" => Ok(Self::Include),
            _ => Err(()),
        }
    }
}

/// What to ask for, and how; everything but the token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
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
        let (tenant, suffix) = match &self.tenant {
            Tenant::Id(id) => (id, ""),
            Tenant::Uid(uid) => (uid, "/byVCCTenantUid"),
        };
        let (endpoint, resource) = (self.endpoint.as_str(), self.resource.as_str());
        format!("{endpoint}/tenants/{tenant}/licensing/{resource}{suffix}")
    }

    /// Whether one answer serves both; each may have a patience of its own.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.same_subject(other) && self.credentials == other.credentials
    }

    /// Whether both ask for the same company's same numbers, so that what is on screen for one is
    /// right for the other.
    #[must_use]
    pub fn same_subject(&self, other: &Self) -> bool {
        self.endpoint == other.endpoint
            && self.tenant == other.tenant
            && self.resource == other.resource
    }
}

#[cfg(test)]
mod tests {
    use super::super::UrlParts;
    use super::*;

    #[test]
    fn the_url_names_company_and_resource() {
        const UUID: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";
        let url = UrlParts {
            protocol: "https:".to_owned(),
            origin: "https://console.example:1281".to_owned(),
            pathname: "/v2/".to_owned(),
            ..UrlParts::default()
        };
        for (tenant, resource, expected) in [
            (
                "2",
                "cloudConnectUsage",
                "2/licensing/cloudConnectUsage".to_owned(),
            ),
            (
                "7",
                "backupServerUsage",
                "7/licensing/backupServerUsage".to_owned(),
            ),
            (
                UUID,
                "availabilityConsoleUsage",
                format!("{UUID}/licensing/availabilityConsoleUsage/byVCCTenantUid"),
            ),
        ] {
            let request = Request {
                endpoint: Endpoint::new(&url, "").unwrap(),
                tenant: Tenant::new(tenant).unwrap(),
                resource: resource.parse().unwrap(),
                credentials: Credentials::default(),
                timeout: Duration::from_secs(10),
            };
            let expected = format!("https://console.example:1281/v2/tenants/{expected}");
            assert_eq!(request.url(), expected);
        }
    }
}
