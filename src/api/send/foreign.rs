//! Objects that a page may have replaced. Each access may throw, and gives whatever it likes.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A property.
pub(super) fn get(of: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(of, &name.into())
}

/// Writes a text as a property.
pub(super) fn set(of: &JsValue, name: &str, text: &str) -> Result<(), JsValue> {
    Reflect::set(of, &name.into(), &text.into()).map(|_| ())
}

/// A property that is a text.
pub(super) fn text(of: &JsValue, name: &str) -> Option<String> {
    get(of, name).ok()?.as_string()
}

/// A method's result.
pub(super) fn call(of: &JsValue, name: &str, with: &JsValue) -> Result<JsValue, JsValue> {
    get(of, name)?.dyn_into::<Function>()?.call1(of, with)
}

/// The outcome of a promise, or of another value. It is put into a promise of the browser's, since
/// its own methods may throw.
pub(super) async fn settled(value: &JsValue) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, _| {
        let _ = resolve.call1(&JsValue::UNDEFINED, value);
    });
    JsFuture::from(promise).await
}
