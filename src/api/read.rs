//! The reader: a JavaScript payload in, a usage report out.

use std::cell::RefCell;

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Date, Reflect};
use wasm_bindgen::prelude::*;

use super::{Envelope, Json, Row};
use crate::usage::{Usage, UsageBuilder};

/// How long rows are read at a stretch before the page gets its turn, in milliseconds.
const SLICE: f64 = 30.0;
/// How many rows are read between two looks at the clock.
const ROWS_PER_LOOK: u32 = 250;

/// Reads a payload in any of the accepted shapes; `None` where it is none of them or has an
/// impossible value in it. Gives the page its turn while it reads many rows.
pub async fn read(payload: JsValue) -> Option<Usage> {
    let mut builder = UsageBuilder::default();
    if let Envelope::Array(rows) = Envelope::open(payload)? {
        let rows: Array = rows.unchecked_into();
        let mut slice_began = Date::now();
        for at in 0..rows.length() {
            if at % ROWS_PER_LOOK == 0 && Date::now() - slice_began > SLICE {
                TimeoutFuture::new(0).await;
                slice_began = Date::now();
            }
            builder
                .add(Row::read(&rows.get(at))?.try_into().ok()?)
                .ok()?;
        }
    }
    Some(builder.build())
}

thread_local! {
    /// The names of members in JavaScript. There are two dozen, and each row asks for most of them.
    static KEYS: RefCell<Vec<(&'static str, JsValue)>> = RefCell::default();
}

fn key(name: &'static str) -> JsValue {
    KEYS.with_borrow_mut(|keys| {
        // By its place in memory, which tells them apart faster than its letters.
        let known = keys.iter().find(|(known, _)| std::ptr::eq(*known, name));
        if let Some((_, key)) = known {
            return key.clone();
        }
        let key = JsValue::from_str(name);
        keys.push((name, key.clone()));
        key
    })
}

impl Json for JsValue {
    fn is_null(&self) -> bool {
        self.is_null()
    }

    fn is_array(&self) -> bool {
        Array::is_array(self)
    }

    fn is_object(&self) -> bool {
        self.is_object() && !Array::is_array(self)
    }

    fn member(&self, name: &'static str) -> Option<Self> {
        Reflect::get(self, &key(name))
            .ok()
            .filter(|member| !member.is_undefined())
    }

    fn first(&self) -> Option<Self> {
        let array = self.dyn_ref::<Array>()?;
        Some(array.get(0)).filter(|first| !first.is_undefined())
    }

    fn text(&self) -> Option<String> {
        self.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }
}
