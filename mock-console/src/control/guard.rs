//! The control API is for tools on this machine, never for a web page.

use std::net::IpAddr;

use axum::extract::Request;
use axum::http::uri::Authority;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::problem::Problem;

/// Refuses a browser's requests, which say their origin, and requests for another host, which
/// would come from a page whose own name resolves to this machine.
pub(super) async fn local_tools_only(request: Request, next: Next) -> Result<Response, Problem> {
    let refuse = |message| Err(Problem::new(StatusCode::FORBIDDEN, message));
    if request.headers().contains_key(header::ORIGIN) {
        return refuse("The control API is not for web pages: the request has an Origin header.");
    }
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let target = request.uri().host().is_none_or(is_loopback);
    let named = host
        .and_then(|host| host.parse::<Authority>().ok())
        .is_some_and(|authority| is_loopback(authority.host()));
    if !(target && named) {
        return refuse("The control API is for this machine: the Host header is not a loopback.");
    }
    Ok(next.run(request).await)
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    let address: Option<IpAddr> = address.parse().ok();
    host.eq_ignore_ascii_case("localhost") || address.is_some_and(|address| address.is_loopback())
}
