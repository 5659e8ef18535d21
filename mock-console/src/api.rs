//! The console's two REST APIs: v2 at `/token` and `/v2`, v3 at `/api/v3`.

mod bearer;
mod cors;
mod grant;
mod record;
mod spoil;
mod v2;
mod v3;

use axum::extract::DefaultBodyLimit;
use axum::{Router, middleware};

use crate::cli::Origin;
use crate::shared::Shared;

/// A sign-in form is some hundred bytes.
const MOST_BYTES: usize = 16 * 1024;

/// The APIs that a port serves.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Served {
    V2,
    V3,
    Both,
}

pub(crate) fn router(served: Served, shared: &Shared, origins: &[Origin]) -> Router {
    let routes = match served {
        Served::V2 => v2::router(shared),
        Served::V3 => Router::new()
            .nest(v3::BASE, v3::router(shared))
            .fallback(v3::no_such_path),
        Served::Both => v2::router(shared).nest(v3::BASE, v3::router(shared)),
    };
    let routes = routes.layer(DefaultBodyLimit::max(MOST_BYTES));
    let routes = match cors::layer(origins) {
        Some(cors) => routes.layer(cors),
        None => routes,
    };
    // Outermost, so that preflights are recorded too.
    let record = middleware::from_fn_with_state(Shared::clone(shared), record::record);
    routes.layer(record).with_state(Shared::clone(shared))
}
