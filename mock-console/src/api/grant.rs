//! OAuth's password and refresh grants, and its errors: RFC 6749.

use axum::extract::rejection::FormRejection;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use crate::problem::{Problem, json};
use crate::tokens::{Pair, Tokens};
use crate::users::User;

/// The form of a token request.
#[derive(Debug, Deserialize)]
pub(super) struct Fields {
    grant_type: Option<String>,
    username: Option<String>,
    password: Option<String>,
    refresh_token: Option<String>,
    /// v3 alone: `true` for a token that cannot change anything.
    pub(super) read_only: Option<String>,
}

/// An OAuth error: RFC 6749, section 5.2.
pub(super) struct Refusal {
    pub(super) status: StatusCode,
    pub(super) error: &'static str,
    pub(super) description: String,
}

impl Refusal {
    fn new(error: &'static str, description: impl Into<String>) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            error,
            description: description.into(),
        }
    }

    fn missing(field: &str) -> Self {
        Self::new("invalid_request", format!("The form has no \"{field}\"."))
    }
}

impl From<FormRejection> for Refusal {
    fn from(rejection: FormRejection) -> Self {
        let status = match rejection.status() {
            StatusCode::UNPROCESSABLE_ENTITY => StatusCode::BAD_REQUEST,
            status => status,
        };
        Self {
            status,
            error: "invalid_request",
            description: rejection.body_text(),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let body = json!({ "error": self.error, "error_description": self.description });
        json(self.status, body.to_string())
    }
}

/// Grants a token pair from these tokens to the user that `sign_in` finds for a username and a
/// password.
pub(super) fn grant_from(
    tokens: &Tokens,
    fields: &Fields,
    sign_in: impl FnOnce(&str, &str) -> Option<User>,
) -> Result<Response, Refusal> {
    let field =
        |name, value: &'_ Option<String>| value.clone().ok_or_else(|| Refusal::missing(name));
    let pair = match fields.grant_type.as_deref() {
        None => return Err(Refusal::missing("grant_type")),
        Some("password") => {
            let username = field("username", &fields.username)?;
            let password = field("password", &fields.password)?;
            let user = sign_in(&username, &password).ok_or_else(|| {
                Refusal::new("invalid_grant", "The username or the password is wrong.")
            })?;
            tokens.issue(user)
        }
        Some("refresh_token") => {
            let token = field("refresh_token", &fields.refresh_token)?;
            tokens.refresh(&token).transpose().ok_or_else(|| {
                Refusal::new("invalid_grant", "The refresh token is unknown or used.")
            })?
        }
        Some(_) => {
            let description = "The grants are \"password\" and \"refresh_token\".";
            return Err(Refusal::new("unsupported_grant_type", description));
        }
    };
    match pair {
        Ok(pair) => Ok(granted(&pair)),
        Err(error) => {
            let message = format!("The system has no random numbers: {error}.");
            Ok(Problem::new(StatusCode::INTERNAL_SERVER_ERROR, message).into_response())
        }
    }
}

fn granted(pair: &Pair) -> Response {
    let body = json!({
        "access_token": pair.access,
        "token_type": "bearer",
        "expires_in": pair.expires_in,
        "refresh_token": pair.refresh,
    });
    let mut response = json(StatusCode::OK, body.to_string());
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
