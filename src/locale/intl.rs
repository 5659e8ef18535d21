//! The browser's `Intl`. Where a page has broken it, numbers and dates are written plainly.

use std::cmp::Ordering;

use wasm_bindgen::prelude::*;

use crate::instant::Instant;

#[wasm_bindgen]
extern "C" {
    #[derive(Debug)]
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(tag: &str, options: &JsValue) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn format(this: &NumberFormat, value: f64) -> Result<String, JsValue>;

    #[derive(Debug)]
    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(tag: &str, options: &JsValue) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn format(this: &DateTimeFormat, millis: f64) -> Result<String, JsValue>;

    #[derive(Debug)]
    #[wasm_bindgen(js_namespace = Intl)]
    type RelativeTimeFormat;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(tag: &str, options: &JsValue) -> Result<RelativeTimeFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn format(this: &RelativeTimeFormat, value: f64, unit: &str) -> Result<String, JsValue>;

    #[derive(Debug)]
    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(tag: &str, options: &JsValue) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn select(this: &PluralRules, value: f64) -> Result<String, JsValue>;

    #[derive(Debug)]
    #[wasm_bindgen(js_namespace = Intl)]
    type Collator;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(tag: &str, options: &JsValue) -> Result<Collator, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn compare(this: &Collator, one: &str, other: &str) -> Result<f64, JsValue>;

    #[wasm_bindgen(js_name = String)]
    fn plain(value: f64) -> String;
}

/// Whether it accepts a tag.
pub(super) fn knows(tag: &str) -> bool {
    PluralRules::new(tag, &JsValue::UNDEFINED).is_ok()
}

/// Options as JSON, which the wasm carries more cheaply than the calls that build an object.
fn options(json: &str) -> JsValue {
    js_sys::JSON::parse(json).unwrap_or_default()
}

#[derive(Debug)]
pub(super) struct Numbers(Option<NumberFormat>);

impl Numbers {
    pub(super) fn new(tag: &str, json: &str) -> Self {
        let options = options(json);
        Self(NumberFormat::new(tag, &options).ok())
    }

    pub(super) fn format(&self, value: f64) -> String {
        let format = self.0.as_ref();
        format
            .and_then(|format| format.format(value).ok())
            .unwrap_or_else(|| plain(value))
    }
}

#[derive(Debug)]
pub(super) struct Dates(Option<DateTimeFormat>);

impl Dates {
    pub(super) fn new(tag: &str) -> Self {
        let options = options(r#"{"dateStyle":"medium","timeStyle":"short"}"#);
        Self(DateTimeFormat::new(tag, &options).ok())
    }

    pub(super) fn format(&self, instant: Instant) -> String {
        let format = self.0.as_ref();
        format
            .and_then(|format| format.format(instant.as_millis()).ok())
            .unwrap_or_else(|| instant.to_string())
    }
}

#[derive(Debug)]
pub(super) struct RelativeTimes(Option<RelativeTimeFormat>);

impl RelativeTimes {
    pub(super) fn new(tag: &str) -> Self {
        // "auto" knows "now", and "yesterday".
        let options = options(r#"{"numeric":"auto"}"#);
        Self(RelativeTimeFormat::new(tag, &options).ok())
    }

    pub(super) fn format(&self, value: f64, unit: &str) -> String {
        let format = self.0.as_ref();
        format
            .and_then(|format| format.format(value, unit).ok())
            .unwrap_or_default()
    }
}

#[derive(Debug)]
pub(super) struct Order(Option<Collator>);

impl Order {
    pub(super) fn new(tag: &str) -> Self {
        let options = options(r#"{"numeric":true}"#);
        Self(Collator::new(tag, &options).ok())
    }

    /// Names that the browser's order does not tell apart, or that it cannot compare, are equal.
    pub(super) fn compare(&self, one: &str, other: &str) -> Ordering {
        let collator = self.0.as_ref();
        let order = collator.and_then(|collator| collator.compare(one, other).ok());
        order.unwrap_or_default().total_cmp(&0.0)
    }
}

#[derive(Debug)]
pub(super) struct Plurals(Option<PluralRules>);

impl Plurals {
    pub(super) fn new(tag: &str) -> Self {
        // All decimals that an amount has: 0.9999 is not one.
        let options = options(r#"{"maximumFractionDigits":6}"#);
        Self(PluralRules::new(tag, &options).ok())
    }

    /// The plural category of a number.
    pub(super) fn select(&self, value: f64) -> String {
        let rules = self.0.as_ref();
        rules
            .and_then(|rules| rules.select(value).ok())
            .unwrap_or_default()
    }
}
