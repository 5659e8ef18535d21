//! Bodies that no one recorded: given, generated, an error, or a sign-in page.

use axum::body::Bytes;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;

use super::fault::Instead;
use crate::problem::{JSON, V3Error};

/// The API that a request is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Api {
    V2,
    V3,
}

const MOST_BYTES: usize = 64 * 1024 * 1024;
const MOST_ROWS: usize = 400_000;

const SIGN_IN_PAGE: &str = "<!doctype html>\n<html lang=\"en\">\n<head><title>Sign in</title></head>\n\
    <body><form method=\"post\" action=\"/signin\"><h1>Sign in</h1>\
    <label>User <input name=\"user\"></label> \
    <label>Password <input name=\"password\" type=\"password\"></label> \
    <button>Sign in</button></form></body>\n</html>\n";

/// One machine of each type, which consumes the provider's license: 2.49 instances in all.
const ROWS: [&str; 4] = [
    r#"{"type":"CC_VM_Backup","rentalInstances":0,"newInstances":0,"usedInstances":1,"rentalCount":0,"newCount":0,"usedCount":1}"#,
    r#"{"type":"CC_VM_Replica","rentalInstances":0,"newInstances":0,"usedInstances":1,"rentalCount":0,"newCount":0,"usedCount":1}"#,
    r#"{"type":"CC_Server_Backup","rentalInstances":0,"newInstances":0,"usedInstances":0.33,"rentalCount":0,"newCount":0,"usedCount":1}"#,
    r#"{"type":"CC_Workstation_Backup","rentalInstances":0,"newInstances":0,"usedInstances":0.16,"rentalCount":0,"newCount":0,"usedCount":1}"#,
];

/// A body's content.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Content {
    /// This text, JSON or not.
    Text(String),
    /// This JSON.
    Json(Box<RawValue>),
    /// A JSON array of exactly so many bytes.
    Bytes(usize),
    /// A JSON array of so many rows, which merge into the four Cloud Connect types.
    Rows(usize),
    /// v3's error body.
    Error(V3Error),
    /// The response of a proxy in front of the API when a session has ended.
    SignIn,
}

impl Instead {
    pub(crate) fn response(&self, api: Api) -> Response {
        let Self { status, content } = self;
        let usual = Content::usual(*status, api);
        let content = content.as_ref().unwrap_or(&usual);
        let body = content.body(*status);
        if body.is_empty() {
            return status.into_response();
        }
        let content_type = content.content_type();
        (*status, [(header::CONTENT_TYPE, content_type)], body).into_response()
    }
}

impl Content {
    /// The body of the console's own answers with such a status.
    fn usual(status: StatusCode, api: Api) -> Self {
        if !(status.is_client_error() || status.is_server_error()) {
            return Self::Text(String::new());
        }
        let message = status.canonical_reason().unwrap_or("Fault");
        match api {
            Api::V2 => Self::Text(json!({ "message": message }).to_string()),
            Api::V3 => Self::Error(V3Error::default()),
        }
    }

    /// The status of an answer with this body, if the fault names none.
    pub(super) fn usual_status(&self) -> StatusCode {
        match self {
            Self::Error(error) => error.usual_status(),
            _ => StatusCode::OK,
        }
    }

    /// Refuses bodies that would overload the machine.
    pub(super) fn check(&self) -> Result<(), String> {
        match *self {
            Self::Bytes(bytes) if !(2..=MOST_BYTES).contains(&bytes) => {
                Err(format!("bytes is from 2 to {MOST_BYTES}"))
            }
            Self::Rows(rows) if rows > MOST_ROWS => Err(format!("rows is at most {MOST_ROWS}")),
            _ => Ok(()),
        }
    }

    fn content_type(&self) -> &'static str {
        match self {
            Self::SignIn => "text/html; charset=utf-8",
            _ => JSON,
        }
    }

    fn body(&self, status: StatusCode) -> Bytes {
        match self {
            Self::Text(text) => Bytes::copy_from_slice(text.as_bytes()),
            Self::Json(json) => Bytes::copy_from_slice(json.get().as_bytes()),
            Self::Bytes(bytes) => padded(*bytes).into(),
            Self::Rows(count) => rows(*count).into(),
            Self::Error(error) => error.body(status).into(),
            Self::SignIn => Bytes::from_static(SIGN_IN_PAGE.as_bytes()),
        }
    }
}

fn rows(count: usize) -> String {
    let rows: Vec<&str> = ROWS.into_iter().cycle().take(count).collect();
    format!("[{}]", rows.join(","))
}

/// As many rows as fit, then spaces.
fn padded(bytes: usize) -> String {
    let mut json = String::with_capacity(bytes);
    json.push('[');
    for row in ROWS.into_iter().cycle() {
        let comma = if json.len() > 1 { "," } else { "" };
        if json.len() + comma.len() + row.len() + "]".len() > bytes {
            break;
        }
        json.push_str(comma);
        json.push_str(row);
    }
    let padding = bytes.saturating_sub(json.len() + "]".len());
    json.extend(std::iter::repeat_n(' ', padding));
    json.push(']');
    json
}
