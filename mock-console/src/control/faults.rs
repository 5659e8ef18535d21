//! Setting and ending faults.

use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::StatusCode;

use crate::data::is_uuid;
use crate::extract::Segments;
use crate::faults::{EVERY, Fault};
use crate::problem::Problem;
use crate::shared::Shared;

pub(super) async fn set(
    State(shared): State<Shared>,
    Segments(tenant): Segments<String>,
    body: Result<Bytes, BytesRejection>,
) -> Result<StatusCode, Problem> {
    let key = key(&shared, &tenant)?;
    let body = body.map_err(|rejection| Problem::new(rejection.status(), rejection.body_text()))?;
    let faults = Fault::list(&body)
        .map_err(|error| Problem::bad_request(format!("This is no fault: {error}.")))?;
    shared.faults.set(key, faults);
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn clear(
    State(shared): State<Shared>,
    Segments(tenant): Segments<String>,
) -> Result<StatusCode, Problem> {
    let key = key(&shared, &tenant)?;
    shared.faults.clear(&key);
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn clear_all(State(shared): State<Shared>) -> StatusCode {
    shared.faults.clear_all();
    StatusCode::NO_CONTENT
}

/// A tenant need not exist to have a fault, but a card must accept it.
fn key(shared: &Shared, tenant: &str) -> Result<String, Problem> {
    let digits = (1..=19).contains(&tenant.len()) && tenant.bytes().all(|b| b.is_ascii_digit());
    if digits || is_uuid(tenant) || tenant == EVERY {
        Ok(shared.data.key(tenant))
    } else {
        Err(Problem::bad_request(
            "A tenant is up to 19 digits, or a UUID; \"every\" is all of them.",
        ))
    }
}
