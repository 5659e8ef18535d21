//! Access tokens can be made to expire now, as if their time had come.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use crate::extract::QueryParameters;
use crate::problem::json;
use crate::shared::Shared;

#[derive(Debug, Deserialize)]
pub(super) struct Which {
    token: Option<String>,
}

pub(super) async fn expire(
    State(shared): State<Shared>,
    QueryParameters(which): QueryParameters<Which>,
) -> Response {
    let only = which.token.as_deref();
    let expired = shared.v2_tokens.expire(only) + shared.v3.tokens.expire(only);
    json(StatusCode::OK, json!({ "expired": expired }).to_string())
}
