//! The license usage of organizations.

use axum::Extension;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::json;
use serde_json::value::{RawValue, to_raw_value};

use super::caller::Caller;
use super::page::Envelope;
use super::parameters::Parameters;
use crate::cli::Version;
use crate::data::{Data, Organization, Server};
use crate::faults::Wrong;
use crate::problem::V3Refusal;
use crate::shared::Shared;
use crate::users::{Role, User};

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
struct Item<'a> {
    organization_uid: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    organization_type: Option<&'a str>,
    provider_uid: Option<&'a str>,
    servers: Vec<Shown<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Shown<'a> {
    Recorded(&'a Server),
    MadeUp(Server),
}

/// The filters of the query; without any, all organizations.
#[derive(Debug)]
struct Filters {
    organizations: Option<Vec<String>>,
    organization_type: Option<&'static str>,
    provider: Option<String>,
    server: Option<String>,
    server_type: Option<&'static str>,
}

pub(super) async fn organizations(
    Caller(user): Caller,
    State(shared): State<Shared>,
    Query(parameters): Query<Parameters>,
    wrong: Option<Extension<Wrong>>,
) -> Result<Response, V3Refusal> {
    let wrong = wrong.map(|Extension(wrong)| wrong);
    let scope = scope(&user, shared.v3.version)?;
    parameters.refuse(&["filter", "sort", "select"])?;
    let page = parameters.page()?;
    let filters = Filters::read(&parameters)?.changed(wrong, &shared.data);
    let all = shared
        .data
        .tenants
        .iter()
        .flat_map(|tenant| &tenant.organizations);
    let seen = all.filter(|item| scope.is_none_or(|uid| same(uid, &item.uid)));
    let items = seen.filter_map(|organization| filters.item(organization));
    let mut envelope = Envelope::page(items, page);
    if let Some(wrong) = wrong {
        change(&mut envelope, wrong);
    }
    Ok(envelope.into_response())
}

/// The only organization that the user sees; `None` for a user who sees all.
fn scope(user: &User, version: Version) -> Result<Option<&str>, V3Refusal> {
    match &user.role {
        Role::PortalAdministrator => Ok(None),
        Role::CompanyOwner(uid) if version >= Version::FIRST_FOR_COMPANIES => Ok(Some(uid)),
        Role::CompanyOwner(_) | Role::PortalOperator => {
            let message = format!("The role {} may not do this.", user.role.name());
            Err(V3Refusal::new(StatusCode::FORBIDDEN, message))
        }
    }
}

impl Filters {
    fn read(parameters: &Parameters) -> Result<Self, V3Refusal> {
        Ok(Self {
            organizations: parameters.uuid("organizationUid")?.map(|uid| vec![uid]),
            organization_type: parameters.word("organizationType", &ORGANIZATION_TYPES)?,
            provider: parameters.uuid("providerUid")?,
            server: parameters.uuid("serverUid")?,
            server_type: parameters.word("serverType", &SERVER_TYPES)?,
        })
    }

    /// Lets another organization in, where that is the fault.
    fn changed(mut self, wrong: Option<Wrong>, data: &Data) -> Self {
        let Some(uids) = &mut self.organizations else {
            return self;
        };
        let wanted = uids.first().cloned().unwrap_or_default();
        let other = || {
            let mut others = data
                .tenants
                .iter()
                .filter(|tenant| !same(&tenant.uid, &wanted));
            others
                .find(|tenant| !tenant.organizations.is_empty())
                .map(|tenant| tenant.uid.clone())
        };
        match wrong {
            Some(Wrong::OtherOrganization) => *uids = other().into_iter().collect(),
            Some(Wrong::FurtherOrganization) => uids.extend(other()),
            _ => {}
        }
        self
    }

    fn item<'a>(&self, organization: &'a Organization) -> Option<Item<'a>> {
        let Organization {
            uid,
            kind,
            provider_uid,
            servers,
        } = organization;
        let wanted = self.organizations.as_ref();
        let is_wanted = wanted.is_none_or(|uids| uids.iter().any(|wanted| same(wanted, uid)))
            && admits(self.organization_type, kind.as_deref())
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

fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

fn change(envelope: &mut Envelope<Vec<Item>>, wrong: Wrong) {
    let paging = envelope.meta.as_mut().map(|meta| &mut meta.paging_info);
    match (wrong, paging) {
        (Wrong::PartialPage, Some(paging)) => paging.total += 1,
        (Wrong::LaterPage, Some(paging)) => paging.offset += 1,
        (Wrong::SecondUnit, _) => {
            let items = envelope.data.iter_mut().flatten();
            for item in items {
                item.servers
                    .push(Shown::MadeUp(two_units(item.servers.first())));
            }
        }
        (Wrong::NoData, _) => envelope.data = None,
        (Wrong::ErrorBesides, _) => {
            let message = "The usage of one server could not be read.";
            let error = json!({ "message": message, "type": "retryableLogical", "code": 1000 });
            envelope.errors = Some(vec![error]);
        }
        _ => {}
    }
}

/// A server of the first one's type, with machines in use in points and in instances.
fn two_units(first: Option<&Shown>) -> Server {
    let kind = match first {
        Some(Shown::Recorded(server)) => server.kind.clone(),
        Some(Shown::MadeUp(server)) => server.kind.clone(),
        None => Some("CloudConnect".to_owned()),
    };
    Server {
        uid: Some("5e000000-0000-4000-8000-00000000ffff".to_owned()),
        kind,
        workloads: workloads_in_two_units(),
    }
}

fn workloads_in_two_units() -> Option<Box<RawValue>> {
    let workload = |unit| {
        json!({
            "id": "97e257f5-b50b-4844-90dd-f8bb6f9ecc20",
            "description": "Cloud Backup (VM)",
            "unitType": unit,
            "rentalUnits": 0.0, "newUnits": 0.0, "usedUnits": 3.0,
            "rentalCount": 0, "newCount": 0, "usedCount": 3,
            "workloadsByPlatform": [],
        })
    };
    to_raw_value(&[workload("Points"), workload("Instances")]).ok()
}
