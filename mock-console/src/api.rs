//! The console's REST API: `/token`, and `/v2` behind a bearer token.

mod bearer;
mod cors;
mod licensing;
mod logout;
mod tenants;
mod token;

use axum::extract::{DefaultBodyLimit, FromRef};
use axum::handler::Handler;
use axum::routing::{MethodRouter, get, post};
use axum::{Router, middleware};

use crate::cli::Origin;
use crate::problem::{no_such_method, no_such_path};
use crate::shared::Shared;
use crate::{faults, visits};

/// A sign-in form is some hundred bytes.
const MOST_BYTES: usize = 16 * 1024;

pub(crate) fn router(shared: &Shared, origins: &[Origin]) -> Router {
    let routes = Router::new()
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
        .layer(DefaultBodyLimit::max(MOST_BYTES));
    let routes = match cors::layer(origins) {
        Some(cors) => routes.layer(cors),
        None => routes,
    };
    // Outermost, so that preflights are written down too.
    let record = middleware::from_fn_with_state(Shared::from_ref(shared), visits::record);
    routes.layer(record).with_state(Shared::from_ref(shared))
}

/// A route whose answers the control API can spoil.
fn faulty<H: Handler<T, Shared>, T: 'static>(shared: &Shared, handler: H) -> MethodRouter<Shared> {
    let spoil = middleware::from_fn_with_state(Shared::from_ref(shared), faults::spoil);
    get(handler).route_layer(spoil)
}
