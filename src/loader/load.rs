//! The page's settings for a load, before any of them is checked.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::AbortController;

use super::{TokenProblem, TokenReason};
use crate::api::{Api, Credentials, Resource, Token, Unsendable};
use crate::instant::Instant;

/// The numbers to load, from where, and how. The defaults are the contract's.
///
/// ```
/// use std::time::Duration;
///
/// use licensing_card::loader::Load;
///
/// let load = Load {
///     tenant: "2".to_owned(),
///     refresh_interval: Duration::from_mins(5),
///     ..Load::default()
/// };
/// assert_eq!(load.api.default_endpoint(), "/v2");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Load {
    /// Which API the endpoint speaks.
    pub api: Api,
    /// Base URL of the API, version segment included; absolute, or relative to the document.
    /// `None` for the API's default one.
    pub endpoint: Option<String>,
    /// The company's ID: up to 19 digits, or a UUID; with [`Api::V3`] a UUID.
    pub tenant: String,
    /// Which licensing resource of the company.
    pub resource: Resource,
    /// Whether cookies go with the request.
    pub credentials: Credentials,
    /// Time for one attempt.
    pub timeout: Duration,
    /// Time between automatic refreshes; zero for none.
    pub refresh_interval: Duration,
    /// Where the token comes from.
    pub token: TokenSource,
    /// A payload to show instead of asking the API.
    pub data: Option<Payload>,
    /// The request, if the page has sent it already.
    pub head_start: Option<HeadStart>,
}

impl Load {
    /// Whose numbers, and which.
    pub(crate) const fn subject(&self) -> (Resource, &String) {
        (self.resource, &self.tenant)
    }
}

impl Default for Load {
    fn default() -> Self {
        Self {
            api: Api::default(),
            endpoint: None,
            tenant: String::new(),
            resource: Resource::default(),
            credentials: Credentials::default(),
            timeout: Duration::from_secs(10),
            refresh_interval: Duration::ZERO,
            token: TokenSource::default(),
            data: None,
            head_start: None,
        }
    }
}

/// Where the bearer token comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenSource {
    /// A token, or none at all where cookies or the server see to it.
    Fixed(Result<Option<Token>, Unsendable>),
    /// A function that gives one.
    Provider(TokenProvider),
}

impl TokenSource {
    /// Whether a request goes out alike. Frameworks make a new function at every render, so
    /// another provider alone is no reason to ask the server again.
    pub(super) fn asks_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Fixed(old), Self::Fixed(new)) => old == new,
            (Self::Provider(_), Self::Provider(_)) => true,
            _ => false,
        }
    }
}

impl Default for TokenSource {
    fn default() -> Self {
        Self::Fixed(Ok(None))
    }
}

type TokenFuture = Pin<Box<dyn Future<Output = Result<Option<Token>, TokenProblem>>>>;

/// A function that gives a token. Cards with clones of one function share its tokens.
///
/// ```
/// use licensing_card::api::Token;
/// use licensing_card::loader::{Load, TokenProblem, TokenProvider, TokenReason, TokenSource};
///
/// async fn session_token(_renew: bool) -> Result<String, TokenProblem> {
///     Ok("a token of the portal's".to_owned()) // or `TokenProblem::Refused`
/// }
///
/// let provider = TokenProvider::new(|reason| async move {
///     let text = session_token(reason == TokenReason::Expired).await?;
///     Token::new(&text).map_err(|_| TokenProblem::Unsendable)
/// });
/// let load = Load {
///     token: TokenSource::Provider(provider),
///     ..Load::default()
/// };
/// ```
#[derive(Clone)]
pub struct TokenProvider {
    number: u32,
    provide: Rc<dyn Fn(TokenReason) -> TokenFuture>,
}

impl TokenProvider {
    /// Wraps an asynchronous function. `Ok(None)` sends no header.
    pub fn new<F: Future<Output = Result<Option<Token>, TokenProblem>> + 'static>(
        provide: impl Fn(TokenReason) -> F + 'static,
    ) -> Self {
        Self::known_as(None, provide)
    }

    /// The provider of that number once more, or a new one.
    pub(crate) fn known_as<F: Future<Output = Result<Option<Token>, TokenProblem>> + 'static>(
        number: Option<u32>,
        provide: impl Fn(TokenReason) -> F + 'static,
    ) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        Self {
            number: number.unwrap_or_else(|| NEXT.fetch_add(1, Ordering::Relaxed)),
            provide: Rc::new(move |reason| Box::pin(provide(reason))),
        }
    }

    /// Tells it from every other.
    pub(crate) const fn number(&self) -> u32 {
        self.number
    }

    pub(super) fn ask(&self, reason: TokenReason) -> TokenFuture {
        (self.provide)(reason)
    }
}

impl PartialEq for TokenProvider {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Eq for TokenProvider {}

impl fmt::Debug for TokenProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenProvider")
    }
}

/// A payload handed over by the page, as JSON; equal to itself and its clones only.
#[derive(Clone)]
pub struct Payload {
    json: Rc<Vec<u8>>,
    at: Instant,
}

impl Payload {
    /// JSON in UTF-8, in any of the shapes that the API answers with, and when it was handed over.
    #[must_use]
    pub fn new(json: impl Into<Vec<u8>>, at: Instant) -> Self {
        Self {
            json: Rc::new(json.into()),
            at,
        }
    }

    /// The JSON.
    #[must_use]
    pub fn json(&self) -> &[u8] {
        &self.json
    }

    /// When it was handed over.
    #[must_use]
    pub const fn at(&self) -> Instant {
        self.at
    }
}

impl PartialEq for Payload {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.json, &other.json)
    }
}

impl Eq for Payload {}

impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Payload")
    }
}

#[wasm_bindgen]
extern "C" {
    /// A request that the page has sent before the card could, in the shell's `head-start.ts`.
    #[derive(Clone, Debug, PartialEq)]
    pub type HeadStart;
    #[wasm_bindgen(method, getter)]
    pub(super) fn url(this: &HeadStart) -> String;
    #[wasm_bindgen(method, getter)]
    pub(super) fn credentials(this: &HeadStart) -> String;
    /// When it was sent.
    #[wasm_bindgen(method, getter)]
    pub(super) fn at(this: &HeadStart) -> f64;
    #[wasm_bindgen(method, getter)]
    pub(super) fn controller(this: &HeadStart) -> AbortController;
    #[wasm_bindgen(method, getter)]
    pub(super) fn response(this: &HeadStart) -> Promise;
    /// Whether a load has it already.
    #[wasm_bindgen(method, getter)]
    pub(super) fn taken(this: &HeadStart) -> bool;
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_taken(this: &HeadStart, taken: bool);
}
