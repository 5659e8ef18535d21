//! Records each API request, so that a test can check which requests came, and how often.

use axum::extract::{Query, Request, State};
use axum::http::Uri;
use axum::middleware::Next;
use axum::response::Response;

use super::v3;
use crate::cut::Cut;
use crate::shared::Shared;

/// Records the request on arrival, so that one without a response is in the log too.
pub(super) async fn record(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let company = company(request.uri()).map(|company| shared.data.key(&company));
    let number = shared.visits.arrived(&request, company);
    let response = next.run(request).await;
    if response.extensions().get::<Cut>().is_none() {
        shared.visits.answered(number, response.status());
    }
    response
}

/// The company that a request names: in v2's path below `/v2/tenants`, or in v3's query.
fn company(uri: &Uri) -> Option<String> {
    if let Some(rest) = uri.path().strip_prefix("/v2/tenants/") {
        return rest.split('/').next().map(ToOwned::to_owned);
    }
    let Query(query) = Query::<v3::Parameters>::try_from_uri(uri).ok()?;
    query.get("organizationUid").map(ToOwned::to_owned)
}
