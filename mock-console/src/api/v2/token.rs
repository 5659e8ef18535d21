//! Signing in: the account of the provider's administrator alone.

use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::response::Response;

use crate::api::grant::{Fields, Refusal, grant_from};
use crate::shared::Shared;
use crate::users::User;

pub(super) async fn grant(
    State(shared): State<Shared>,
    form: Result<Form<Fields>, FormRejection>,
) -> Result<Response, Refusal> {
    let Form(fields) = form?;
    grant_from(&shared.v2_tokens, &fields, |username, password| {
        let administrator = shared.account.opens(username, password);
        administrator.then(User::administrator)
    })
}
