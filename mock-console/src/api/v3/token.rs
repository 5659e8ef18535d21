//! Signing in: the provider's administrator with the console's account, and the other users by
//! their names with the same password.

use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::api::grant::{Fields, Refusal, grant_from};
use crate::problem::json;
use crate::shared::{Account, Console, Shared};
use crate::users::User;

/// v3's OAuth error, which calls a wrong password an invalid request.
pub(super) struct V3OAuthError(Refusal);

impl From<FormRejection> for V3OAuthError {
    fn from(rejection: FormRejection) -> Self {
        Self(rejection.into())
    }
}

impl IntoResponse for V3OAuthError {
    fn into_response(self) -> Response {
        const WRONG: &str = "Cannot complete login due to incorrect username or password, or no \
            sufficient rights.";
        let Self(Refusal {
            status,
            error,
            description,
        }) = self;
        let (error, description) = match error {
            "invalid_grant" => ("invalid_request", WRONG.to_owned()),
            error => (error, description),
        };
        let body = json!({
            "error": error,
            "error_description": description,
            "error_uri": null,
        });
        json(status, body.to_string())
    }
}

pub(super) async fn grant(
    State(shared): State<Shared>,
    form: Result<Form<Fields>, FormRejection>,
) -> Result<Response, V3OAuthError> {
    let Form(fields) = form?;
    let only_reading = fields.read_only.as_deref() == Some("true");
    let sign_in = |username: &str, password: &str| {
        let user = user(&shared, username, password)?;
        Some(if only_reading {
            user.only_reading()
        } else {
            user
        })
    };
    grant_from(&shared.v3.tokens, &fields, sign_in).map_err(V3OAuthError)
}

fn user(shared: &Console, username: &str, password: &str) -> Option<User> {
    let Account {
        username: administrator,
        password: own,
    } = &shared.account;
    if password != own {
        return None;
    }
    if username == administrator {
        return Some(User::administrator());
    }
    User::named(username, &shared.data)
}
