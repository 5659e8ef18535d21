//! The page's turn.

use gloo_timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Gives the page its turn.
pub(crate) async fn next_task() {
    let promise = Promise::new(&mut |resolve, _| {
        let resolve = move || {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        };
        Timeout::new(0, resolve).forget();
    });
    let _ = JsFuture::from(promise).await;
}
