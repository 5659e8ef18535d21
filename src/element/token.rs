//! The token, and the page's function that gives one.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::api::{Token, Unsendable};
use crate::loader::{TokenProblem, TokenProvider, TokenSource};

/// A provider and the function it came from, so that the same function makes the same provider.
#[derive(Debug, Default)]
pub(super) struct KnownProvider(Option<(Function, TokenProvider)>);

impl KnownProvider {
    pub(super) fn new(value: &JsValue, old: Option<&Self>) -> Self {
        let Some(function) = value.dyn_ref::<Function>() else {
            return Self(None);
        };
        if let Some(Self(Some((known, provider)))) = old
            && known == function
        {
            return Self(Some((known.clone(), provider.clone())));
        }
        let ask = function.clone();
        let provider = TokenProvider::new(move |reason| {
            let given = ask.call1(&JsValue::UNDEFINED, &reason.as_str().into());
            async move {
                let promise = Promise::resolve(&given.map_err(|_| TokenProblem::Refused)?);
                let given = JsFuture::from(promise)
                    .await
                    .map_err(|_| TokenProblem::Refused)?;
                read(&given).map_err(|Unsendable| TokenProblem::Unsendable)
            }
        });
        Self(Some((function.clone(), provider)))
    }
}

/// A provider takes precedence over a token.
pub(super) fn source(token: &JsValue, provider: &KnownProvider) -> TokenSource {
    match &provider.0 {
        Some((_, provider)) => TokenSource::Provider(provider.clone()),
        None => TokenSource::Fixed(read(token)),
    }
}

fn read(value: &JsValue) -> Result<Option<Token>, Unsendable> {
    if value.is_null() || value.is_undefined() {
        return Ok(None);
    }
    Token::new(&value.as_string().ok_or(Unsendable)?)
}
