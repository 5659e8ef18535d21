//! The version of v3 that a client expects.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;

use crate::cli::Version;
use crate::problem::json;
use crate::shared::Shared;

/// Refuses a client that expects a later version than the console has.
pub(super) async fn check(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let version = request.headers().get("x-client-version");
    let is_known = |version: Version| version <= shared.v3.version;
    match version.map(|version| version.to_str().map(str::parse)) {
        None => next.run(request).await,
        Some(Ok(Ok(version))) if is_known(version) => next.run(request).await,
        Some(_) => unsupported(),
    }
}

fn unsupported() -> Response {
    const BODY: &str = r#"{"error":{"code":"UnsupportedApiVersion","message":"This console does not support the version in X-Client-Version."}}"#;
    json(StatusCode::BAD_REQUEST, BODY)
}
