//! v3's error body.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use super::json;

/// The status of all errors of the server.
const SERVER_ERROR: u16 = 520;

/// Why a request failed, and whether repeating it helps: `transport` and `retryableLogical` may be
/// repeated, the others not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ErrorType {
    Transport,
    RetryableLogical,
    Logical,
    Security,
    Unspecified,
}

/// The one error of the body, `{"errors": [{ "message", "type", "code" }]}`. Fields that it leaves
/// open follows from the status.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct V3Error {
    message: Option<String>,
    r#type: Option<ErrorType>,
    code: Option<i64>,
    /// Seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter_name: Option<String>,
}

impl V3Error {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            message: Some(message.into()),
            ..Self::default()
        }
    }

    pub(crate) fn about(self, parameter: &str) -> Self {
        Self {
            parameter_name: Some(parameter.to_owned()),
            ..self
        }
    }

    /// The status where none is given: 429 for an error with `retryAfter`, else 520.
    pub(crate) fn usual_status(&self) -> StatusCode {
        if self.retry_after.is_some() {
            return StatusCode::TOO_MANY_REQUESTS;
        }
        StatusCode::from_u16(SERVER_ERROR).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    pub(crate) fn body(&self, status: StatusCode) -> String {
        let reason = || status.canonical_reason().unwrap_or("Fault").to_owned();
        let mut error = self.clone();
        error.message.get_or_insert_with(reason);
        error.r#type.get_or_insert_with(|| usual_type(status));
        error.code.get_or_insert_with(|| status.as_u16().into());
        json!({ "errors": [error] }).to_string()
    }
}

fn usual_type(status: StatusCode) -> ErrorType {
    match status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => ErrorType::Security,
        StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS => ErrorType::Transport,
        status if status.is_client_error() => ErrorType::Logical,
        _ => ErrorType::Transport,
    }
}

/// A refusal of v3's.
#[derive(Debug)]
pub(crate) struct V3Refusal {
    pub(crate) status: StatusCode,
    pub(crate) error: V3Error,
}

impl V3Refusal {
    pub(crate) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self {
            status,
            error: V3Error::new(message),
        }
    }

    pub(crate) fn parameter(name: &str, message: impl Into<String>) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            error: V3Error::new(message).about(name),
        }
    }
}

impl IntoResponse for V3Refusal {
    fn into_response(self) -> Response {
        let mut response = json(self.status, self.error.body(self.status));
        if self.status == StatusCode::UNAUTHORIZED {
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}
