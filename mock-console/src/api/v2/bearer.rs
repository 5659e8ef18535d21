//! A request is let in by an access token that was issued here and has not expired.

use std::future::ready;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;

use crate::api::bearer::token;
use crate::problem::Problem;
use crate::shared::{Console, Shared};

/// The access token of a request that may pass.
pub(crate) struct Bearer(pub(crate) String);

impl Bearer {
    fn of(headers: &HeaderMap, console: &Console) -> Result<Self, Problem> {
        let token = token(headers).map_err(Problem::unauthorized)?;
        match console.v2_tokens.user(token) {
            Some(_) => Ok(Self(token.to_owned())),
            None => Err(Problem::unauthorized(
                "The access token is unknown or has expired.",
            )),
        }
    }
}

impl FromRequestParts<Shared> for Bearer {
    type Rejection = Problem;

    fn from_request_parts(
        parts: &mut Parts,
        shared: &Shared,
    ) -> impl Future<Output = Result<Self, Problem>> {
        ready(Self::of(&parts.headers, shared))
    }
}
