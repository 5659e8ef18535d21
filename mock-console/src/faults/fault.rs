//! A fault is what is done to an answer, after how long, and how often.

use std::num::NonZeroU32;
use std::time::Duration;

use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;

use super::generated::Content;
use super::pacing::Pacing;
use super::written::Written;
use crate::server::Cut;

#[derive(Debug, Deserialize)]
#[serde(try_from = "Written")]
pub(crate) struct Fault {
    pub(super) times: Option<NonZeroU32>,
    pub(super) delay: Duration,
    pub(super) outcome: Outcome,
}

#[derive(Debug)]
pub(super) enum Outcome {
    /// No answer, and the connection stays open.
    Hang,
    /// No answer, and the connection ends.
    Cut(Cut),
    /// The console's own answer, or another, with these headers and at this pace.
    Answer {
        instead: Option<Instead>,
        headers: HeaderMap,
        pacing: Pacing,
    },
}

/// An answer that is made up.
#[derive(Debug)]
pub(super) struct Instead {
    pub(super) status: StatusCode,
    pub(super) content: Content,
}

impl Fault {
    /// One fault, or an array of them.
    pub(crate) fn list(json: &[u8]) -> Result<Vec<Self>, serde_json::Error> {
        if json.trim_ascii_start().starts_with(b"[") {
            serde_json::from_slice(json)
        } else {
            serde_json::from_slice(json).map(|fault| vec![fault])
        }
    }
}
