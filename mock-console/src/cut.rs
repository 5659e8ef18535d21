//! A connection that is to end without an answer.

use std::fmt;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// How the connection ends; travels as an extension of a response that is never sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// As a server that goes away would: an orderly end of the stream.
    Close,
    /// As a server or a firewall that breaks it off would: a TCP reset.
    Reset,
}

impl Cut {
    /// The response that stands for it until it reaches the connection.
    pub(crate) fn response(self) -> Response {
        let mut response = StatusCode::SERVICE_UNAVAILABLE.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection is cut by a fault")
    }
}

impl std::error::Error for Cut {}
