//! Signing in: OAuth's password and refresh grants, and its errors.

use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use crate::problem::{Problem, json};
use crate::shared::{Account, Shared};
use crate::tokens::Pair;

#[derive(Debug, Deserialize)]
pub(super) struct Fields {
    grant_type: Option<String>,
    username: Option<String>,
    password: Option<String>,
    refresh_token: Option<String>,
}

/// An OAuth error: RFC 6749, section 5.2.
pub(super) struct Refusal {
    status: StatusCode,
    error: &'static str,
    description: String,
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

pub(super) async fn grant(
    State(shared): State<Shared>,
    form: Result<Form<Fields>, FormRejection>,
) -> Result<Response, Refusal> {
    let Form(fields) = form?;
    let pair = match fields.grant_type.as_deref() {
        None => return Err(Refusal::missing("grant_type")),
        Some("password") => {
            check(&shared.account, &fields)?;
            shared.tokens.issue().map(Some)
        }
        Some("refresh_token") => {
            let token = fields
                .refresh_token
                .ok_or_else(|| Refusal::missing("refresh_token"))?;
            shared.tokens.refresh(&token)
        }
        Some(_) => {
            let description = "The grants are \"password\" and \"refresh_token\".";
            return Err(Refusal::new("unsupported_grant_type", description));
        }
    };
    match pair {
        Ok(Some(pair)) => Ok(granted(&pair)),
        Ok(None) => Err(Refusal::new(
            "invalid_grant",
            "The refresh token is unknown or used.",
        )),
        Err(error) => {
            let message = format!("The system has no random numbers: {error}.");
            Ok(Problem::new(StatusCode::INTERNAL_SERVER_ERROR, message).into_response())
        }
    }
}

fn check(account: &Account, fields: &Fields) -> Result<(), Refusal> {
    let username = fields
        .username
        .as_ref()
        .ok_or_else(|| Refusal::missing("username"))?;
    let password = fields
        .password
        .as_ref()
        .ok_or_else(|| Refusal::missing("password"))?;
    if *username == account.username && *password == account.password {
        Ok(())
    } else {
        Err(Refusal::new(
            "invalid_grant",
            "The username or the password is wrong.",
        ))
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
    let no_store = header::HeaderValue::from_static("no-store");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, no_store);
    response
}
