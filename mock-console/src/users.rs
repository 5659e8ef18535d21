//! The users of the console, and the API keys that stand for them.

use crate::data::{Data, Tenant};

/// The prefix of each key; the rest is the user's name.
const KEY: &str = "key-";
const READ_ONLY: &str = "-read-only";
const ADMINISTRATOR: &str = "portal-administrator";
const OPERATOR: &str = "portal-operator";
const OWNER: &str = "company-owner-";

/// The UID of the provider's own organization.
pub(crate) const PROVIDER: &str = "00000000-0000-4000-9000-000000000001";

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct User {
    pub(crate) name: String,
    pub(crate) uid: String,
    pub(crate) role: Role,
    /// Whether the user's token or key only reads.
    pub(crate) read_only: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Role {
    PortalAdministrator,
    PortalOperator,
    /// With the organization's UID.
    CompanyOwner(String),
}

impl Role {
    /// As the API writes it.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::PortalAdministrator => "PortalAdministrator",
            Self::PortalOperator => "PortalOperator",
            Self::CompanyOwner(_) => "CompanyOwner",
        }
    }
}

impl User {
    /// The provider's administrator.
    pub(crate) fn administrator() -> Self {
        Self::of_provider(ADMINISTRATOR, Role::PortalAdministrator, 1)
    }

    /// The user with this name: `portal-administrator`, `portal-operator`, or `company-owner-2` of
    /// company 2.
    pub(crate) fn named(name: &str, data: &Data) -> Option<Self> {
        match name {
            ADMINISTRATOR => Some(Self::administrator()),
            OPERATOR => Some(Self::of_provider(OPERATOR, Role::PortalOperator, 2)),
            _ => data.by_id(name.strip_prefix(OWNER)?).map(Self::owner),
        }
    }

    /// The user of an API key: `key-` and the user's name, with `-read-only` for a key that only
    /// reads.
    pub(crate) fn of_key(key: &str, data: &Data) -> Option<Self> {
        let name = key.strip_prefix(KEY)?;
        match name.strip_suffix(READ_ONLY) {
            None => Self::named(name, data),
            Some(name) => Self::named(name, data).map(Self::only_reading),
        }
    }

    pub(crate) fn only_reading(self) -> Self {
        Self {
            read_only: true,
            ..self
        }
    }

    fn of_provider(name: &str, role: Role, number: u32) -> Self {
        Self {
            name: name.to_owned(),
            uid: format!("00000000-0000-4000-a000-{number:012}"),
            role,
            read_only: false,
        }
    }

    fn owner(tenant: &Tenant) -> Self {
        Self {
            name: format!("{OWNER}{}", tenant.id),
            uid: format!("00000000-0000-4000-b000-{:012}", tenant.id),
            role: Role::CompanyOwner(tenant.uid.clone()),
            read_only: false,
        }
    }
}
