//! A response, or the value that a page's own `fetch` resolves to.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;

use super::foreign::{call, get, settled, text};

/// A stream of a page's own may go on for ever without ever being longer.
const MOST_CHUNKS: u32 = 1 << 18;

/// A value that may be a response.
pub(super) struct Response(pub(super) JsValue);

/// Why there is no body.
#[derive(Debug)]
pub(super) enum BodyProblem {
    BrokeOff,
    TooLong,
}

impl From<JsValue> for BodyProblem {
    fn from(_: JsValue) -> Self {
        Self::BrokeOff
    }
}

impl Response {
    /// `None` where it is no response.
    pub(super) fn status(&self) -> Option<u16> {
        let status = get(&self.0, "status").ok()?.as_f64()?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "`as` saturates"
        )]
        Some(status as u16)
    }

    /// Whether it leads elsewhere, which a request of ours does not follow.
    pub(super) fn is_redirect(&self) -> bool {
        text(&self.0, "type").as_deref() == Some("opaqueredirect")
    }

    /// A header; `None` also where another origin does not expose it.
    pub(super) fn header(&self, name: &str) -> Option<String> {
        let headers = get(&self.0, "headers").ok()?;
        call(&headers, "get", &name.into()).ok()?.as_string()
    }

    /// Reads the body. Gives up as soon as it is longer than it may be.
    pub(super) async fn body(&self, longest: usize) -> Result<Vec<u8>, BodyProblem> {
        let mut bytes = Vec::new();
        let stream = get(&self.0, "body")?;
        if stream.is_null() {
            return Ok(bytes);
        }
        let reader = call(&stream, "getReader", &JsValue::UNDEFINED)?;
        for _ in 0..MOST_CHUNKS {
            let read = settled(&call(&reader, "read", &JsValue::UNDEFINED)?).await?;
            let taken = take(&read, &mut bytes, longest);
            if let Err(BodyProblem::TooLong) = taken {
                // Whether the cancelled stream ends well is of no interest to anyone.
                let _ = call(&reader, "cancel", &JsValue::UNDEFINED);
            }
            if !taken? {
                return Ok(bytes);
            }
        }
        Err(BodyProblem::BrokeOff)
    }
}

/// Takes a stream's next chunk; `false` at its end.
fn take(read: &JsValue, bytes: &mut Vec<u8>, longest: usize) -> Result<bool, BodyProblem> {
    if get(read, "done")?.is_truthy() {
        return Ok(false);
    }
    let chunk = get(read, "value")?;
    // By its kind and not its class: a page may fetch by the `fetch` of a frame.
    if !ArrayBuffer::is_view(&chunk) {
        return Err(BodyProblem::BrokeOff);
    }
    let chunk = Uint8Array::new(&chunk);
    let from = bytes.len();
    let length = from + chunk.length() as usize;
    if length > longest {
        return Err(BodyProblem::TooLong);
    }
    bytes.resize(length, 0);
    if let Some(place) = bytes.get_mut(from..) {
        chunk.copy_to(place);
    }
    Ok(true)
}
