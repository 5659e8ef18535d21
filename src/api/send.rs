//! The network: sends the one request and reads the response. Nothing else in the crate fetches.
//!
//! A page may have wrapped or replaced `fetch`, so each access to its result may
//! throw.

mod foreign;
mod page;
mod response;
mod turns;

use std::time::Duration;

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

use super::invalid::Why;
use super::read::LONGEST;
use super::retry_after::in_seconds;
use super::{
    ErrorBody, ErrorKind, Expected, Failure, Invalid, Request, Token, age, retry_after,
    server_words,
};
use crate::instant::Instant;
use crate::usage::Usage;
use foreign::{set, settled};
pub use page::resolve;
use response::{BodyProblem, Response};
pub use turns::read_in_turns;

/// The longest error body that is read, in bytes.
const LONGEST_ERROR: usize = 64 * 1024;

#[wasm_bindgen]
extern "C" {
    // Every wrapper of `fetch` can read a text and a plain object; gloo-net makes a
    // `Request`, which many cannot.
    #[wasm_bindgen(catch)]
    fn fetch(url: &str, options: &JsValue) -> Result<JsValue, JsValue>;
}

/// The outcome of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// The report.
    pub usage: Usage,
    /// How long a cache on the way has had the response.
    pub age: Duration,
}

impl From<Usage> for Fetched {
    fn from(usage: Usage) -> Self {
        let age = Duration::ZERO;
        Self { usage, age }
    }
}

/// Sends the request, at once. What `fetch` returned, or threw, is for [`receive`].
///
/// # Errors
/// What a page's own `fetch` threw.
pub fn send(
    request: &Request,
    token: Option<&Token>,
    signal: &AbortSignal,
) -> Result<JsValue, JsValue> {
    // A cached response would be shown with the time of now, and a cached error would stay for
    // good. The API never redirects; sign-in pages do.
    let headers = JsValue::from(Object::new());
    set(&headers, "Accept", "application/json")?;
    if let Some(token) = token {
        set(&headers, "Authorization", &token.authorization())?;
    }
    let options = JsValue::from(Object::new());
    for (name, value) in &[
        ("method", "GET"),
        ("credentials", request.credentials.as_str()),
        ("cache", "no-store"),
        ("redirect", "manual"),
        ("referrerPolicy", "no-referrer"),
    ] {
        set(&options, name, value)?;
    }
    Reflect::set(&options, &"headers".into(), &headers)?;
    Reflect::set(&options, &"signal".into(), signal)?;
    fetch(&request.url(), &options)
}

/// Reads the response to a request that was sent.
///
/// # Errors
/// Every [`Failure`] that a single request can end in, but for `timeout` and `offline`, which are
/// the loader's to tell. Once `signal` is aborted the outcome means nothing.
pub async fn receive(
    sent: Result<JsValue, JsValue>,
    request: &Request,
    token: Option<&Token>,
    signal: &AbortSignal,
) -> Result<Fetched, Failure> {
    let unreachable = |_| Failure::new(ErrorKind::Unreachable);
    let sent = sent.map_err(unreachable)?;
    let response = Response(settled(&sent).await.map_err(unreachable)?);
    match response.status() {
        // Its status is 0.
        _ if response.is_redirect() => Err(ErrorKind::Unauthorized.into()),
        None | Some(0) => Err(ErrorKind::Unreachable.into()),
        Some(200) => {
            let body = response.body(LONGEST).await;
            let bytes = body.map_err(|problem| match problem {
                BodyProblem::BrokeOff => ErrorKind::Unreachable.into(),
                BodyProblem::TooLong => refused(Why::TooLong.into(), token),
            })?;
            let expected = Expected {
                api: request.api,
                resource: request.resource,
                tenant: Some(request.tenant.clone()),
                is_fetched: true,
            };
            let usage = read_in_turns(&bytes, &expected, &|| signal.aborted()).await;
            Ok(Fetched {
                usage: usage.map_err(|invalid| refused(invalid, token))?,
                age: age(&response.header("Age").unwrap_or_default()),
            })
        }
        Some(status) => {
            let body = response.body(LONGEST_ERROR).await;
            let body = ErrorBody::read(&body.unwrap_or_default());
            Err(failed(status, &response, &body, request, token))
        }
    }
}

/// A 200 that is no usage. The reader has cleaned its message, but does not know the token.
fn refused(mut invalid: Invalid, token: Option<&Token>) -> Failure {
    let is_safe = |words: &String| token.is_none_or(|token| !token.shows_in(words));
    invalid.quoted = invalid.quoted.filter(is_safe);
    Failure {
        status: Some(200),
        ..invalid.into()
    }
}

/// Another status than 200.
fn failed(
    status: u16,
    response: &Response,
    body: &ErrorBody,
    request: &Request,
    token: Option<&Token>,
) -> Failure {
    let now = Instant::from_millis(Date::now());
    let date = response.header("Date");
    let header = response.header("Retry-After");
    let retry_at =
        header.and_then(|header| retry_after(&header, date.as_deref(), &parse_date, now));
    let in_body = body
        .retry_after
        .filter(|_| status == 429 && request.api.has_retry_after_in_body());
    // A server that refuses a token is likely to write about that token.
    let is_about_token = token.is_some() && matches!(status, 400 | 401 | 403);
    let text = body.text.as_deref().filter(|_| !is_about_token);
    Failure {
        status: Some(status),
        retry_at: retry_at.or(in_body.map(|seconds| in_seconds(seconds, now))),
        server_words: text.and_then(|text| server_words(text, token)),
        transient: request.api.is_transient(status, body.kind.as_deref()),
        ..ErrorKind::of_status(status).into()
    }
}

fn parse_date(text: &str) -> Option<Instant> {
    let millis = Date::parse(text);
    millis.is_finite().then(|| Instant::from_millis(millis))
}
