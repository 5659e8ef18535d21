//! The bearer token of a request.

use axum::http::{HeaderMap, header};

/// The token of the one `Authorization` header, or why there is none.
pub(super) fn token(headers: &HeaderMap) -> Result<&str, &'static str> {
    let mut headers = headers.get_all(header::AUTHORIZATION).iter();
    let (first, second) = (headers.next(), headers.next());
    let header = first.ok_or("An access token is needed.")?;
    header
        .to_str()
        .ok()
        .and_then(|text| text.split_once(' '))
        .filter(|(scheme, _)| second.is_none() && scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim())
        .filter(|token| !token.is_empty())
        .ok_or("The Authorization header is not \"Bearer\" and an access token.")
}
