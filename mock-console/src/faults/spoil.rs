//! The one place where a fault meets a request.

use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use tokio::time::sleep;

use super::fault::{Fault, Instead, Outcome};
use crate::extract::Segments;
use crate::shared::Shared;

#[derive(Debug, Deserialize)]
pub(crate) struct Route {
    tenant: String,
}

/// Answers as the tenant's fault says, or passes the request on.
pub(crate) async fn spoil(
    State(shared): State<Shared>,
    Segments(Route { tenant }): Segments<Route>,
    request: Request,
    next: Next,
) -> Response {
    let key = shared.data.key(&tenant);
    let Some(fault) = shared.faults.take(&key) else {
        return next.run(request).await;
    };
    let Fault { delay, outcome, .. } = fault.as_ref();
    if !delay.is_zero() {
        sleep(*delay).await;
    }
    match outcome {
        // Dropped when the client closes the connection.
        Outcome::Hang => std::future::pending().await,
        Outcome::Cut(cut) => cut.response(),
        Outcome::Answer {
            instead,
            headers,
            pacing,
        } => {
            let mut response = match instead {
                Some(instead) => made_up(instead),
                None => next.run(request).await,
            };
            response.headers_mut().extend(headers.clone());
            pacing.set(response).await
        }
    }
}

fn made_up(instead: &Instead) -> Response {
    let Instead { status, content } = instead;
    let body = content.body();
    if body.is_empty() {
        return status.into_response();
    }
    (
        *status,
        [(header::CONTENT_TYPE, content.content_type())],
        body,
    )
        .into_response()
}
