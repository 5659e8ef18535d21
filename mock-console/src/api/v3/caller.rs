//! The user of a request: by an access token, or by an API key.

use std::future::ready;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};

use crate::api::bearer::token;
use crate::problem::V3Refusal;
use crate::shared::{Console, Shared};
use crate::users::User;

/// The user of a request that may pass.
pub(super) struct Caller(pub(super) User);

impl Caller {
    fn of(parts: &Parts, console: &Console) -> Result<Self, V3Refusal> {
        let unauthorized = |message| V3Refusal::new(StatusCode::UNAUTHORIZED, message);
        let token = token(&parts.headers).map_err(unauthorized)?;
        let user = user(console, token)
            .ok_or_else(|| unauthorized("The access token is unknown or has expired."))?;
        if user.read_only && parts.method != Method::GET && parts.method != Method::HEAD {
            let message = "This API key or token only reads.";
            return Err(V3Refusal::new(StatusCode::FORBIDDEN, message));
        }
        Ok(Self(user))
    }
}

impl FromRequestParts<Shared> for Caller {
    type Rejection = V3Refusal;

    fn from_request_parts(
        parts: &mut Parts,
        shared: &Shared,
    ) -> impl Future<Output = Result<Self, V3Refusal>> {
        ready(Self::of(parts, shared))
    }
}

fn user(console: &Console, token: &str) -> Option<User> {
    if console.v3.keys.iter().any(|key| key == token) {
        return Some(User::administrator().only_reading());
    }
    let of_token = console.v3.tokens.user(token);
    of_token.or_else(|| User::of_key(token, &console.data))
}
