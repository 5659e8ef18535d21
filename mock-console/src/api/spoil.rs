//! The one place where a fault meets a request.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use tokio::time::sleep;

use crate::faults::{Api, Fault, Outcome};

/// Answers as the fault says, or passes the request on.
pub(super) async fn spoil(
    fault: Option<&Fault>,
    api: Api,
    mut request: Request,
    next: Next,
) -> Response {
    let Some(Fault { delay, outcome, .. }) = fault else {
        return next.run(request).await;
    };
    if !delay.is_zero() {
        sleep(*delay).await;
    }
    match outcome {
        // Dropped when the client closes the connection.
        Outcome::Hang => std::future::pending().await,
        Outcome::Cut(cut) => cut.response(),
        Outcome::Answer(changes) => {
            if let Some(wrong) = changes.wrong {
                request.extensions_mut().insert(wrong);
            }
            let mut response = match &changes.instead {
                Some(instead) => instead.response(api),
                None => next.run(request).await,
            };
            response.headers_mut().extend(changes.headers.clone());
            changes.pacing.set(response).await
        }
    }
}
