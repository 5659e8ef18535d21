//! REST API v2, of Veeam Availability Console 3 to Veeam Service Provider Console 6.

mod bearer;
mod licensing;
mod logout;
mod tenants;
mod token;

use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use axum::{Router, middleware};
use serde::Deserialize;

use super::spoil::spoil;
use crate::extract::Segments;
use crate::faults::Api;
use crate::problem::{no_such_method, no_such_path};
use crate::shared::Shared;

pub(super) fn router(shared: &Shared) -> Router<Shared> {
    Router::new()
        .route("/token", post(token::grant))
        .route("/v2/accounts/logout", post(logout::logout))
        .route("/v2/tenants", get(tenants::list))
        .route("/v2/tenants/{tenant}", get(tenants::one))
        .route(
            "/v2/tenants/{tenant}/licensing/{resource}",
            faulty(shared, licensing::by_id),
        )
        .route(
            "/v2/tenants/{tenant}/licensing/{resource}/byVCCTenantUid",
            faulty(shared, licensing::by_uid),
        )
        .fallback(no_such_path)
        .method_not_allowed_fallback(no_such_method)
}

/// A route whose answers the control API can spoil.
fn faulty<H: Handler<T, Shared>, T: 'static>(shared: &Shared, handler: H) -> MethodRouter<Shared> {
    let spoil = middleware::from_fn_with_state(Shared::clone(shared), spoil_usage);
    get(handler).route_layer(spoil)
}

#[derive(Debug, Deserialize)]
struct Route {
    tenant: String,
}

async fn spoil_usage(
    State(shared): State<Shared>,
    Segments(Route { tenant }): Segments<Route>,
    request: Request,
    next: Next,
) -> Response {
    let fault = shared.faults.take(Some(&shared.data.key(&tenant)));
    spoil(fault.as_deref(), Api::V2, request, next).await
}
