//! The control API, for tests and developers: faults in, requests out.

mod expiry;
mod faults;
mod guard;
mod requests;

use axum::routing::{delete, get, post, put};
use axum::{Router, middleware};

use crate::problem::{no_such_method, no_such_path};
use crate::shared::Shared;

/// The routes below `/console`.
pub(crate) fn router(shared: Shared) -> Router {
    Router::new()
        .route("/faults", delete(faults::clear_all))
        .route("/faults/{tenant}", put(faults::set).delete(faults::clear))
        .route("/requests", get(requests::list).delete(requests::forget))
        .route("/expire-tokens", post(expiry::expire))
        .fallback(no_such_path)
        .method_not_allowed_fallback(no_such_method)
        .layer(middleware::from_fn(guard::local_tools_only))
        .with_state(shared)
}
