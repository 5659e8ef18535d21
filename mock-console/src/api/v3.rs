//! REST API v3, of Veeam Service Provider Console 7 and later.

mod actions;
mod caller;
mod companies;
mod me;
mod page;
mod parameters;
mod token;
mod usage;
mod version;

use std::time::Duration;

use axum::extract::{Query, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Router, middleware};

use super::spoil::spoil;
use crate::cli::Version;
use crate::faults::{Api, Outcome};
use crate::problem::V3Refusal;
use crate::shared::Shared;

pub(super) use parameters::Parameters;

/// The path that all paths of v3 begin with.
pub(super) const BASE: &str = "/api/v3";

pub(super) fn router(shared: &Shared) -> Router<Shared> {
    let spoil = middleware::from_fn_with_state(Shared::clone(shared), spoil_usage);
    Router::new()
        .route("/token", post(token::grant))
        .route("/users/me", get(me::me))
        .route("/organizations/companies", get(companies::list))
        .route("/organizations/companies/{uid}", get(companies::one))
        .route(
            "/licensing/usage/organizations",
            get(usage::organizations).route_layer(spoil),
        )
        .route(
            "/asyncActions/{id}",
            get(actions::info).delete(actions::forget),
        )
        .route("/asyncActions/{id}/result", get(actions::result))
        .fallback(no_such_path)
        .method_not_allowed_fallback(no_such_method)
        .layer(middleware::from_fn_with_state(
            Shared::clone(shared),
            version::check,
        ))
}

/// The answer where no route matches.
pub(super) async fn no_such_path() -> V3Refusal {
    V3Refusal::new(StatusCode::NOT_FOUND, "There is nothing at this path.")
}

async fn no_such_method() -> V3Refusal {
    let message = "This path does not take this method.";
    V3Refusal::new(StatusCode::METHOD_NOT_ALLOWED, message)
}

async fn spoil_usage(
    State(shared): State<Shared>,
    Query(parameters): Query<Parameters>,
    request: Request,
    next: Next,
) -> Response {
    let asynchronous = shared.v3.version < Version::FIRST_WITH_NAMED_REQUESTS
        && request.headers().contains_key("x-request-id");
    let company = parameters.get("organizationUid");
    let company = company.map(|company| shared.data.key(company));
    let fault = shared.faults.take(company.as_deref());
    let response = spoil(fault.as_deref(), Api::V3, request, next).await;
    let changes = match fault.as_deref().map(|fault| &fault.outcome) {
        Some(Outcome::Answer(changes)) => Some(changes),
        _ => None,
    };
    let runs = changes.and_then(|changes| changes.asynchronous);
    let Some(runs) = runs.or(asynchronous.then_some(Duration::ZERO)) else {
        return response;
    };
    let mut accepted = actions::accept(&shared, parameters, runs, response).await;
    if let Some(changes) = changes {
        accepted.headers_mut().extend(changes.headers.clone());
    }
    accepted
}
