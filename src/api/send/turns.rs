//! The reader in a browser, which gives the page its turn.

use gloo_timers::callback::Timeout;
use js_sys::{Date, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::super::invalid::Why;
use super::super::read::Reader;
use super::super::{Expected, Invalid};
use crate::usage::Usage;

/// How long is read at a stretch before the page gets its turn, in milliseconds.
const SLICE: f64 = 30.0;
/// How many members and elements are read between two looks at the clock.
const STEPS_PER_LOOK: usize = 4_000;

/// Reads a payload as [`read`](super::super::read()) does, but gives the page its turn meanwhile.
///
/// # Errors
/// The same. Where `is_aborted` says so at a pause, it stops, and the outcome means nothing.
pub async fn read_in_turns(
    bytes: &[u8],
    expected: &Expected,
    is_aborted: &dyn Fn() -> bool,
) -> Result<Usage, Invalid> {
    let mut reader = Reader::new(bytes, expected)?;
    let mut began = Date::now();
    while !reader.read_on(STEPS_PER_LOOK)? {
        if Date::now() - began > SLICE {
            next_task().await;
            if is_aborted() {
                return Err(Why::GivenUp.into());
            }
            began = Date::now();
        }
    }
    reader.finish()
}

/// Gives the page its turn.
async fn next_task() {
    let promise = Promise::new(&mut |resolve, _| {
        let resolve = move || {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        };
        Timeout::new(0, resolve).forget();
    });
    let _ = JsFuture::from(promise).await;
}
