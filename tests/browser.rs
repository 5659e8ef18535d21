//! Tests that need a browser: `Intl`, `URL`, `fetch`, streams, and the card in a shadow root.
//! Run by wasm-pack in Chromium, Firefox and `WebKit`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

#[path = "browser/card.rs"]
mod card;
#[path = "browser/locale.rs"]
mod locale;
#[path = "browser/read.rs"]
mod read;
#[path = "browser/send.rs"]
mod send;

use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

/// The value of a JavaScript expression.
fn js(expression: &str) -> JsValue {
    js_sys::Function::new_no_args(&format!("return ({expression})"))
        .call0(&JsValue::UNDEFINED)
        .unwrap()
}

/// Lets the browser go on for that long.
async fn pause(millis: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        web_sys::window()
            .unwrap()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis)
            .unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.unwrap();
}
