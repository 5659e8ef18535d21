//! No page of another origin may call the API, unless `--cors` names its origin.

use axum::http::{HeaderName, Method, header};
use tower_http::cors::{AllowOrigin, CorsLayer};

use crate::cli::Origin;

/// `None` without origins: the real console sends no such header and takes no `OPTIONS`.
pub(super) fn layer(origins: &[Origin]) -> Option<CorsLayer> {
    const REQUEST_HEADERS: [HeaderName; 3] =
        [header::ACCEPT, header::AUTHORIZATION, header::CONTENT_TYPE];
    if origins.is_empty() {
        return None;
    }
    let layer = CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins.iter().map(Origin::header)))
        .allow_methods([Method::GET, Method::POST])
        .allow_headers(REQUEST_HEADERS)
        .allow_credentials(true)
        .expose_headers([header::RETRY_AFTER, header::AGE, header::DATE]);
    Some(layer)
}
