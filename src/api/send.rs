//! The network: sends the one request and reads its answer. Nothing else in the crate fetches.

use gloo_net::http::{Request as HttpRequest, Response};
use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, ReadableStreamDefaultReader, RequestCache, RequestCredentials, RequestRedirect,
    ResponseType, Url,
};

use super::{
    ConfigProblem, Credentials, Endpoint, ErrorKind, Failure, Request, Token, UrlParts, error_text,
    read, retry_after, server_words,
};
use crate::instant::Instant;
use crate::usage::Usage;

/// The longest answer that is read, in bytes.
const LONGEST_ANSWER: usize = 16 * 1024 * 1024;
/// The longest error body that is read, in bytes.
const LONGEST_ERROR: usize = 64 * 1024;

#[wasm_bindgen]
extern "C" {
    // Bound here because gloo-net's own `send` panics on what a page that has replaced `fetch` may
    // do: throw, reject with something that is no Error, resolve with something that is no Response.
    #[wasm_bindgen(catch)]
    fn fetch(request: &web_sys::Request) -> Result<JsValue, JsValue>;

    /// A body, which such a page may be reading itself.
    type Body;
    #[wasm_bindgen(method, catch, js_name = getReader)]
    fn get_reader(this: &Body) -> Result<ReadableStreamDefaultReader, JsValue>;
}

/// Resolves an endpoint, as given on the page, against the document.
///
/// # Errors
/// [`ConfigProblem::Endpoint`] where a token may not be sent there.
pub fn resolve(endpoint: &str) -> Result<Endpoint, ConfigProblem> {
    // Nothing, resolved against the document, would be the document.
    if endpoint.trim().is_empty() {
        return Err(ConfigProblem::Endpoint);
    }
    let window = web_sys::window().ok_or(ConfigProblem::Endpoint)?;
    let base = window
        .document()
        .and_then(|document| document.base_uri().ok().flatten());
    let url = Url::new_with_base(endpoint, &base.unwrap_or_default())
        .map_err(|_| ConfigProblem::Endpoint)?;
    let parts = UrlParts {
        protocol: url.protocol(),
        origin: url.origin(),
        hostname: url.hostname(),
        pathname: url.pathname(),
        extras: url.username() + &url.password() + &url.search() + &url.hash(),
    };
    Endpoint::new(&parts, &window.origin())
}

/// Sends the request and reads the answer.
///
/// # Errors
/// Every [`Failure`] that a single request can end in, but for `timeout` and `offline`, which are
/// the loader's to tell. Once `signal` is aborted the outcome means nothing.
pub async fn send(
    request: &Request,
    token: Option<&Token>,
    signal: &AbortSignal,
    sent: Option<Promise>,
) -> Result<Usage, Failure> {
    let unreachable = |_| Failure::new(ErrorKind::Unreachable);
    let promise = match sent {
        Some(promise) => promise,
        None => begin(request, token, signal).map_err(unreachable)?,
    };
    let response = JsFuture::from(promise).await.map_err(unreachable)?;
    let response: web_sys::Response = response.dyn_into().map_err(unreachable)?;
    let response = Response::from(response);

    match (response.status(), response.type_()) {
        (_, ResponseType::Opaqueredirect) => Err(ErrorKind::Unauthorized.into()),
        (0, _) => Err(ErrorKind::Unreachable.into()),
        (200, _) => {
            let invalid = || Failure {
                status: Some(200),
                ..ErrorKind::InvalidResponse.into()
            };
            let body = body(&response, LONGEST_ANSWER)
                .await
                .map_err(|problem| match problem {
                    BodyProblem::BrokeOff => ErrorKind::Unreachable.into(),
                    BodyProblem::TooLong => invalid(),
                })?;
            let payload = json(&body).await.ok_or_else(invalid)?;
            read(payload).await.ok_or_else(invalid)
        }
        (status, _) => {
            let headers = response.headers();
            let now = Instant::from_millis(js_sys::Date::now());
            let retry_at = headers
                .get("Retry-After")
                .and_then(|header| retry_after(&header, parse_date, now));
            let detail = error_words(&response, token).await;
            Err(Failure {
                kind: ErrorKind::of_status(status),
                status: Some(status),
                retry_at,
                detail,
            })
        }
    }
}

fn begin(
    request: &Request,
    token: Option<&Token>,
    signal: &AbortSignal,
) -> Result<Promise, JsValue> {
    let mut builder = HttpRequest::get(&request.url())
        .header("Accept", "application/json")
        .credentials(match request.credentials {
            Credentials::Omit => RequestCredentials::Omit,
            Credentials::SameOrigin => RequestCredentials::SameOrigin,
            Credentials::Include => RequestCredentials::Include,
        })
        // What a cache has kept would be shown with the time of now, and an error that it keeps
        // would never mend.
        .cache(RequestCache::NoStore)
        // The API never redirects; sign-in pages do.
        .redirect(RequestRedirect::Manual)
        .abort_signal(Some(signal));
    if let Some(token) = token {
        builder = builder.header("Authorization", &token.authorization());
    }
    let http = builder.build().map_err(|_| JsValue::NULL)?;
    Ok(Promise::resolve(&fetch(&http.into())?))
}

fn parse_date(text: &str) -> Option<Instant> {
    let millis = js_sys::Date::parse(text);
    millis.is_finite().then(|| Instant::from_millis(millis))
}

async fn error_words(response: &Response, token: Option<&Token>) -> Option<String> {
    let body = body(response, LONGEST_ERROR).await.ok()?;
    server_words(&error_text(&json(&body).await?)?, token)
}

enum BodyProblem {
    BrokeOff,
    TooLong,
}

/// Reads a body, giving up as soon as it is longer than it may be.
async fn body(response: &Response, longest: usize) -> Result<Uint8Array, BodyProblem> {
    let Some(stream) = response.body() else {
        return Ok(Uint8Array::new_with_length(0));
    };
    let reader = stream
        .unchecked_into::<Body>()
        .get_reader()
        .map_err(|_| BodyProblem::BrokeOff)?;
    let mut chunks = Vec::new();
    let mut length = 0;
    loop {
        let read = JsFuture::from(reader.read())
            .await
            .map_err(|_| BodyProblem::BrokeOff)?;
        let chunk = Reflect::get(&read, &"value".into()).unwrap_or_default();
        let Ok(chunk) = chunk.dyn_into::<Uint8Array>() else {
            break;
        };
        length += chunk.length() as usize;
        if length > longest {
            // Whether the cancelled stream ends well is of no interest to anyone.
            let _ = reader.cancel();
            return Err(BodyProblem::TooLong);
        }
        chunks.push(chunk);
    }
    #[expect(clippy::cast_possible_truncation, reason = "at most `longest`")]
    let body = Uint8Array::new_with_length(length as u32);
    let mut offset = 0;
    for chunk in chunks {
        body.set(&chunk, offset);
        offset += chunk.length();
    }
    Ok(body)
}

/// Has the browser parse JSON, whatever content type it came with.
pub async fn json(body: &Uint8Array) -> Option<JsValue> {
    let response = web_sys::Response::new_with_opt_js_u8_array(Some(body)).ok()?;
    JsFuture::from(response.json().ok()?).await.ok()
}
