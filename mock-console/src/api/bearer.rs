//! A request is let in by an access token that was issued here and has not expired.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;

use crate::problem::Problem;
use crate::shared::Shared;

/// The access token of a request that may pass.
pub(crate) struct Bearer(pub(crate) String);

impl FromRequestParts<Shared> for Bearer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, shared: &Shared) -> Result<Self, Problem> {
        let mut headers = parts.headers.get_all(header::AUTHORIZATION).iter();
        let (first, second) = (headers.next(), headers.next());
        let Some(header) = first else {
            return Err(Problem::unauthorized("An access token is needed."));
        };
        let token = header
            .to_str()
            .ok()
            .and_then(|text| text.split_once(' '))
            .filter(|(scheme, _)| second.is_none() && scheme.eq_ignore_ascii_case("bearer"))
            .map(|(_, token)| token.trim())
            .filter(|token| !token.is_empty());
        let Some(token) = token else {
            let message = "The Authorization header is not \"Bearer\" and an access token.";
            return Err(Problem::unauthorized(message));
        };
        if !shared.tokens.accepts(token) {
            return Err(Problem::unauthorized(
                "The access token is unknown or has expired.",
            ));
        }
        Ok(Self(token.to_owned()))
    }
}
