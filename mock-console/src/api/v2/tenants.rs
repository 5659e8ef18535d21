//! The companies: all of them, or one.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::bearer::Bearer;
use crate::extract::Segments;
use crate::problem::{Problem, json};
use crate::shared::Shared;

pub(super) async fn list(_: Bearer, State(shared): State<Shared>) -> Response {
    json(StatusCode::OK, shared.data.list.clone())
}

pub(super) async fn one(
    _: Bearer,
    State(shared): State<Shared>,
    Segments(id): Segments<String>,
) -> Result<Response, Problem> {
    let tenant = shared.data.by_id(&id);
    let tenant = tenant.ok_or_else(|| Problem::not_found("There is no such company."))?;
    Ok(json(StatusCode::OK, tenant.record.clone()))
}
