//! A company's license usage, as recorded.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::bearer::Bearer;
use crate::data::{Resource, Tenant};
use crate::extract::Segments;
use crate::problem::{Problem, json};
use crate::shared::Shared;

pub(super) async fn by_id(
    _: Bearer,
    State(shared): State<Shared>,
    Segments((id, resource)): Segments<(String, String)>,
) -> Result<Response, Problem> {
    usage(shared.data.by_id(&id), &resource)
}

pub(super) async fn by_uid(
    _: Bearer,
    State(shared): State<Shared>,
    Segments((uid, resource)): Segments<(String, String)>,
) -> Result<Response, Problem> {
    usage(shared.data.by_uid(&uid), &resource)
}

fn usage(tenant: Option<&Tenant>, resource: &str) -> Result<Response, Problem> {
    let tenant = tenant.ok_or_else(|| Problem::not_found("There is no such company."))?;
    let resource = Resource::named(resource)
        .ok_or_else(|| Problem::not_found("There is no such licensing resource."))?;
    let body = tenant.payload(resource).ok_or_else(|| {
        Problem::not_found(format!(
            "No {} is recorded for this company.",
            resource.name()
        ))
    })?;
    Ok(json(StatusCode::OK, body))
}
