//! Asynchronous actions: queued by a fault, then running, then with a result.

use std::time::Duration;

use axum::body::{Bytes, to_bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;

use super::BASE;
use super::caller::Caller;
use super::page::Envelope;
use super::parameters::Parameters;
use crate::actions::Action;
use crate::problem::{V3Refusal, json};
use crate::shared::{Console, Shared};
use crate::users::User;

/// Answers 202, and keeps the answer as the result of an action that runs for this time.
pub(super) async fn accept(
    shared: &Console,
    parameters: Parameters,
    runs: Duration,
    answer: Response,
) -> Response {
    let (status, body) = (answer.status(), answer.into_body());
    // The console's own bodies are in memory, so reading one cannot fail.
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let result = (status, without_envelope(body));
    let location = shared
        .v3
        .actions
        .queue(parameters.into_map(), runs, result)
        .ok()
        .map(|id| format!("https://{}{BASE}/asyncActions/{id}", shared.v3.address))
        .and_then(|location| HeaderValue::try_from(location).ok());
    match location {
        Some(location) => (StatusCode::ACCEPTED, [(header::LOCATION, location)]).into_response(),
        None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

#[derive(Deserialize)]
struct WithData {
    data: Box<RawValue>,
}

/// The value of `data`; an error's body as it is.
fn without_envelope(body: Bytes) -> Bytes {
    match serde_json::from_slice(&body) {
        Ok(WithData { data }) => Bytes::copy_from_slice(data.get().as_bytes()),
        Err(_) => body,
    }
}

pub(super) async fn info(
    _: Caller,
    State(shared): State<Shared>,
    Path(id): Path<String>,
) -> Result<Response, V3Refusal> {
    let action = find(&shared, &id)?;
    let info = json!({
        "id": action.id,
        "initiatorUid": User::administrator().uid,
        "actionName": "GetOrganizationsLicenseUsage",
        "status": action.status_name(),
        "queryParameters": action.query,
        "requestBody": null,
    });
    Ok(Envelope::of(info).into_response())
}

pub(super) async fn result(
    _: Caller,
    State(shared): State<Shared>,
    Path(id): Path<String>,
) -> Result<Response, V3Refusal> {
    let action = find(&shared, &id)?;
    if action.status_name() == "running" {
        let message = "The action has no result yet.";
        return Err(V3Refusal::new(StatusCode::NOT_FOUND, message));
    }
    Ok(json(action.status, action.body))
}

pub(super) async fn forget(
    _: Caller,
    State(shared): State<Shared>,
    Path(id): Path<String>,
) -> Result<Response, V3Refusal> {
    let action = find(&shared, &id)?;
    shared.v3.actions.forget(&action.id);
    Ok(json(StatusCode::OK, "{}"))
}

fn find(shared: &Console, id: &str) -> Result<Action, V3Refusal> {
    let missing = || V3Refusal::new(StatusCode::NOT_FOUND, "There is no such action.");
    shared.v3.actions.get(id).ok_or_else(missing)
}
