//! The API's requests, for a test to read.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::extract::QueryParameters;
use crate::problem::{Problem, json};
use crate::shared::Shared;

#[derive(Debug, Deserialize)]
pub(super) struct Which {
    tenant: Option<String>,
}

pub(super) async fn list(
    State(shared): State<Shared>,
    QueryParameters(which): QueryParameters<Which>,
) -> Response {
    let company = which.tenant.map(|tenant| shared.data.key(&tenant));
    match serde_json::to_vec(&shared.visits.list(company.as_deref())) {
        Ok(body) => json(StatusCode::OK, body),
        Err(error) => {
            Problem::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response()
        }
    }
}

pub(super) async fn forget(
    State(shared): State<Shared>,
    QueryParameters(which): QueryParameters<Which>,
) -> StatusCode {
    let company = which.tenant.map(|tenant| shared.data.key(&tenant));
    shared.visits.forget(company.as_deref());
    StatusCode::NO_CONTENT
}
