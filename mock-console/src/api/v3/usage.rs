//! The license usage of organizations.

mod filters;
mod wrong;

use axum::Extension;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::caller::Caller;
use super::page::Envelope;
use super::parameters::Parameters;
use crate::cli::Version;
use crate::data::Tenant;
use crate::faults::Wrong;
use crate::problem::V3Refusal;
use crate::shared::Shared;
use crate::users::{Role, User};
use filters::Filters;

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
    let tenants: Vec<&Tenant> = match &filters.organizations {
        None => shared.data.tenants.iter().collect(),
        Some(uids) => uids
            .iter()
            .filter_map(|uid| shared.data.by_uid(uid))
            .collect(),
    };
    let all = tenants.into_iter().flat_map(|tenant| &tenant.organizations);
    let seen = all.filter(|item| scope.is_none_or(|uid| same(uid, &item.uid)));
    let items = seen.filter_map(|organization| filters.item(organization));
    let mut envelope = Envelope::page(items, page);
    if let Some(wrong) = wrong {
        wrong::change(&mut envelope, wrong);
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

fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}
