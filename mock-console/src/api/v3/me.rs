//! The user of a token or a key.

use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::caller::Caller;
use super::page::Envelope;
use crate::users::{PROVIDER, Role};

pub(super) async fn me(Caller(user): Caller) -> Response {
    let organization = match &user.role {
        Role::CompanyOwner(uid) => uid,
        Role::PortalAdministrator | Role::PortalOperator => PROVIDER,
    };
    Envelope::of(json!({
        "instanceUid": user.uid,
        "organizationUid": organization,
        "userName": user.name,
        "status": "Enabled",
        "role": user.role.name(),
    }))
    .into_response()
}
