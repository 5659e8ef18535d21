//! The companies: a provider's user sees all of them, a company's user its own.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::caller::Caller;
use super::page::Envelope;
use super::parameters::Parameters;
use crate::data::Tenant;
use crate::problem::V3Refusal;
use crate::shared::Shared;
use crate::users::{Role, User};

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Company<'a> {
    instance_uid: &'a str,
    name: &'a str,
    status: &'static str,
    reseller_uid: Option<&'a str>,
    subscription_plan_uid: Option<&'a str>,
    is_rest_access_enabled: bool,
    is_alarm_detect_enabled: bool,
    login_url: Option<&'a str>,
}

impl<'a> Company<'a> {
    fn of(tenant: &'a Tenant) -> Self {
        Self {
            instance_uid: &tenant.uid,
            name: &tenant.name,
            status: "Active",
            reseller_uid: None,
            subscription_plan_uid: None,
            is_rest_access_enabled: true,
            is_alarm_detect_enabled: false,
            login_url: None,
        }
    }
}

pub(super) async fn list(
    Caller(user): Caller,
    State(shared): State<Shared>,
    Query(parameters): Query<Parameters>,
) -> Result<Response, V3Refusal> {
    parameters.refuse(&["filter", "sort", "select", "expand"])?;
    let page = parameters.page()?;
    let seen = shared
        .data
        .tenants
        .iter()
        .filter(|tenant| sees(&user, tenant));
    Ok(Envelope::page(seen.map(Company::of), page).into_response())
}

pub(super) async fn one(
    Caller(user): Caller,
    State(shared): State<Shared>,
    Path(uid): Path<String>,
) -> Result<Response, V3Refusal> {
    let tenant = shared.data.by_uid(&uid);
    let tenant = tenant
        .filter(|tenant| sees(&user, tenant))
        .ok_or_else(|| V3Refusal::new(StatusCode::NOT_FOUND, "There is no such company."))?;
    Ok(Envelope::of(Company::of(tenant)).into_response())
}

fn sees(user: &User, tenant: &Tenant) -> bool {
    match &user.role {
        Role::PortalAdministrator | Role::PortalOperator => true,
        Role::CompanyOwner(uid) => *uid == tenant.uid,
    }
}
