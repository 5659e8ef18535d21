//! A fault is a change of a response, with its delay and how often it applies.

use std::num::NonZeroU32;
use std::time::Duration;

use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;

use super::generated::Content;
use super::pacing::Pacing;
use super::written::Written;
use crate::cut::Cut;

#[derive(Debug, Deserialize)]
#[serde(try_from = "Written")]
pub(crate) struct Fault {
    pub(super) times: Option<NonZeroU32>,
    pub(crate) delay: Duration,
    pub(crate) outcome: Outcome,
}

#[derive(Debug)]
pub(crate) enum Outcome {
    /// No answer, and the connection stays open.
    Hang,
    /// No answer, and the connection ends.
    Cut(Cut),
    /// The console's own answer, or another, changed in these ways.
    Answer(Box<Changes>),
}

#[derive(Debug, Default)]
pub(crate) struct Changes {
    pub(crate) instead: Option<Instead>,
    pub(crate) wrong: Option<Wrong>,
    pub(crate) headers: HeaderMap,
    pub(crate) pacing: Pacing,
    /// How long an asynchronous action runs that has the answer as its result.
    pub(crate) asynchronous: Option<Duration>,
}

/// An answer that is made up.
#[derive(Debug)]
pub(crate) struct Instead {
    pub(super) status: StatusCode,
    /// `None`: the usual body of an answer with this status.
    pub(super) content: Option<Content>,
}

/// A mistake in v3's usage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Wrong {
    /// Another organization's usage.
    OtherOrganization,
    /// Another organization's usage besides.
    FurtherOrganization,
    /// A total above the number of organizations that the answer has.
    PartialPage,
    /// A page that is not the first.
    LaterPage,
    /// A server with workloads in points and in instances.
    SecondUnit,
    /// No `data`.
    NoData,
    /// An error in `errors`, with the status 200.
    ErrorBesides,
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
