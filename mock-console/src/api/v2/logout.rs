//! Signing out ends the session, refresh token included.

use axum::extract::State;

use super::bearer::Bearer;
use crate::shared::Shared;

pub(super) async fn logout(Bearer(token): Bearer, State(shared): State<Shared>) -> &'static str {
    shared.v2_tokens.forget(&token);
    "You have been logged out."
}
