//! The token, and the page's function that gives one.

use js_sys::{Function, Promise, WeakMap};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::api::{Token, Unsendable};
use crate::loader::{TokenProblem, TokenProvider, TokenReason, TokenSource};

thread_local! {
    /// The numbers of the functions met so far, so that the same function makes the same provider,
    /// for whichever card. A function that the page has let go of is let go of here, too.
    static NUMBERS: WeakMap = WeakMap::new();
}

/// A provider takes precedence over a token.
pub(super) fn source(token: &JsValue, provider: Option<&Function>) -> TokenSource {
    match provider {
        Some(provider) => TokenSource::Provider(known(provider)),
        None => TokenSource::Fixed(read(token)),
    }
}

fn known(function: &Function) -> TokenProvider {
    let ask = function.clone();
    let provide = move |reason: TokenReason| {
        let given = ask.call1(&JsValue::UNDEFINED, &reason.as_str().into());
        async move {
            let promise = Promise::resolve(&given.map_err(|_| TokenProblem::Refused)?);
            let given = JsFuture::from(promise)
                .await
                .map_err(|_| TokenProblem::Refused)?;
            read(&given).map_err(|Unsendable| TokenProblem::Unsendable)
        }
    };
    NUMBERS.with(|numbers| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "what is set below"
        )]
        let number = numbers.get(function).as_f64().map(|number| number as u32);
        let provider = TokenProvider::known_as(number, provide);
        if number.is_none() {
            numbers.set(function, &provider.number().into());
        }
        provider
    })
}

fn read(value: &JsValue) -> Result<Option<Token>, Unsendable> {
    if value.is_null() || value.is_undefined() {
        return Ok(None);
    }
    Token::new(&value.as_string().ok_or(Unsendable)?)
}
